package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Multiples of matrix rows that the reverse sweep adds to a vector, which the runtime adds together behind the loop. */
class RowMultiplesTest {
    private static final String CLASS = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            class Layer {
                @SuppressWarnings("pathwise") @Pathwise static double f(double[][] w, double[] x, @Constant double[][] c) {
                    %s
                }
            }
            """;
    private static final double[][] WEIGHTS = {
        {0.7, -0.4, 1.1}, {0.1, 0.2, -0.3}, {0.5, -0.6, 0.9}, {-0.2, 0.3, 0.8}, {1.2, -0.1, 0.4}, {0.6, 0.5, -0.7}
    };
    private static final double[] INPUTS = {0.3, -1.2, 0.8};
    private static final double[][] CONSTANTS = {{0.5}, {1.5}, {-0.5}, {2.5}, {0.25}, {-1}};

    private static CompilationResult checked(String body) {
        CompilationResult compiled = Programs.compile(CLASS.formatted(body));
        Modes.check(new Subject(compiled, "demo.Layer", "f", Set.of("c")), Point.at(WEIGHTS, INPUTS, CONSTANTS));
        return compiled;
    }

    private static boolean isCall(CompilationResult compiled) {
        return compiled.generatedSources().values().stream().anyMatch(each -> each.contains("Rows.addMultiples("));
    }

    /** With the factors in an array that the program has, in one that keeps them, twice, counted either way, and for some rows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] y = new double[w.length]; for (int i = 0; i < w.length; i++) { double s = 0; "
                        + "for (int j = 0; j < x.length; j++) { s += w[i][j] * x[j]; } y[i] = s; } "
                        + "double r = 0; for (int i = 0; i < y.length; i++) { r += Math.sin(y[i]) * c[i][0]; } return r;",
                "double r = 0; for (int i = 0; i < w.length; i++) { double s = c[i][0]; "
                        + "for (int j = 0; j < x.length; j++) { s += w[i][j] * x[j]; } r += Math.tanh(s) * r; r += s; } return r;",
                "double r = 0; for (int i = w.length - 1; i >= 0; i--) { double[] row = w[i]; double s = 0; double t = 1; "
                        + "for (int j = 0; j < 3; j++) { s += row[j] * x[j]; } "
                        + "for (int j = 0; j < 2; j++) { t += row[j] * x[j]; } r += s * t; } return r * r;",
                "double r = 0; for (int i = 0; i < w.length; i++) { double s = 0; "
                        + "for (int j = 0; j < 3; j++) { s += w[i][j] * x[j]; } r += s * s; if (r > 0.5) { break; } } return r;",
            })
    void areAddedTogether(String body) {
        assertThat(isCall(checked(body))).isTrue();
    }

    /** Where the adjoint of the vector is used in the loop, the first row takes no part, or the rows are not those of w. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] v = x.clone(); for (int i = 0; i < w.length; i++) { double s = 0; "
                        + "for (int j = 0; j < v.length; j++) { s += w[i][j] * v[j]; } v[0] = Math.sin(s); } return v[0] + v[1];",
                "double r = 1; for (int i = 1; i < w.length; i++) { double s = 0; "
                        + "for (int j = 0; j < 3; j++) { s += w[i][j] * x[j]; } r *= 1 + 0.1 * s; } return r;",
                "double r = 0; for (int i = 0; i < w.length; i++) { double s = 0; "
                        + "for (int j = 0; j < 3; j++) { s += w[(i + 1) % 6][j] * x[j]; } r += s * s; } return r;",
            })
    void stayInTheirLoop(String body) {
        assertThat(isCall(checked(body))).isFalse();
    }
}
