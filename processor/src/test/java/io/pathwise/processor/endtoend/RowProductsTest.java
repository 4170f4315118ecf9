package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products of matrix rows with vectors, which reverse mode computes several at a time. */
class RowProductsTest {
    private static final String CLASS = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            class Product {
                @SuppressWarnings("pathwise") @Pathwise static double f(double[] w, double[] b, @Constant double[][] x) {
                    %s
                }
            }
            """;
    private static final double[][] ROWS = {{1, -2}, {0.5, 0.3}, {-1.5, 2}, {0.25, 4}, {3, 0.1}};

    private static CompilationResult compile(String body) {
        return Programs.compile(CLASS.formatted(body));
    }

    private static void check(CompilationResult compiled) {
        Subject subject = new Subject(compiled, "demo.Product", "f", Set.of("x"));
        Modes.check(subject, Point.at(new double[] {0.7, -0.4}, new double[] {0.1, 0.2, -0.3, 0.4, 0.5}, ROWS));
    }

    private static boolean isExtracted(CompilationResult compiled) {
        return compiled.generatedSources().values().stream().anyMatch(each -> each.contains("Rows.products("));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double s = 0; for (int i = 0; i < x.length; i++) { double p = b[i]; for (int j = 0; j < w.length; j++) "
                        + "{ p += x[i][j] * w[j]; } s += Math.tanh(p); } return s * w[0];",
                "double s = 0; for (int i = 0; i < x.length; i++) { double[] row = x[i]; double p = 0; "
                        + "for (int j = 0; j < 2; j++) { p += w[j] * row[j]; } s += p * p; } return s;",
                "double[] y = new double[5]; for (int i = 0; i < 5; i++) { double p = 0; for (int j = 0; j < 2; j++) "
                        + "{ p += x[i][j] * w[j]; } y[i] = p * b[i]; } return y[0] * y[4] + y[1] * y[2] * y[3];",
                "double s = 0; for (int i = 0; i < 4; i++) { double p = b[i]; for (int j = 0; j < 2; j++) "
                        + "{ p += x[i][j] * w[j]; } double q = b[i]; for (int j = 0; j < 2; j++) "
                        + "{ q += x[i][j] * w[j]; } s += p * Math.sin(q); } return s;"
            })
    void areExtracted(String body) {
        CompilationResult compiled = compile(body);
        assertThat(isExtracted(compiled)).isTrue();
        check(compiled);
    }

    /** Where a row or the vector changes from iteration to iteration, or an iteration may be the last. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] v = w.clone(); double s = 0; for (int i = 0; i < 5; i++) { double p = 0; "
                        + "for (int j = 0; j < 2; j++) { p += x[i][j] * v[j]; } v[0] += 0.1 * p; s += p; } return s;",
                "double[][] m = {{w[0], 1}, {w[1], 2}, {0, 0}}; double s = 0; for (int i = 0; i < 2; i++) { double p = 0; "
                        + "for (int j = 0; j < 2; j++) { p += m[i][j] * b[j]; } m[i + 1][0] = p; s += p; } return s;",
                "double s = 0; for (int i = 0; i < 9; i++) { double p = 0; for (int j = 0; j < 2; j++) "
                        + "{ p += x[i][j] * w[j]; } s += p; if (i == 4) { break; } } return s;",
                "double s = 0; for (int i = 0; i < 5; i++) { double p = 0; for (int j = 0; j < i %% 3; j++) "
                        + "{ p += x[i][j] * w[j]; } s += p * b[i]; } return s;"
            })
    void stayWhereTheyAre(String body) {
        CompilationResult compiled = compile(body.replace("%%", "%"));
        assertThat(isExtracted(compiled)).isFalse();
        check(compiled);
    }

    @Test
    void loopsThatSkipTheFirstRowStay() {
        CompilationResult compiled = compile("double s = 0; for (int i = 1; i < 5; i++) { double p = 0; "
                + "for (int j = 0; j < 2; j++) { p += x[i][j] * w[j]; } s += p * p; } return s;");
        assertThat(isExtracted(compiled)).isFalse();
        check(compiled);
    }
}
