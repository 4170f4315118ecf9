package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Helpers that take and return arrays, in all modes. */
class ArrayHelpersTest {
    private static final String CLASS = """
            package demo;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            class Helped {
                @SuppressWarnings("pathwise") @Pathwise static double f(double a, double b, double[] w, int n) {
                    %s
                }
                @Pathwise static double[] scaled(double[] x, double factor) {
                    double[] y = new double[x.length];
                    for (int i = 0; i < x.length; i++) { y[i] = x[i] * factor; }
                    return y;
                }
                @Pathwise static double[] times(double[] x, double[] y) {
                    double[] z = new double[x.length];
                    for (int i = 0; i < x.length; i++) { z[i] = x[i] * y[i]; }
                    return z;
                }
                @Pathwise static double dot(double[] x, double[] y) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) { sum += x[i] * y[i]; }
                    return sum;
                }
                @Pathwise static double[] chosen(double[] x, double[] y, int n) {
                    if (n > 1) { return x; }
                    return y;
                }
                @Pathwise static double[] grown(double[] x, double end, int n) {
                    for (int i = 0; i < n; i++) { if (i == 2) { return x; } x = java.util.Arrays.copyOf(x, x.length + 1); x[x.length - 1] = end * x[0]; }
                    return x;
                }
                @Pathwise static double[][] outer(double[] x, double[] y) {
                    double[][] m = new double[x.length][y.length];
                    for (int i = 0; i < x.length; i++) { m[i] = scaled(y, x[i]); }
                    return m;
                }
                @Pathwise static double[] path(double start, double sigma, int n) {
                    double[] x = new double[n + 1];
                    x[0] = start;
                    for (int i = 0; i < n; i++) { x[i + 1] = x[i] * Math.exp(sigma * Sampler.normal(0, 1)); }
                    return x;
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] y = scaled(w, a); return y[0] * y[1] + b;",
                "return scaled(w, a)[0] * scaled(w, b)[1];",
                "return scaled(scaled(w, a), b * a)[1] * scaled(w, b).length;",
                "double[] x = {a, b}; return dot(x, x) * dot(x, w) + dot(w, w);",
                "double[] x = {a, b}; double s = dot(x, w); x[0] = s * b; return dot(x, w) * s;",
                "double[] x = {a, b}; double[] y = chosen(x, w.clone(), n); y[0] *= b; y[1] += x[0]; return x[0] * y[1];",
                "double[] x = {a, b}; double[] y = {b, 2}; chosen(x, y, n)[1] = a * b; return x[1] * y[1];",
                "double[] x = w.clone(); for (int i = 0; i < n; i++) { x = scaled(x, Math.sin(a * x[0]) + b); } return x[0] * x[1];",
                "double[] y = grown(w, a, n); double s = b; for (double each : y) { s += each * each; } return s;",
                "double[] p = w; p = times(p, w); for (int i = 0; i < n; i++) { p = times(p, w); } return p[0] * p[1] * a;",
                "double[][] m = outer(w, new double[] {a, b, a * b}); return m[0][0] * m[1][2] + m[1][1];",
                "double s = 0; for (double[] row : outer(w, w)) { s += dot(row, w) * a; } return s * b;",
                "double[] x = path(a, b, n); double mean = 0; for (double each : x) { mean += each / x.length; } return mean * w[0];",
                "return dot(path(a, 0.2, 1), path(b, 0.3, 1)) * w[1];",
                "double[] x = {a, b}; return x[0] * dot(scaled(x, w[0]), x) + (x[0] = b) * x[1];"
            })
    void allModesAgree(String body) {
        Subject subject = new Subject(Programs.compile(CLASS.formatted(body)), "demo.Helped", "f", Set.of());
        for (int n : List.of(0, 1, 3)) {
            Point point = Point.at(0.7, 1.3, new double[] {0.9, -0.6}, n).normals(0.3, -0.8, 0.5);
            Modes.check(subject, point);
        }
    }

    @Test
    void helpersThatReturnArraysHaveNoMembersOfTheirOwn() {
        Subject subject = new Subject(Programs.compile(CLASS.formatted("return a;")), "demo.Helped", "f", Set.of());
        assertThat(Stream.of(subject.companion().getDeclaredMethods()).map(each -> each.getName()))
                .contains("dotGradient", "f")
                .doesNotContain("scaled", "outerReverse", "path");
    }
}
