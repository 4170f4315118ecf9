package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements that a loop reads and never writes again: the reverse sweep finds them where they are. */
class ElementsLeftBehindTest {
    private static final String CLASS = """
            package demo;
            import io.pathwise.Pathwise;
            class Recurrence {
                @SuppressWarnings("pathwise") @Pathwise static double f(double[] x, double p, int n) {
                    double[] a = x.clone(); double s = 0;
                    %s
                    for (int i = 0; i < n; i++) { s += a[i] * a[i] * i; } return s + p;
                }
            }
            """;

    private static final Pattern KEPT =
            Pattern.compile("double (a(I|N|Element|\\d)|m)\\w* = [am]\\[|\\b[am]\\w*At = gradient");

    /** Whether nothing that is read from {@code a} is kept beside it. */
    private static boolean readsAgain(String body) {
        CompilationResult compiled = Programs.compile(CLASS.formatted(body));
        Subject subject = new Subject(compiled, "demo.Recurrence", "f", Set.of());
        Modes.check(subject, Point.at(new double[] {0.7, -0.4, 1.1, 0.3, -0.8}, 0.6, 5));
        Modes.check(subject, Point.at(new double[] {0.2, 0.9, -0.5, 1.2}, 1.4, 4));
        String companion = compiled.generatedSources().get("demo.RecurrencePathwise");
        String reverse =
                companion.substring(companion.indexOf("double fReverse("), companion.indexOf("double fGradient("));
        return !KEPT.matcher(reverse).find();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 1; i < n; i++) { a[i] = x[i] * a[i - 1] * p; }",
                "for (int i = n - 2; i >= 0; i--) { a[i] = x[i] * a[i + 1] * p; }",
                "for (int i = 2; i < n; i++) { a[i] = p * a[i - 1] * a[i - 2]; }",
                "for (int i = 0; i < n - 1; i += 2) { a[i + 1] = p * a[i] * a[i]; }",
                "for (int i = 2; i < n; i += 2) { a[i] = Math.sin(a[i - 1] * p) * a[i - 2]; }",
                "for (int i = 0; i < n; i++) { a[i] = x[i] * p; s += a[i] * a[i] * a[i]; }",
                "for (int i = 1; i < n; i++) { for (int k = 0; k < 2; k++) { s += a[i - 1] * a[i - 1] * p; } a[i] = s * p; }",
                "a[n - 1] = p * a[n - 2] * a[n - 2];",
                "for (int k = 0; k < 3; k++) { double[] b = x.clone(); for (int i = 1; i < n; i++) { b[i] = b[i - 1] * p * x[i]; } "
                        + "s += b[n - 1] * b[1]; }",
            })
    void areReadAgain(String body) {
        assertThat(readsAgain(body)).isTrue();
    }

    /** Where a later iteration, or the same one, writes what was read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < n - 1; i++) { a[i] = a[i + 1] * a[i + 1] * p; }",
                "for (int i = n - 1; i > 0; i--) { a[i] = a[i - 1] * a[i - 1] * p; }",
                "for (int i = 0; i < n; i++) { a[i] = a[i] * a[i] * p; }",
                "for (int k = 0; k < 2; k++) { for (int i = 1; i < n; i++) { a[i] = a[i] * p + a[i - 1] * a[i - 1]; } }",
                "for (int i = 0; i < n - 2; i += 2) { a[i] = a[i + 2] * a[i + 2] * p; }",
                "for (int i = 1; i < n; i++) { a[i] = a[i - 1] * a[i - 1] * p; } a[0] = p; a[2] = p;",
                "for (int i = 1; i < n; i++) { double old = a[i - 1] * a[i - 1]; a[n - 1] = old * p; a[n - i] = p; }",
                "int j = 1; while (j < n) { s += a[j - 1] * a[j - 1] * p; a[j] = s; j++; if (s > 4) { j = 2; s = 0; p = -9; } }",
                "for (int k = 0; k < 2; k++) { for (int i = 1; i < n; i++) { s += a[i - 1] * a[i - 1] * p; } a[k + 1] = s * p; }",
            })
    void areKept(String body) {
        assertThat(readsAgain(body)).isFalse();
    }

    /** Triangular algorithms: bounds and branches tell what is written later. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[][] m = new double[n][n]; for (int i = 0; i < n; i++) { for (int j = 0; j <= i; j++) { double sum = x[i] * x[j] "
                        + "+ (i == j ? 5 : 0); for (int k = 0; k < j; k++) { sum -= m[i][k] * m[j][k]; } "
                        + "if (i == j) { m[i][j] = Math.sqrt(sum); } else { m[i][j] = sum / m[j][j]; } } } s += m[n - 1][n - 1] * p;",
                "double[][] m = new double[n][]; for (int i = 0; i < n; i++) { m[i] = new double[i + 1]; m[i][0] = x[i]; "
                        + "for (int j = 1; j <= i; j++) { m[i][j] = m[i][j - 1] * m[i - 1][j - 1] * p; } } s += m[n - 1][n - 1];",
                "double[][] m = new double[n][n]; m[0][0] = p; for (int i = 1; i < n; i++) { for (int j = 1; j < n; j++) "
                        + "{ m[i][j] = m[i - 1][j] * m[i][j - 1] + x[i] * x[j] + m[i - 1][j - 1] * p; } } s += m[n - 1][n - 1];",
                "double[][] m = new double[n][n]; m[n - 1][n - 1] = p; for (int i = n - 2; i >= 0; i--) { for (int j = n - 1; j > i; j--) "
                        + "{ m[i][j] = p * m[j][n - 1] * m[j][n - 1] + x[i]; } m[i][i] = x[i] * m[i][n - 1] * m[i][n - 1] + p; } s += m[0][0];",
                "for (int i = 0; i < n; i++) { double sum = x[i]; for (int k = 0; k < i; k++) { sum -= a[k] * a[k] * p; } a[i] = sum; }",
                "for (int i = n - 1; i >= 0; i--) { double sum = x[i]; for (int k = i + 1; k < n; k++) { sum -= a[k] * a[k] * p; } a[i] = sum; }",
                "for (int i = 0; i < n - 1; i++) { int next = i + 1; a[next] = a[i] * a[i] * p; }",
                "for (int i = 1; i < n; i++) { if (i > 2) { a[i] = a[2] * a[2] * p; } else { a[i] = x[i] * p; } }",
            })
    void ofTriangularAlgorithmsAreReadAgain(String body) {
        assertThat(readsAgain(body)).isTrue();
    }

    /** Where bounds or branches let a later write reach what was read, or rows change places. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[][] m = new double[n][n]; for (int i = 0; i < n; i++) { m[i][i] = x[i]; } for (int i = 1; i < n; i++) { "
                        + "for (int j = 0; j < n; j++) { m[i][j] += m[j][i] * m[j][i] * p + m[j][j] * m[j][j]; } } s += m[n - 1][0] * m[1][1];",
                "double[][] m = new double[n][n]; for (int i = 0; i < n; i++) { m[i][i] = x[i]; } for (int i = 1; i < n; i++) { "
                        + "for (int j = 0; j <= i; j++) { m[i][j] += m[i][0] * m[i][0] * p; } } s += m[n - 1][0] * m[n - 1][1];",
                "double[][] m = new double[n][n]; for (int i = 0; i < n; i++) { m[i][0] = x[i]; } for (int i = 1; i < n; i++) { "
                        + "m[i][0] = m[i - 1][0] * m[i - 1][0] * p; double[] r = m[i]; m[i] = m[i - 1]; m[i - 1] = r; } s += m[n - 1][0];",
                "double[][] m = new double[n][n]; for (int i = 0; i < n; i++) { m[i][0] = x[i]; } m[1] = m[0]; for (int i = 1; i < n; i++) { "
                        + "m[i][0] = m[i - 1][0] * m[i - 1][0] * p; } s += m[n - 1][0];",
                "double[] r = new double[n]; double[][] m = {r, r, new double[n]}; r[0] = p; for (int i = 1; i < 3; i++) { "
                        + "m[i][0] = m[i - 1][0] * m[i - 1][0] * p; } s += m[2][0];",
                "double[] r = new double[n]; double[][] m = new double[n][]; for (int i = 0; i < n; i++) { m[i] = r; } r[0] = p; "
                        + "for (int i = 1; i < 3; i++) { m[i][0] = m[i - 1][0] * m[i - 1][0] * p; } s += m[2][0];",
                "for (int i = 1; i < n; i++) { if (i != 2) { a[i] = a[2] * a[2] * p; } else { a[i] = a[1] * p; } }",
                "for (int i = 1; i < n; i++) { int from = i % 2; a[i] = a[from] * a[from] * p; }",
                "int k = 0; for (int i = 1; i < n; i++) { a[k] = a[k + 1] * a[k + 1] * p; k = (k + 1) % (n - 1); }",
            })
    void ofTriangularAlgorithmsAreKept(String body) {
        assertThat(readsAgain(body)).isFalse();
    }

    /** Rows may be one array: then an index of rows tells no elements apart. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[][] m = {a, a, a, a, a}; for (int i = 1; i < n; i++) { m[i][1] = m[i - 1][1] * m[i - 1][1] * p; }",
                "double[][] m = new double[n][2]; m[0][1] = p; for (int i = 1; i < n; i++) { double[] r = m[i - 1]; "
                        + "m[i] = r; m[i][1] = r[1] * r[1] * x[i]; } s += m[n - 1][1];",
                "double[][] m = new double[n][n]; m[0][0] = p; for (int i = 1; i < n; i++) { for (int j = 1; j < n; j++) "
                        + "{ m[i][j] = m[i - 1][j] * m[i][j - 1] + x[i] * x[j] + m[i - 1][j - 1] * p; } } s += m[n - 1][n - 1];",
            })
    void ofMatricesAreRight(String body) {
        readsAgain(body);
    }
}
