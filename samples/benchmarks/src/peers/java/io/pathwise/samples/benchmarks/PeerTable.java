package io.pathwise.samples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rows as text, in the form of a Markdown table. */
final class PeerTable {
    private static final String HEAD = """
            | problem | code | paths per call | ns per path | ÷ by hand | ÷ by hand, on the clock |
            |---|---|---:|---:|---:|---:|
            """;

    private PeerTable() {}

    static String of(List<PeerRow> rows) {
        return HEAD + rows.stream().map(PeerTable::line).collect(Collectors.joining());
    }

    private static String line(PeerRow row) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %,.1f | %.2f | %.2f |%n",
                row.problem(),
                row.code(),
                row.batch(),
                row.nanoseconds(),
                row.ratio(),
                row.clockRatio());
    }
}
