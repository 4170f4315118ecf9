package io.pathwise.samples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rows as text, in the form of a Markdown table. */
final class Table {
    private static final String HEAD = """
            | problem | value ns | expert gradient ns | generated gradient ns | generated ÷ expert | generated ÷ value | expert ÷ value | B/op |
            |---|---:|---:|---:|---:|---:|---:|---:|
            """;

    private Table() {}

    static String of(List<Row> rows) {
        return HEAD + rows.stream().map(Table::line).collect(Collectors.joining());
    }

    private static String line(Row row) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f | %.0f |%n",
                row.problem(),
                row.value(),
                row.expert(),
                row.generated(),
                row.generatedToExpert(),
                row.generatedToValue(),
                row.expertToValue(),
                row.allocation());
    }
}
