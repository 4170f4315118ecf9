package io.pathwise.processor.report;

import io.pathwise.processor.report.SourceFile.LineRange;
import java.util.List;
import java.util.stream.Collectors;

/** What is particular to one class in its page. */
final class PageBody {
    private final ClassReport report;
    private final LineMap map;
    private final List<Member> members;

    PageBody(ClassReport report) {
        this.report = report;
        this.map = new LineMap(report.source(), report.companion().origins());
        this.members = Member.of(report.companion().text());
    }

    String html() {
        return header() + panes() + facts();
    }

    private String header() {
        String companion = report.companion().qualifiedName();
        String modes = List.of(Mode.values()).stream()
                .map(mode -> "<button type=\"button\" data-mode=\"" + mode.name() + "\">" + mode.title() + "</button>")
                .collect(Collectors.joining());
        return "<header><h1>" + Html.escape(report.className()) + " <small>and its companion "
                + Html.escape(companion.substring(companion.lastIndexOf('.') + 1)) + "</small></h1>"
                + "<nav aria-label=\"method\">" + methodButtons() + "</nav>"
                + "<nav aria-label=\"mode\">" + modes + "</nav></header>\n";
    }

    private String methodButtons() {
        return report.methods().stream()
                .map(method -> "<button type=\"button\" data-method=\"" + Html.escape(method.name()) + "\""
                        + " data-first=\"" + lines(method).first() + "\" data-last=\""
                        + lines(method).last() + "\">"
                        + Html.escape(method.name()) + "</button>")
                .collect(Collectors.joining());
    }

    private LineRange lines(MethodReport method) {
        return report.source().lines(method.position());
    }

    private String panes() {
        return "<main>\n<section class=\"pane\" id=\"source\"><h2>"
                + Html.escape(report.source().name()) + "</h2>\n" + source() + "</section>\n"
                + "<section class=\"pane\" id=\"generated\">\n"
                + report.methods().stream().map(this::generated).collect(Collectors.joining())
                + "</section>\n</main>\n";
    }

    private String source() {
        LineRange region = report.source().lines(report.source().region());
        List<String> lines = report.source().lines();
        StringBuilder html = new StringBuilder("<div class=\"code\">");
        for (int number = region.first(); number <= Math.min(region.last(), lines.size()); number++) {
            html.append(line(number, "data-line=\"" + number + "\"", lines.get(number - 1)));
        }
        return html.append("</div>\n").toString();
    }

    private String generated(MethodReport method) {
        StringBuilder html = new StringBuilder();
        for (Mode mode : Mode.values()) {
            html.append("<div class=\"mode\" data-method=\"")
                    .append(Html.escape(method.name()))
                    .append("\" data-mode=\"")
                    .append(mode.name())
                    .append("\"><h2>")
                    .append(mode.title())
                    .append("</h2>\n");
            members.stream()
                    .filter(member ->
                            mode.covers(member, method.name()) || mode == Mode.VALUE && method.isHelper(member))
                    .forEach(member -> html.append(member(member)));
            html.append("</div>\n");
        }
        return html.toString();
    }

    private String member(Member member) {
        StringBuilder html = new StringBuilder("<div class=\"code\">");
        for (int i = 0; i < member.lines().size(); i++) {
            int index = member.first() + i;
            String origin = map.sourceOf(index).map(PageBody::range).orElse("");
            String line = member.lines().get(i);
            html.append(line(index + 1, origin, line.startsWith("    ") ? line.substring(4) : line));
        }
        return html.append("</div>\n").toString();
    }

    private static String range(LineRange lines) {
        return "data-first=\"" + lines.first() + "\" data-last=\"" + lines.last() + "\"";
    }

    private static String line(int number, String attributes, String text) {
        String separated = attributes.isEmpty() ? "" : " " + attributes;
        return "<div class=\"line\"" + separated + "><span class=\"at\">" + number + "</span><code>"
                + JavaColours.of(text) + "</code></div>\n";
    }

    private String facts() {
        return report.methods().stream()
                .map(method -> "<section class=\"facts\" data-method=\"" + Html.escape(method.name()) + "\">\n"
                        + new FactTables(report.source(), method).html() + "</section>\n")
                .collect(Collectors.joining());
    }
}
