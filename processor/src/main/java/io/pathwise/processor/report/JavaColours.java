package io.pathwise.processor.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of Java as HTML in which comments, strings, numbers, annotations and keywords have classes. */
final class JavaColours {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>//.*|/\\*.*?(?:\\*/|$))"
                    + "|(?<string>\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')"
                    + "|(?<annotation>@\\w+)"
                    + "|(?<number>\\b\\d[\\w.]*)"
                    + "|(?<keyword>\\b(?:assert|boolean|break|byte|case|char|class|continue|default|do|double|else|enum|extends"
                    + "|final|float|for|if|implements|import|instanceof|int|interface|long|new|null|package|private|protected"
                    + "|public|record|return|short|static|super|switch|this|throw|throws|true|false|try|var|void|while|yield)\\b)");
    private static final String[] CLASSES = {"comment", "string", "annotation", "number", "keyword"};
    private static final Pattern INSIDE_COMMENT = Pattern.compile("^\\s*\\*(?:[ /].*)?$");

    private JavaColours() {}

    /** The line; one that begins with a star is taken for a part of a comment. */
    static String of(String line) {
        if (INSIDE_COMMENT.matcher(line).matches()) {
            return span("comment", line);
        }
        StringBuilder html = new StringBuilder();
        Matcher token = TOKEN.matcher(line);
        int end = 0;
        while (token.find()) {
            html.append(Html.escape(line.substring(end, token.start())));
            html.append(span(classOf(token), token.group()));
            end = token.end();
        }
        return html.append(Html.escape(line.substring(end))).toString();
    }

    private static String classOf(Matcher token) {
        for (String each : CLASSES) {
            if (token.group(each) != null) {
                return each;
            }
        }
        throw new IllegalStateException("a token of no kind: " + token.group());
    }

    private static String span(String type, String text) {
        return "<span class=\"" + type + "\">" + Html.escape(text) + "</span>";
    }
}
