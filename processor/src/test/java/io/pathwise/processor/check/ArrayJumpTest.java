package io.pathwise.processor.check;

import static io.pathwise.processor.check.CheckFixture.jumps;
import static io.pathwise.processor.check.CheckFixture.jumpsIn;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jumps that pass through arrays; {@code s} depends on parameters and on a draw. */
final class ArrayJumpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] a = new double[2]; double[] c = a; c[0] = s > k ? 1 : 0; return a[0];",
                "double[] a = new double[2]; double[] c = a; a[0] = s > k ? 1 : 0; return c[0];",
                "double[] a = new double[2]; if (s > k) { a[n] = 1; } return a[0];",
                "double[] a = new double[2]; if (s > k) a[0] = s; return a[1] + a[n];",
                "double[] a = {s > k ? 1 : 0, 2}; return a[n];",
                "double[] a = new double[2]; java.util.Arrays.fill(a, s > k ? 1 : 0); return a[0];",
                "double[] a = {0, 0}; if (s > k) java.util.Arrays.fill(a, 1); return a[1];",
                "double[] a = {0, 0}; if (s > k) java.util.Arrays.fill(a, 0, n, 1); return a[1];",
                "double[] a = {s > k ? 1 : 0}; double[] c = a.clone(); return c[0];",
                "double[] a = {s > k ? 1 : 0}; double[] c = java.util.Arrays.copyOf(a, 2); return c[0];",
                "double[] a = {s > k ? 1 : 0}; double[] c = java.util.Arrays.copyOfRange(a, n, 2); return c[0];",
                "double[] a = {s > k ? 1 : 0}, c = {0}; System.arraycopy(a, 0, c, 0, 1); return c[0];",
                "double[] a = {1}, c = {0}; if (s > k) System.arraycopy(a, 0, c, 0, 1); return c[0];",
                "double[] a = {1}, c = {0}; double[] d = s > k ? a : c; return d[0];",
                "double[] a = {1}, c = {0}; double[] d = c; if (s > k) d = a; return d[0];",
                "double[] a = {1}, c = {0}; double[] d = n > 0 ? a : c; if (s > k) d[0] = 3; return a[0];",
                "double[][] m = new double[2][2]; double[] r = m[n]; r[1] = s > k ? 1 : 0; return m[0][1];",
                "double[][] m = new double[2][2]; m[1][0] = s > k ? 1 : 0; double y = 0; for (double[] r : m) y += r[0]; return y;",
                "double[][] m = {{1, 2}, {3, 4}}; if (s > k) { double[] t = m[0]; m[0] = m[1]; m[1] = t; } return m[0][0];",
                "double[][] m = {{1, 2}, {3, 4}}; double[][] c = m.clone(); if (s > k) c[0][0] = 9; return m[0][0];",
                "double[][] m = new double[2][]; m[0] = new double[] {s > k ? 1 : 0}; return m[0][0];",
                "double[] a = new double[n]; for (int i = 0; i < n; i++) a[i] = s > k ? i : 0; return a[0];",
                "double[] a = new double[n]; for (int i = 0; i < n; i++) { if (s > k) a[i] += 1; } return a[0];",
                "int[] hits = new int[1]; if (s > k) hits[0]++; return hits[0];",
                "int[] hits = new int[1]; if (s > k) hits[0]++; return hits[0] == 1 ? s0 : 0;",
                "double[] a = {s > k ? 1 : 0}; double y = 0; for (double v : a) y += v; return y;",
                "return new double[] {s > k ? 1 : 0, 2}[0];",
                "return new double[] {1, new double[] {s > k ? 1 : 0}[0]}[1];"
            })
    void jumpsThroughArraysAreTold(String body) {
        assertThat(jumpsIn(body)).containsExactly("s > k");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean[] up = {s > k}; return up[0] ? 1 : 0;",
                "boolean[] up = new boolean[1]; up[0] = s > k; return up[0] ? 1 : 0;",
                "boolean[] up = new boolean[1], c = up; c[0] = s > k; return up[0] ? 1 : 0;",
                "boolean[] up = new boolean[1]; java.util.Arrays.fill(up, s > k); return up[0] ? 1 : 0;",
                "boolean[] up = {s > k}; boolean[] c = up.clone(); return c[0] ? 1 : 0;",
                "boolean[] up = {s > k}, c = {false}; System.arraycopy(up, 0, c, 0, 1); return c[0] ? 1 : 0;"
            })
    void conditionsKeptInArraysAreTold(String body) {
        assertThat(jumpsIn(body)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] a = new double[2]; a[0] = Math.max(s - k, 0); return a[0];",
                "double[] a = new double[2]; if (s > k) a[0] = s - k; return a[0];",
                "double[] a = new double[2]; double[] c = a; if (s > k) c[0] = s - k; return a[0];",
                "double[] a = {s > k ? s - k : 0, 1}; return a[0] * a[1];",
                "double[] a = new double[n]; for (int i = 0; i < n; i++) { a[i] = s * i; } return a[0];",
                "double[] a = new double[n]; for (int i = 0; i < n; i++) { double d = w[i] * s; if (d > 0) a[i] = d; else a[i] = 0; } return a[0];",
                "double[] a = new double[n]; for (int i = 0; i < n; i++) { a[i] = Math.tanh(w[i] * s); } double y = 0; for (double v : a) y += v; return y / n;",
                "double[] path = new double[n + 1]; path[0] = s; for (int i = 0; i < n; i++) { path[i + 1] = path[i] * Math.exp(Sampler.normal(0, 1) * sigma); } double mean = 0; for (int i = 0; i <= n; i++) mean += path[i]; mean /= n + 1; return mean > k ? mean - k : 0;",
                "double[] path = new double[n + 1]; path[0] = s; for (int i = 0; i < n; i++) { path[i + 1] = path[i] * Math.exp(Sampler.normal(0, 1) * sigma); } return Math.max(path[n] - k, 0);",
                "double[] path = new double[n + 1]; path[0] = s; for (int i = 0; i < n; i++) { path[i + 1] = path[i] * Math.exp(Sampler.normal(0, 1) * sigma); } return path[n] > k ? path[n] - k : 0;",
                "double[] a = w.clone(); for (int i = 0; i < n; i++) { a[i] *= s; if (a[i] < 0) a[i] = 0; } return a[0];",
                "double[] a = w.clone(); for (int i = 0; i < n; i++) { a[i] = a[i] > s ? a[i] : s; } return a[0];",
                "double[][] m = new double[n][n]; m[0][0] = s; if (m[0][0] > k) m[0][0] = k; return m[0][0];",
                "double[][] m = new double[2][2]; double[] r = m[1]; if (s > k) r[0] = s - k; return m[1][0];",
                "double[] a = new double[1]; java.util.Arrays.fill(a, s); if (a[0] > k) java.util.Arrays.fill(a, k); return a[0];",
                "double[] a = {s}; double[] c = a.clone(); if (c[0] > k) c[0] = k; return c[0];",
                "double[] a = {s}, c = new double[1]; System.arraycopy(a, 0, c, 0, 1); return c[0] > k ? c[0] - k : 0;",
                "double[] d = s > k ? new double[] {s - k} : new double[] {0}; return d[0];",
                "double y = 0; for (int i = 0; i < n; i++) { if (s > k) { double[] t = {s - k, i}; y += t[0] * t[1]; } } return y;",
                "double y = 0; for (int i = 0; i < n; i++) { double[] t = new double[2]; t[0] = s - k; y += t[0] > 0 ? t[0] : 0; } return y;",
                "double[] a = new double[2]; a[0] = s > k ? 1 : 0; return s;"
            })
    void whatDoesNotJumpIsQuiet(String body) {
        assertThat(jumpsIn(body)).isEmpty();
    }

    @Test
    void elementsOfAnotherArrayMayBeTheSame() {
        assertThat(jumpsIn("double[] a = {0, 0}; double[] c = {0, 0}; double[] d = n > 0 ? a : c;"
                        + "d[0] = s - k; a[0] = 1; return s > k ? d[0] : 0;"))
                .containsExactly("s > k");
    }

    @Test
    void functionsThatJumpReachTheResultThroughArrays() {
        assertThat(jumpsIn("double[] a = new double[2]; java.util.Arrays.fill(a, Math.floor(s)); return a[0];"))
                .containsExactly("Math.floor(s)");
        assertThat(jumpsIn("double[] a = {s}, c = {0}; System.arraycopy(a, 0, c, 0, 1); return Math.floor(c[0]);"))
                .containsExactly("Math.floor(c[0])");
    }

    @Test
    void matricesOfTheCaller() {
        String method = """
                @Pathwise
                static double layer(double[][] w, double x) {
                    double[] hidden = new double[w.length];
                    for (int i = 0; i < w.length; i++) {
                        double[] row = w[i];
                        double sum = Sampler.normal(0, 1);
                        for (int j = 0; j < row.length; j++) {
                            sum += row[j] * x;
                        }
                        hidden[i] = Math.max(sum, 0);
                    }
                    return hidden[0] > 0 ? hidden[0] : 0;
                }
                """;
        assertThat(jumps(method)).isEmpty();
        assertThat(jumps(method.replace("hidden[0] : 0;", "1 : 0;"))).containsExactly("hidden[0] > 0");
    }
}
