package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New arrays that are written before they are read, which the reverse sweep takes without clearing them. */
class OverwrittenArraysTest {
    private static final String CLASS = """
            package demo;
            import io.pathwise.Pathwise;
            class Arrays {
                @SuppressWarnings("pathwise") @Pathwise static double f(double[] x, int n) {
                    %s
                    return a[0] * a[1] + a[n - 1] * a[n - 2];
                }
            }
            """;

    /** Whether {@code a} is taken as it is; the points leave other numbers in the arrays of one gradient. */
    private static boolean isTakenAsItIs(String body) {
        CompilationResult compiled = Programs.compile(CLASS.formatted(body));
        Subject subject = new Subject(compiled, "demo.Arrays", "f", Set.of());
        Modes.check(subject, Point.at(new double[] {0.7, -0.4, 1.1, 0.3}, 4));
        Modes.check(subject, Point.at(new double[] {1.7, 0.6, -1.1, 0.2}, 3));
        return compiled.generatedSources().values().stream().anyMatch(each -> each.contains("a = gradient.array("));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] a = new double[n]; for (int i = 0; i < n; i++) { a[i] = Math.sin(x[i]); }",
                "double[] a = new double[n]; double s = 1; for (int i = 0; i < a.length; i++) { s *= x[i]; a[i] = s; }",
                "double[] a = new double[n]; double s = 1; for (int i = 0; i < n; i++) { s += x[i]; } if (s > 9) { s = x[0]; } "
                        + "for (int i = 0; i < n; i++) { a[i] = s * x[i]; }",
            })
    void areNotCleared(String body) {
        assertThat(isTakenAsItIs(body)).isTrue();
    }

    /** Where some elements keep their zero, are read first, or the loop is left. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] a = new double[n]; for (int i = 1; i < n; i++) { a[i] = Math.sin(x[i]); }",
                "double[] a = new double[n]; for (int i = 0; i < n; i += 2) { a[i] = Math.sin(x[i]); }",
                "double[] a = new double[n]; for (int i = 0; i < n; i++) { if (x[i] > 0) { a[i] = Math.sin(x[i]); } }",
                "double[] a = new double[n]; for (int i = 0; i < n; i++) { a[i] = x[i] + a[n - 1 - i]; }",
                "double[] a = new double[n]; for (int i = 0; i < n; i++) { a[i] = x[i] * 2; if (x[i] < 0) { break; } }",
                "double[] a = new double[n + 1]; for (int i = 0; i < n; i++) { a[i] = x[i] * x[i]; } a[0] += a[n];",
                "double[] a = new double[n]; double[] b = a; for (int i = 0; i < n; i++) { a[i] = x[i] + b[n - 1]; }",
                "int m = n; double[] a = new double[m]; m--; for (int i = 0; i < m; i++) { a[i] = x[i] * x[i]; }",
            })
    void areCleared(String body) {
        assertThat(isTakenAsItIs(body)).isFalse();
    }
}
