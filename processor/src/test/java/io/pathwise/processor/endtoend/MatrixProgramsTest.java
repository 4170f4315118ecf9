package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pathwise.runtime.Gradient;
import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Matrices as active parameters, in all modes and as functions of one vector. */
class MatrixProgramsTest {
    private static final double[] NONE = {};

    private static final String PRODUCT = """
            @Pathwise static double[][] product(double[][] p, double[][] q) {
                double[][] r = new double[2][2];
                for (int i = 0; i < 2; i++) {
                    for (int j = 0; j < 2; j++) { for (int k = 0; k < 2; k++) { r[i][j] += p[i][k] * q[k][j]; } }
                }
                return r;
            }
            """;

    static Stream<Arguments> bodies() {
        return Stream.of(
                body("elements", "return w[0][0] * w[1][1] * b - Math.sin(w[0][1]) * w[1][0];"),
                body("a layer", """
                        double[] h = new double[w.length];
                        for (int i = 0; i < w.length; i++) {
                            double sum = v[i];
                            for (int j = 0; j < w[i].length; j++) { sum += w[i][j] * v[j]; }
                            h[i] = Math.tanh(sum);
                        }
                        double s = 0;
                        for (double each : h) { s += each * each * b; }
                        return s;"""),
                body("a row by another name", """
                        double[] row = w[1]; double s = 0;
                        for (int j = 0; j < row.length; j++) { s += row[j] * row[j] * w[0][j % 2]; }
                        return s * b;"""),
                body("all rows", """
                        double p = b;
                        for (double[] row : w) { p *= row[0] + Math.exp(-row[1]); }
                        return p;"""),
                body("one of two rows", "double[] row = n > 1 ? w[0] : w[1]; return row[0] * row[1] * v[1] * b;"),
                body("rows that are copied", """
                        double[] x = w[0].clone(); double[] y = java.util.Arrays.copyOf(w[1], 3);
                        for (int i = 0; i < n; i++) { x[0] *= y[1] * 0.5; y[2] += x[0] * x[1]; y[1] = Math.cos(y[2]); }
                        return x[0] * y[2] + y[0] * b;"""),
                body("a copy with rows of its own", """
                        double[][] m = new double[w.length][];
                        for (int i = 0; i < w.length; i++) { m[i] = w[i].clone(); }
                        for (int t = 0; t < n; t++) { m[t % 2][0] = m[1 - t % 2][1] * m[t % 2][0] * b; m[1][1] += v[0] * m[0][0]; }
                        return m[0][0] + m[1][0] * m[1][1] * w[0][0];"""),
                body("a copy whose rows are replaced by copies", """
                        double[][] m = w.clone();
                        for (int i = 0; i < w.length; i++) { m[i] = w[i].clone(); }
                        for (int t = 0; t < n; t++) { m[t % 2][0] = m[1 - t % 2][1] * m[t % 2][0] * b; m[1][1] += v[0] * m[0][0]; }
                        return m[0][0] + m[1][0] * m[1][1] * w[0][0];"""),
                body("rows replaced while the copy is computed with", """
                        double[][] m = w.clone();
                        for (int i = 0; i < m.length; i++) { m[i] = m[i].clone(); m[i][1] *= b * m[0][0]; }
                        return m[0][1] * m[1][1] * w[0][1];"""),
                body("a matrix that a helper multiplies with a parameter", """
                        double[][] m = w;
                        for (int t = 0; t < n; t++) { m = product(m, w); }
                        m = product(m, w);
                        return m[0][1] * m[1][0] * b;"""),
                body("a matrix of the same rows", """
                        double[][] m = {w[1], w[0], v};
                        double s = 0;
                        for (int i = 0; i < 3; i++) { s += m[i][0] * m[(i + 1) % 3][1] * w[0][1]; }
                        return s * b;"""),
                body("a product of matrices", """
                        double[][] m = new double[2][2];
                        for (int t = 0; t <= n; t++) {
                            double[][] next = new double[2][2];
                            for (int i = 0; i < 2; i++) {
                                for (int j = 0; j < 2; j++) {
                                    for (int k = 0; k < 2; k++) { next[i][j] += w[i][k] * (m[k][j] + b); }
                                }
                            }
                            m = next;
                        }
                        return m[0][1] * m[1][0] - m[0][0];"""),
                body(
                        "another name for the matrix",
                        "double[][] u = w; return u[0][1] * w[1][0] * b + u[1][1] * u[1][1];"),
                body("draws", """
                        double s = 0;
                        for (int i = 0; i < w.length; i++) { s += w[i][0] * Sampler.normal(w[i][1], b); }
                        return s;"""));
    }

    private static Arguments body(String name, String body) {
        return Arguments.of(name, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void allModesAgree(String name, String body) {
        Subject subject = subject(body);
        double[][] wide = {{0.7, 1.3}, {-0.4, 0.9}};
        double[][] ragged = {{0.3, 0.8}, {1.1, 0.6, -0.2}};
        for (double[][] w : new double[][][] {wide, ragged}) {
            for (int n : new int[] {0, 1, 3}) {
                Modes.check(
                        subject,
                        Point.at(w, new double[] {0.5, -1.2, 0.3}, 1.4, n).normals(0.3, -0.8));
            }
        }
    }

    @Test
    void gradientsOfAnotherShapeAreRefused() {
        Subject subject = subject("return w[0][0] * w[1][1];");
        Point square = Point.at(new double[][] {{1, 2}, {3, 4}}, new double[3], 1.0, 1);
        Point flat = Point.at(new double[][] {{1, 2}}, new double[3], 1.0, 1);
        Point ragged = Point.at(new double[][] {{1, 2}, {3, 4, 5}}, new double[3], 1.0, 1);
        assertThatThrownBy(() -> subject.reverse(square, 1, subject.newGradient(flat)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MatrixBody.f: the gradient's w has length 1, but the argument has length 2");
        assertThatThrownBy(() -> subject.reverse(square, 1, subject.newGradient(ragged)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MatrixBody.f: the gradient's w[1] has length 3, but the argument has length 2");
    }

    @Test
    void gradientsAddScaleClearAndFlattenRowByRow() throws ReflectiveOperationException {
        Subject subject = subject("return w[0][0] * w[1][2] + v[0] * b;");
        Point point = Point.at(new double[][] {{2, 3}, {5, 7, 11}}, new double[] {13, 17}, 19.0, 1);
        Gradient gradient = subject.newGradient(point);
        subject.reverse(point, 1, gradient);
        gradient.getClass().getMethod("add", gradient.getClass()).invoke(gradient, gradient);
        gradient.scale(0.25);
        assertThat(gradient.toArray()).containsExactly(5.5, 0, 0, 0, 1, 9.5, 0, 6.5);
        gradient.clear();
        assertThat(gradient.toArray()).containsOnly(0).hasSize(8);
    }

    @Test
    void functionsTakeMatricesByTheirRowsAndColumns() throws ReflectiveOperationException {
        Subject subject = subject("""
                double s = 0;
                for (double[] row : w) { s += row[0] * row[1] * row[2] * Sampler.normal(0, 1); }
                return s * v[0] * b;""");
        PathwiseFunction function = (PathwiseFunction) subject.companion()
                .getDeclaredMethod("fFunction", int.class, int.class, int.class, int.class)
                .invoke(null, 2, 3, 1, 0);
        assertThat(function.parameterNames())
                .containsExactly("w[0][0]", "w[0][1]", "w[0][2]", "w[1][0]", "w[1][1]", "w[1][2]", "v[0]", "b");
        double[] at = {2, 3, 5, 7, 11, 13, 17, 19};
        double[] normals = {0.5, -1};
        double sum = 30 * 0.5 - 1001;
        assertThat(function.noise(at)).isEqualTo(NoiseCount.of(2, 0));
        assertThat(function.value(at, normals, NONE)).isEqualTo(sum * 17 * 19);
        double[] direction = {0, 0, 0, 0, 1, 0, 0, 0};
        assertThat(function.forward(at, direction, normals, NONE).tangent()).isEqualTo(-7.0 * 13 * 17 * 19);
        double[] gradient = new double[8];
        function.copy().gradient(at, normals, NONE, gradient);
        double scale = 17 * 19;
        assertThat(gradient)
                .containsExactly(
                        7.5 * scale, 5 * scale, 3 * scale, -143 * scale, -91 * scale, -77 * scale, sum * 19, sum * 17);
        assertThatThrownBy(() -> function.value(new double[3], normals, NONE))
                .hasMessage("MatrixBody.f: parameters.length is 3, but must be 8: w[2][3], v[1], b");
    }

    private static Subject subject(String body) {
        String source = "package demo; import io.pathwise.Pathwise; import io.pathwise.runtime.Sampler;\n"
                + "public class MatrixBody {\n@SuppressWarnings(\"pathwise\") @Pathwise\n"
                + "public static double f(double[][] w, double[] v, double b, int n) {\n" + body + "\n}\n" + PRODUCT
                + "}\n";
        return new Subject(Programs.compile(source), "demo.MatrixBody", "f", Set.of());
    }
}
