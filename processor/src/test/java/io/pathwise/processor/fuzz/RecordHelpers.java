package io.pathwise.processor.fuzz;

import io.pathwise.processor.fuzz.RandomMethod.Parameter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sources of a program whose helpers take and return records: {@code h0(x, n)} becomes {@code h0(new In(x),
 * n).value()}, which the class of the helpers computes as before.
 */
final class RecordHelpers {
    private static final Pattern DECLARATION = Pattern.compile("static double (h\\d+)\\(");
    private static final Pattern CALL = Pattern.compile("\\bh\\d+\\(");

    private RecordHelpers() {}

    /** The class of the helpers, and the class that inherits them. */
    static List<String> apart(RandomProgram program) {
        List<String> sources = program.sourcesWithHelpersApart();
        return List.of(withRecords(sources.get(0), program.helpers()), calling(sources.get(1)));
    }

    /** One class, of which the helpers become a part. */
    static String together(RandomProgram program) {
        return withRecords(program.source(), program.helpers());
    }

    private static String withRecords(String source, List<RandomMethod> helpers) {
        String computing = calling(DECLARATION.matcher(source).replaceAll("static double value_$1("));
        String records = "record In(double first) {}\nrecord Out(boolean on, double value, double half) {}\n";
        String wrappers = helpers.stream()
                .filter(each -> each.result() == JavaType.DOUBLE)
                .map(RecordHelpers::wrapper)
                .collect(Collectors.joining("\n"));
        int end = computing.lastIndexOf('}');
        return computing.substring(0, end) + records + wrappers + "\n}\n";
    }

    private static String wrapper(RandomMethod helper) {
        String more = helper.parameters().stream()
                .skip(1)
                .map(each -> ", " + each.text())
                .collect(Collectors.joining());
        String names = helper.parameters().stream()
                .skip(1)
                .map(Parameter::name)
                .map(each -> ", " + each)
                .collect(Collectors.joining());
        return """
                @Pathwise
                static Out %1$s(In inside%2$s) {
                    double computed = value_%1$s(inside.first()%3$s);
                    return new Out(true, computed, 0.5 * computed);
                }
                """.formatted(helper.name(), more, names);
    }

    /** The text with calls of the methods with records, from the last to the first, so that inner ones come first. */
    private static String calling(String source) {
        String text = source;
        List<Integer> calls =
                CALL.matcher(text).results().map(each -> each.start()).toList();
        for (int i = calls.size() - 1; i >= 0; i--) {
            Matcher call = CALL.matcher(text);
            call.find(calls.get(i));
            int first = call.end();
            int comma = endOfArgument(text, first);
            int end = comma;
            while (text.charAt(end) != ')') {
                end = endOfArgument(text, end + 1);
            }
            text = text.substring(0, first)
                    + "new In("
                    + text.substring(first, comma)
                    + ")"
                    + text.substring(comma, end + 1)
                    + ".value()"
                    + text.substring(end + 1);
        }
        return text;
    }

    /** Where the comma or parenthesis behind an argument stands. */
    private static int endOfArgument(String text, int start) {
        int depth = 0;
        int end = start;
        while (depth > 0 || text.charAt(end) != ',' && text.charAt(end) != ')') {
            char each = text.charAt(end++);
            depth += each == '(' || each == '{' || each == '[' ? 1 : each == ')' || each == '}' || each == ']' ? -1 : 0;
        }
        return end;
    }
}
