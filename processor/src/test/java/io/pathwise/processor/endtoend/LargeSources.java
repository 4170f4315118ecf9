package io.pathwise.processor.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sources of methods with many statements. */
final class LargeSources {
    private static final int CYCLE = 4;
    private static final int BRANCH = 25;

    private LargeSources() {}

    /** One statement after the other. */
    static String straight(int statements) {
        List<String> body = statements(0, statements);
        body.add(0, "double x = a;");
        body.add(1, "double y = b;");
        body.add("return x + y;");
        return source(body);
    }

    /** All statements in the body of one loop. */
    static String loop(int statements) {
        List<String> body = statements(0, statements);
        body.add(0, "double x = a;");
        body.add(1, "double y = b;");
        body.add(2, "for (int i = 0; i < n; i++) {");
        body.add("}");
        body.add("return x + y;");
        return source(body);
    }

    /** The statements in branches; some of them return. */
    static String branches(int statements) {
        List<String> body = new ArrayList<>(List.of("double x = a;", "double y = b;", "int taken = 0;"));
        for (int first = 0; first < statements; first += 2 * BRANCH) {
            body.add("if (x > 0." + first % 3 + "75) {");
            body.addAll(statements(first, BRANCH - 2));
            body.add("taken++;");
            body.add("if (y > n) { return x * y; }");
            body.add("} else {");
            body.addAll(statements(first + BRANCH, BRANCH));
            body.add("}");
        }
        body.add("return x + y + taken * a;");
        return source(body);
    }

    /** One statement after the other, with a return behind every fourth; the points leave at different ones. */
    static String exits(int statements) {
        List<String> body = new ArrayList<>(List.of("double x = a;", "double y = b;"));
        for (int first = 0; first < statements; first += CYCLE) {
            body.addAll(statements(first, CYCLE));
            boolean even = first % (2 * CYCLE) == 0;
            body.add("if (" + (even ? "n * 96 == " + first : "y > n + 0.75") + ") { return x * y; }");
        }
        body.add("return x + y;");
        return source(body);
    }

    /** The same in a loop, which is also left, and gone on with, behind every fourth; the points take different ways. */
    static String loopExits(int statements) {
        List<String> body = new ArrayList<>(List.of("double x = a;", "double y = b;"));
        body.add("for (int i = 0; i < n; i++) {");
        for (int first = 0; first < statements; first += CYCLE) {
            body.addAll(statements(first, CYCLE));
            body.add(
                    switch (first / CYCLE % 3) {
                        case 0 -> "if (i == 1 && n * 96 == " + first + ") { return x * y; }";
                        case 1 -> "if (y > n + 0.75) { break; }";
                        default -> "if (x > n + 0.25) { continue; }";
                    });
        }
        body.add("}");
        body.add("return x + y;");
        return source(body);
    }

    /** Statements in groups, each of which declares a local of its own. */
    private static List<String> statements(int first, int count) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String local = "t" + (first + i / CYCLE);
            statements.add(
                    switch (i % CYCLE) {
                        case 0 -> "x = Math.sin(x) * a * 0.3 + Math.exp(-x * x) * 0." + (i % 3 + 1) + ";";
                        case 1 -> "y = y * 0.9 + Math.cos(x * b);";
                        case 2 -> "double " + local + " = Math.tanh(x - y) * 0.25;";
                        default -> "x += " + local + " * y;";
                    });
        }
        return statements;
    }

    private static String source(List<String> body) {
        return """
                package demo;
                import io.pathwise.Pathwise;
                final class Large {
                    @Pathwise
                    @SuppressWarnings("pathwise:jump")
                    static double f(double a, double b, int n) {
                %s
                    }
                }
                """.formatted(body.stream().map(each -> "        " + each).collect(Collectors.joining("\n")));
    }
}
