package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops of sums, which run forward and backward at once where nothing is lost by that. */
class FusedLoopsTest {
    private static final String CLASS = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            class Sums {
                @SuppressWarnings("pathwise") @Pathwise
                static double f(double x, double y, double[] w, @Constant double[] data) {
                    int n = data.length;
                    %s
                }
            }
            """;

    private static CompilationResult compile(String body) {
        return Programs.compile(CLASS.formatted(body));
    }

    private static void check(CompilationResult compiled) {
        Subject subject = new Subject(compiled, "demo.Sums", "f", Set.of("data"));
        double[][] samples = {{}, {1.5}, {0.3, -2, 0.7, 1.1}};
        for (double[] data : samples) {
            Modes.check(subject, Point.at(1.3, 0.7, new double[] {0.4, -0.9, 1.2, 0.8}, data));
        }
    }

    private static boolean isFused(CompilationResult compiled) {
        return compiled.generatedSources().values().stream().anyMatch(each -> each.contains("// both sweeps"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double s = 0; for (int i = 0; i < n; i++) { s += Math.sin(x * data[i]) * y; } return s;",
                "double s = x; for (double each : data) { s -= Math.exp(x * each); } return y * y * s / 3;",
                "double s = 0; for (int i = 0; i < n; i++) { double p = w[i] * data[i]; s += p * p * y; } "
                        + "double r = 0.5 * s; double q = x * r; return q * y + x;",
                "double s = 0; double t = y; for (int i = 0; i < n; i++) { s += x * data[i]; t -= w[i] * w[i]; } "
                        + "return x * s - y * t;",
                "double s = 0; for (int i = 0; i < n; i++) { if (data[i] > 0) { s += x * Math.sqrt(data[i]); } else "
                        + "{ double p = y * data[i]; s += p * p * p; } } return 2 * s + Math.sin(x * y);",
                "double s = 0; for (int i = 0; i < n; i++) { double p = y; for (int j = 0; j <= i; j++) "
                        + "{ p = Math.sin(p * x) + w[j]; } s += p * data[i]; } return s;",
                "double s = 0; for (int i = 0; i < n; i++) { for (int j = 0; j < n; j++) "
                        + "{ s += Math.cos(w[i] * data[j] + x) * y; } } return s;",
                "double s = 0; int i = 0; while (i < n) { s += Math.exp(-x * data[i]); i++; } return s * y;",
                "double p = x; for (int i = 0; i < n; i++) { p = Math.sin(p + y); } double s = 0; "
                        + "for (int i = 0; i < n; i++) { s += Math.exp(p * data[i]); } return s + p * y;",
                "double s = 0; for (int i = 0; i < n; i++) { s += Math.sin(x * data[i]); } double z = x * y; double r = 1; "
                        + "for (int i = 0; i < n; i++) { r += Math.exp(-z * data[i]); } double q = 0; for (double each : w) "
                        + "{ q += each * each * x; } return y * s - 2 * r + q * x;",
            })
    void runBothSweepsAtOnce(String body) {
        CompilationResult compiled = compile(body);
        assertThat(isFused(compiled)).isTrue();
        check(compiled);
    }

    /** Where only the last of several loops can: what stands between them changes what the first reads or adds to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double s = 0; for (int i = 0; i < n; i++) { s += x * data[i]; } x = x * y; double r = 0; "
                        + "for (int i = 0; i < n; i++) { r += Math.sin(x * data[i]); } return r + s;",
                "double s = 0; for (int i = 0; i < n; i++) { s += x * data[i]; } double r = 0; for (int i = 0; i < n; i++) "
                        + "{ r += Math.sin(s * data[i]); } return r + s;",
                "double s = 0; for (int i = 0; i < n; i++) { s += x * data[i]; } s *= y; for (int i = 0; i < n; i++) "
                        + "{ s += y * data[i]; } return s;",
                "double s = 0; for (int i = 0; i < n; i++) { s += x * data[i]; } double z = s * s; double r = y; "
                        + "for (int i = 0; i < n; i++) { r += z * data[i]; } return r - x;",
                "double s = 0; for (int i = 0; i < n; i++) { s += x * data[i]; } double r = s; for (int i = 0; i < n; i++) "
                        + "{ r += x * data[i]; } s = 3; return r * y + s;",
            })
    void lastLoopsRunAlone(String body) {
        CompilationResult compiled = compile(body);
        assertThat(isFused(compiled)).isTrue();
        check(compiled);
    }

    /** Where the adjoint of the sum is not known before, or an iteration does more than to add. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double s = 0; for (int i = 0; i < n; i++) { s += x * data[i]; } return s * s;",
                "double s = x; for (int i = 0; i < n; i++) { s += s * y * data[i]; } return s;",
                "double s = 0; for (int i = 0; i < n; i++) { s += x * data[i]; } x = x * s; return x + y;",
                "double s = y; for (int i = 0; i < n; i++) { s += x * data[i]; if (i == 1) { s = x; } } return s;",
                "double s = 0; double t = 1; for (int i = 0; i < n; i++) { s += t * x; t += y; } return s;",
                "double s = 0; for (int i = 0; i < n; i++) { s += x * data[i]; if (i == 2) { break; } } return s;",
                "double[] v = w.clone(); double s = 0; for (int i = 0; i < n; i++) { v[i] = v[i] * x; s += v[i]; } "
                        + "return s + v[0];",
                "double s = 0; for (int i = 0; i < n; i++) { s += x * data[i]; } double e = Math.exp(y); return e * s;",
                "double s = 0; for (int i = 0; i < n; i++) { double before = s; s += x * data[i]; s += before * y; } "
                        + "return s;",
                "double s = 0; for (int i = 0; i < n; i++) { s += x * data[i]; } double r = 0; for (int i = 0; i < n; i++) "
                        + "{ r += Math.sin(s * data[i]); } return r * r + s;",
            })
    void runOneAfterTheOther(String body) {
        CompilationResult compiled = compile(body);
        assertThat(isFused(compiled)).isFalse();
        check(compiled);
    }
}
