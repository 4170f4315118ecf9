package io.pathwise.processor.write;

import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Layout;
import io.pathwise.processor.program.Line;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What JavaPoet offers no setting for: signatures of 120 columns, short Javadoc on one line, empty bodies as {@code {}},
 * and private fields without blank lines between them.
 */
final class HouseStyle {
    private static final Pattern SIGNATURE =
            Pattern.compile("(?m)^( *)((?:public|private) [^(){};=]*\\()([^(){};=]*)\\) \\{$");
    private static final Pattern SHORT_JAVADOC = Pattern.compile("(?m)^( *)/\\*\\*\n *\\* ([^\n]*)\n *\\*/$");

    private static final Pattern ANNOTATION =
            Pattern.compile("(?m)^( *)(@Differentiated\\()\n((?: *\\w+ = .*\n)+) *\\)$");
    private static final Pattern EMPTY_BODY = Pattern.compile("(?m) \\{\n *\\}$");
    private static final Pattern PRIVATE_FIELD = Pattern.compile(
            "(?m)^( *private (?:final|transient) [^(){};=]*;)\n\n(?= *private (?:final|transient) [^(){};=]*;)");

    private HouseStyle() {}

    /** The source with all of it applied. */
    static String apply(String source) {
        String signed = SIGNATURE.matcher(source).replaceAll(match -> Matcher.quoteReplacement(signature(match)));
        String documented = SHORT_JAVADOC.matcher(signed).replaceAll(match -> Matcher.quoteReplacement(javadoc(match)));
        String annotated =
                ANNOTATION.matcher(documented).replaceAll(match -> Matcher.quoteReplacement(annotation(match)));
        String closed = EMPTY_BODY.matcher(annotated).replaceAll(" {}");
        return PRIVATE_FIELD.matcher(closed).replaceAll("$1\n");
    }

    private static String annotation(MatchResult match) {
        List<Doc> members =
                Stream.of(match.group(3).trim().split(",\n\\s*")).map(Doc::text).toList();
        return lines(Doc.list(Doc.text(match.group(2)), members, ")"), match.group(1));
    }

    private static String lines(Doc doc, String indent) {
        return Layout.lines(doc, indent.length(), Layout.COLUMNS).stream()
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }

    private static String signature(MatchResult match) {
        List<Doc> parameters = Stream.of(match.group(3).trim().split(",\\s+"))
                .filter(parameter -> !parameter.isEmpty())
                .map(Doc::text)
                .toList();
        Doc signature = Doc.list(Doc.text(match.group(2)), parameters, ") {");
        return lines(signature, match.group(1));
    }

    private static String javadoc(MatchResult match) {
        String line = match.group(1) + "/** " + match.group(2) + " */";
        return line.length() <= Layout.COLUMNS ? line : match.group();
    }
}
