package io.pathwise.processor.report;

import io.pathwise.processor.program.Position;
import io.pathwise.processor.report.SourceFile.LineRange;
import io.pathwise.processor.split.CodeSize;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The facts about one method, under its code. */
final class FactTables {
    private static final int LARGEST_INLINED = 325;

    private final SourceFile source;
    private final MethodReport method;

    FactTables(SourceFile source, MethodReport method) {
        this.source = source;
        this.method = method;
    }

    String html() {
        return card("Variables", variables())
                + card("Kept for the reverse sweep", kept())
                + card("Branches and kinks", branches())
                + card("Bytecode", sizes());
    }

    private static String card(String title, String content) {
        return "<article>" + Html.element("h3", title) + content + "</article>\n";
    }

    private String variables() {
        VariableFacts facts = method.variables();
        return "<dl>" + names("differentiated in", facts.parameters())
                + names("active: they carry derivatives", facts.active())
                + names("constant: only their values count", facts.constant())
                + names("noise", facts.noise()) + "</dl>";
    }

    private static String names(String title, List<String> names) {
        String listed = names.stream().map(Html::code).collect(Collectors.joining(" "));
        return names.isEmpty() ? "" : Html.element("dt", title) + "<dd>" + listed + "</dd>";
    }

    private String kept() {
        if (method.kept().isEmpty()) {
            return "<p>Nothing: every value stays in a local variable or is computed again.</p>";
        }
        return table(
                List.of("array", "keeps", "elements", "because it"),
                method.kept().stream()
                        .map(each -> row(
                                each.origin(),
                                List.of(Html.code(each.array()), Html.code(each.value()), Html.code(each.size())),
                                each.reason()))
                        .collect(Collectors.joining()));
    }

    private String branches() {
        if (method.branches().isEmpty()) {
            return "<p>None: the value is a smooth function of the parameters at fixed noise.</p>";
        }
        return table(
                List.of("line", "condition or function", "", "meaning"),
                method.branches().stream().map(this::branch).collect(Collectors.joining()));
    }

    private String branch(BranchFact fact) {
        String verdict = "<span class=\"verdict " + fact.verdict().name() + "\">"
                + Html.escape(fact.verdict().title()) + "</span>";
        return row(
                fact.position(),
                List.of(
                        Integer.toString(source.lines(fact.position()).first()),
                        Html.code(source.excerpt(fact.position())),
                        verdict),
                fact.verdict().meaning());
    }

    private String sizes() {
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<String, Integer> each : method.sizes().entrySet()) {
            rows.append("<tr><td>")
                    .append(Html.code(each.getKey()))
                    .append("</td><td class=\"number\">")
                    .append(each.getValue())
                    .append("</td><td>")
                    .append(meaning(each.getValue()))
                    .append("</td></tr>\n");
        }
        return table(List.of("method", "bytes at most", ""), rows.toString());
    }

    private static String meaning(int bytes) {
        if (bytes > CodeSize.LARGEST_COMPILED) {
            return "not compiled to machine code: more than " + CodeSize.LARGEST_COMPILED;
        }
        return bytes > LARGEST_INLINED ? "compiled, a call of its own" : "small enough to be inlined where it is hot";
    }

    private String row(Position origin, List<String> cells, String last) {
        String attributes = "";
        if (!origin.isNone()) {
            LineRange lines = source.lines(origin);
            attributes = " data-first=\"" + lines.first() + "\" data-last=\"" + lines.last() + "\"";
        }
        String begin = cells.stream().map(each -> "<td>" + each + "</td>").collect(Collectors.joining());
        return "<tr" + attributes + ">" + begin + Html.element("td", last) + "</tr>\n";
    }

    private static String table(List<String> titles, String rows) {
        String head = titles.stream().map(each -> Html.element("th", each)).collect(Collectors.joining());
        return "<table><thead><tr>" + head + "</tr></thead><tbody>\n" + rows + "</tbody></table>";
    }
}
