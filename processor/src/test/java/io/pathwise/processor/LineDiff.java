package io.pathwise.processor;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, with a few that they share around them. */
final class LineDiff {
    private static final int CONTEXT = 2;

    private final List<String> lines = new ArrayList<>();
    private final String[] expected;
    private final String[] actual;

    private LineDiff(String expected, String actual) {
        this.expected = expected.split("\n", -1);
        this.actual = actual.split("\n", -1);
        collect();
    }

    /** Lines of the first text only begin with {@code -}, of the second only with {@code +}, shared ones with a blank. */
    static String of(String expected, String actual) {
        return new LineDiff(expected, actual).shortened();
    }

    private void collect() {
        int[][] common = commonLengths();
        int i = 0;
        int j = 0;
        while (i < expected.length || j < actual.length) {
            if (i < expected.length && j < actual.length && expected[i].equals(actual[j])) {
                lines.add("  " + expected[i++]);
                j++;
            } else if (j == actual.length || (i < expected.length && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + expected[i++]);
            } else {
                lines.add("+ " + actual[j++]);
            }
        }
    }

    /** For each pair of suffixes the length of their longest common subsequence. */
    private int[][] commonLengths() {
        int[][] common = new int[expected.length + 1][actual.length + 1];
        for (int i = expected.length - 1; i >= 0; i--) {
            for (int j = actual.length - 1; j >= 0; j--) {
                common[i][j] = expected[i].equals(actual[j])
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private String shortened() {
        StringBuilder text = new StringBuilder();
        boolean skipped = false;
        for (int k = 0; k < lines.size(); k++) {
            if (nearDifference(k)) {
                text.append(skipped ? "  …\n" : "").append(lines.get(k)).append('\n');
            }
            skipped = !nearDifference(k);
        }
        return text.toString();
    }

    private boolean nearDifference(int index) {
        return lines.subList(Math.max(0, index - CONTEXT), Math.min(lines.size(), index + CONTEXT + 1)).stream()
                .anyMatch(line -> !line.startsWith(" "));
    }
}
