package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops over rows and over arrays made in the loop around: their iterations are numbered without being counted. */
class LoopBoundsTest {
    private static final String CLASS = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            class Bounds {
                @SuppressWarnings("pathwise") @Pathwise
                static double f(double x, double[] w, @Constant double[][] rows, int n) { double s = 0; %s }
            }
            """;

    private static CompilationResult compile(String body) {
        return Programs.compile(CLASS.formatted(body));
    }

    private static void check(CompilationResult compiled) {
        Subject subject = new Subject(compiled, "demo.Bounds", "f", Set.of("rows"));
        double[][] ragged = {{0.3, -1.2}, {}, {0.5, 0.7, 1.1}};
        for (int n = 0; n < 4; n++) {
            Modes.check(subject, Point.at(1.3, new double[] {0.4, -0.9, 1.2}, ragged, n));
        }
    }

    private static boolean counts(CompilationResult compiled) {
        return compiled.generatedSources().values().stream().anyMatch(each -> each.contains("iterations"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < rows.length; i++) { for (int j = 0; j < rows[i].length; j++) "
                        + "{ s += x * rows[i][j]; } } return s * s;",
                "for (int i = 0; i < n; i++) { double[] y = new double[w.length]; for (int j = 0; j < y.length; j++) "
                        + "{ y[j] = Math.exp(0.2 * w[j] * x - s * s); } for (double each : y) { s += Math.sin(each) / (1 + s * s); } } "
                        + "return s;",
                "for (int i = 0; i < n; i++) { double[] y = w.clone(); for (int j = y.length - 1; j >= 0; j--) "
                        + "{ s = Math.sin(s + y[j] * x); } } return s;",
                "for (int i = 1; i < n; i += 2) { s = Math.sin(s + x * i); } return s;",
                "for (int i = n; i >= -2; i -= 3) { s = Math.sin(s + x * i); } for (int i = 5; i > n; i -= 2) { s *= x; } return s;",
                "for (int i = 0; i <= n; i += 2) { for (int j = n; j > 0; j -= 2) { s = Math.sin(s + x * i * j); } } return s;",
                "for (int i = 0; i < n - 2; i += 5) { s = Math.sin(s + x * i); if (s > 0.5) { break; } } return s * x;",
                "for (int i = 0; i < Math.min(n, w.length); i++) { s = Math.sin(s + x * w[i]); } return s;",
                "double[] y = new double[4]; for (int i = 0; i < 4; i += 2) { y[i] = Math.sin(x * i); y[i + 1] = y[i] * x; } "
                        + "for (double each : y) { s += each * each; } return s;",
                "for (int i = 0, m = w.length; i < m; i++) { s = Math.sin(s + x * w[i]); } "
                        + "for (int k = 2, j = n - 1, m = k; j >= m - 2; j--) { s = Math.sin(s + x * j * k); } return s;",
            })
    void areNumbered(String body) {
        CompilationResult compiled = compile(body);
        assertThat(counts(compiled)).isFalse();
        check(compiled);
    }

    /** Where a length changes with the iteration, or a row is another later. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < rows.length; i++) { for (int j = 0; j < rows[i].length; j++) "
                        + "{ s = Math.sin(s + x * rows[i][j]); } } return s;",
                "for (int i = 0; i < n; i++) { double[] y = new double[i + 1]; for (int j = 0; j < y.length; j++) "
                        + "{ s = Math.sin(s + x * j); y[j] = s; } } return s;",
                "int m = 2; for (int i = 0; i < n; i++) { double[] y = new double[m]; m = 3; "
                        + "for (int j = 0; j < y.length; j++) { s = Math.sin(s + x * j); y[j] = s; } } return s;",
                "double[][] a = {{x, 2}, {x}}; for (int i = 0; i < n; i++) { for (int j = 0; j < a[0].length; j++) "
                        + "{ s = Math.sin(s + x * a[0][j]); } a[0] = a[1]; } return s;",
                "double[][] a = {{x, 2, 3}, {x}}; for (int j = 0; j < a[0].length; j++) { s = Math.sin(s + x * j); "
                        + "if (j == 1) { a[0] = a[1]; } } return s + n;",
                "double[][] a = {{x, 2, 3}, {x}}; int k = 0; for (int j = 0; j < a[k].length; j++) "
                        + "{ s = Math.sin(s + x * j); k = 1; } return s + n;",
            })
    void areCounted(String body) {
        check(compile(body));
    }

    /** A second counter that rises or falls by the same in each iteration is taken back in the reverse sweep. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0, j = w.length - 1; i < j; i++, j--) { s = Math.sin(s + w[i] * w[j] * x); } return s;",
                "int j = 7; double t = x; while (t < 3) { t += 0.5; s = Math.sin(s + t * j); j -= 2; } return s * j;",
                "int j = n; double t = x; while (t < 3) { t += 0.5; s = Math.sin(s + 0.1 * t * j); j += 3; } return s * j;",
            })
    void stepsAreTakenBack(String body) {
        CompilationResult compiled = compile(body);
        assertThat(compiled.generatedSources().values()).noneMatch(each -> each.contains("jAt"));
        check(compiled);
    }
}
