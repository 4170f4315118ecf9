package io.pathwise.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which writes change arrays of the caller, or may do so. */
class ForeignWritesTest {
    private static final String METHOD = """
            @Pathwise
            static double f(double x, double[] w, double[][] m, @Constant double[] c, int n, int[] k) {
                %s
                return x;
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            w[0] = 1;                                              | w[0]
            w[0] += x;                                             | w[0]
            w[n]++;                                                | w[n]
            x = w[0]++;                                            | w[0]
            k[n] = n;                                              | k[n]
            c[0] = 1;                                              | c[0]
            m[0][1] = 2;                                           | m[0][1]
            m[n] = new double[2];                                  | m[n]
            double[] v = w; v[1] = x;                              | v[1]
            double[] v = n > 0 ? w : new double[3]; v[1] = x;      | v[1]
            double[] v = new double[3]; if (n > 0) v = w; v[1] = x; | v[1]
            double[] v = new double[3]; if (n > 0) { v = w; } else { v[0] = 1; } v[1] = x; | v[1]
            double[] a = w, b = new double[2]; for (int i = 0; i < n; i++) { double[] t = a; a = b; b = t; b[0] = x; } | b[0]
            double[] a = new double[2]; while (x < n) { if (x > 2) { a = w; break; } x++; } a[0] = x; | a[0]
            double[] row = m[n]; row[0] = x;                       | row[0]
            for (double[] row : m) row[0] = x;                     | row[0]
            for (double[] row : m) for (int j = 0; j < n; j++) row[j] = x; | row[j]
            double[][] t = m.clone(); t[0][0] = x;                 | t[0][0]
            double[][] t = java.util.Arrays.copyOf(m, 2); t[0][0] = x; | t[0][0]
            double[][] t = {w, new double[2]}; t[1][0] = x;        | t[1][0]
            double[][] t = new double[2][]; t[0] = w; t[1] = new double[2]; t[n][0] = x; | t[n][0]
            double[][] t = new double[2][2], u = t; u[0] = w; t[1][0] = x; | t[1][0]
            double[][] t = new double[2][2]; for (int i = 0; i < n; i++) { t[1][0] = x; t[0] = w; } | t[1][0]
            double[][] t = new double[2][]; java.util.Arrays.fill(t, w); t[1][0] = x; | t[1][0]
            double[][] t = m.clone(); for (int i = 1; i < m.length; i++) t[i] = m[i].clone(); t[1][0] = x; | t[1][0]
            double[][] t = m.clone(); for (int i = 0; i < n; i++) t[i] = m[i].clone(); t[1][0] = x; | t[1][0]
            double[][] t = m.clone(); for (int i = 0; i < w.length; i++) t[i] = m[i].clone(); t[1][0] = x; | t[1][0]
            double[][] t = m.clone(); for (int i = 0; i < m.length; i++) if (n > i) t[i] = m[i].clone(); t[1][0] = x; | t[1][0]
            double[][] t = m.clone(); for (int i = 0; i < m.length; i++) { if (n > i) break; t[i] = m[i].clone(); } t[1][0] = x; | t[1][0]
            double[][] t = m.clone(); for (int i = 0; i < m.length; i++) { t[i] = m[i].clone(); t[0] = w; } t[1][0] = x; | t[1][0]
            double[][] t = m.clone(); for (int i = 0; i < m.length; i++) { t[1][0] = x; t[i] = m[i].clone(); } | t[1][0]
            double[][] t = m.clone(), u = t; if (n > 0) u = m; for (int i = 0; i < m.length; i++) u[i] = new double[1]; | u[i]
            double[][] t = m.clone(), u = n > 0 ? t : m.clone(); for (int i = 0; i < m.length; i++) u[i] = new double[1]; t[1][0] = x; | t[1][0]
            double[][] t = m.clone(); for (int i = 0; i < n; i++) { t[i] = m[i].clone(); t[n] = w; t[i][0] = x; } | t[i][0]
            double[][] t = m.clone(); for (int i = 0; i < n; ) { t[i] = m[i].clone(); i++; t[i][0] = x; } | t[i][0]
            double[][] t = m.clone(); t[n] = new double[1]; if (n > 0) { t[n] = w; } t[n][0] = x; | t[n][0]
            double[][] t = m.clone(); t[n] = new double[1]; t = m; t[n][0] = x; | t[n][0]
            double[][] t = m.clone(); double[] row = t[0]; for (int i = 0; i < m.length; i++) t[i] = m[i].clone(); row[0] = x; | row[0]
            double[][] t = new double[2][]; System.arraycopy(m, 0, t, 0, 2); t[1][0] = x; | t[1][0]
            double[] v = switch (n) { case 0 -> w; default -> new double[1]; }; v[0] = 1; | v[0]
            java.util.Arrays.fill(w, x);                           | java.util.Arrays.fill(w, x)
            java.util.Arrays.fill(m[0], x);                        | java.util.Arrays.fill(m[0], x)
            double[] v = w; System.arraycopy(c, 0, v, 0, 2);       | System.arraycopy(c, 0, v, 0, 2)
            """)
    void refusesWritesThatMayReachTheCaller(String statements, String write) {
        assertThat(CheckFixture.messages(METHOD.formatted(statements)))
                .containsExactly("WritesParameterArray " + write);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] v = w.clone(); v[0] = x;",
                "w = w.clone(); w[0] = x; w[1] += w[0];",
                "double[] v = w; v = v.clone(); v[0] = x;",
                "double[] v = w; x = v[0]; v = new double[2]; v[0] = x;",
                "double[] v = java.util.Arrays.copyOf(w, n); java.util.Arrays.fill(v, 0, n, x);",
                "double[] v = new double[n]; System.arraycopy(w, 0, v, 0, n); v[0]++;",
                "double[][] t = new double[m.length][]; for (int i = 0; i < n; i++) t[i] = m[i].clone(); t[0][0] = x;",
                "double[][] t = m.clone(); t[0] = new double[2]; x = t[0][0];",
                "double[][] t = m.clone(); for (int i = 0; i < m.length; i++) t[i] = m[i].clone(); t[1][0] = x;",
                "double[][] t = m.clone(); for (int i = 0; i < t.length; i++) { t[i] = t[i].clone(); t[i][0] = x; } t[1][0] = x;",
                "int r = m.length; double[][] t = m.clone(); for (int i = 0; i < r; ++i) { double[] row = m[i]; t[i] = row.clone(); } t[1][0]++;",
                "double[][] t = m.clone(); for (int i = 0; i < n; i++) { t[i] = m[i].clone(); t[i][0] = x; }",
                "double[][] t = m.clone(); t[0] = new double[2]; t[0][1] = x; t[1] = t[0]; t[1][0] = x;",
                "double[][] t = new double[2][]; t[0] = w; t[1] = new double[2]; t[1][0] = x;",
                "double[][] t = m, u = new double[2][2]; t = u; t[1][0] = x;",
                "double[][] t = m, u = new double[2][2]; for (int i = 0; i < n; i++) { u[i][0] = t[i][1]; t = u; }",
                "double[] row = m[0].clone(); row[0] = x;",
                "double[] row = m[0]; double[][] t = new double[2][2]; t[0][0] = row[0];",
                "double[][] t = new double[2][2]; for (double[] row : t) for (int j = 0; j < 2; j++) row[j] = w[j];",
                "double[] a = new double[2], b = {1, 2}; for (int i = 0; i < n; i++) { double[] s = a; a = b; b = s; b[0] = a[1]; }",
                "double[] v; if (n > 0) { v = w; x = v[0]; } else { v = new double[1]; v[0] = x; }",
                "int[] p = k.clone(); p[k[0]]++;"
            })
    void allowsWritesToArraysOfTheMethodsOwn(String statements) {
        assertThat(CheckFixture.messages(METHOD.formatted(statements))).isEmpty();
    }

    @Test
    void followsArraysIntoHelpers() {
        assertThat(CheckFixture.messages("""
                @Pathwise static double f(double[] w) { double[] v = w.clone(); return first(v, 1) + first(w, 2); }
                @Pathwise static double first(double[] v, double x) { v[0] = x; return v[0]; }
                """)).containsExactly("WritesParameterArray w");
    }

    @Test
    void tellsTheResultOfAHelperFromItsArguments() {
        String multiply = """
                @Pathwise static double[][] multiply(double[][] p, double[][] a) {
                    double[][] q = new double[p.length][a[0].length];
                    for (int i = 0; i < p.length; i++) for (int j = 0; j < a.length; j++) q[i][0] += p[i][j] * a[j][0];
                    return q;
                }
                """;
        assertThat(CheckFixture.messages("""
                @Pathwise static double f(double[][] a, int n) {
                    double[][] p = a;
                    for (int i = 0; i < n; i++) { p = multiply(p, a); }
                    p[0][0] = 1;
                    return p[0][0];
                }
                """ + multiply)).containsExactly("WritesParameterArray p[0][0]");
        assertThat(CheckFixture.messages("""
                @Pathwise static double f(double[][] a, int n) {
                    double[][] p = multiply(a, a);
                    for (int i = 0; i < n; i++) { p = multiply(p, a); p[i][0] = 1; }
                    return p[0][0];
                }
                """ + multiply)).isEmpty();
    }

    @Test
    void saysHowToCopy() {
        assertThat(CheckFixture.diagnostics(METHOD.formatted("double[] v = w; v[0] = x; m[0][0] = 1;")))
                .extracting(diagnostic -> diagnostic.text())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("'v[0]' is written, which changes or may change 'w'")
                                .contains("help: write to a copy of its own: w.clone()"),
                        second -> assertThat(second)
                                .contains("'m[0][0]' is written, which changes or may change 'm'")
                                .contains("clone() each row, copy[i] = m[i].clone()"));
    }
}
