package io.pathwise.processor.endtoend;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The part of a companion that differs from program to program in more than names: value, forward and reverse mode, and
 * the gradients of records. The gradient and function classes have golden files of their own.
 */
final class DerivativeText {
    private static final Pattern MEMBER = Pattern.compile(
            "    /\\*\\*.*?\\*/\n    public static (double|Dual|\\w+\\.\\w+) (\\w+)\\(.*?\n    }\n", Pattern.DOTALL);

    private DerivativeText() {}

    static String of(String companion) {
        StringBuilder text = new StringBuilder();
        String separator = "";
        for (String member : members(companion)) {
            text.append(separator).append(member);
            separator = "\n";
        }
        return text.toString();
    }

    private static List<String> members(String companion) {
        return MEMBER.matcher(companion)
                .results()
                .filter(match ->
                        !match.group(2).endsWith("Gradient") || match.group(1).contains("."))
                .map(MatchResult::group)
                .toList();
    }
}
