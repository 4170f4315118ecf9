package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Local arrays in all modes: every way to create, share, read and overwrite them. */
class ArrayProgramsTest {
    static Stream<Arguments> bodies() {
        return Stream.of(
                body("initialised", "double[] x = {a, b, a * b}; return x[0] * x[1] + Math.exp(x[2]);"),
                body("written in any order", """
                        double[] x = new double[3];
                        x[2] = a * b; x[0] = x[2] * a; x[1] = x[0] - x[2] * x[0];
                        return x[0] * x[1] * x[2];"""),
                body("updated in place", """
                        double[] x = {a, b, a * b};
                        for (int t = 0; t < n; t++) {
                            x[0] = x[0] * x[1] + 0.1; x[1] += Math.sin(x[2]) * x[0]; x[2] = Math.exp(-x[2] * x[2]);
                        }
                        return x[0] + x[1] * x[2];"""),
                body("element by element", """
                        double[] x = new double[n];
                        for (int i = 0; i < n; i++) { x[i] = i == 0 ? a : x[i - 1] * b + Math.cos(x[i - 1]); }
                        double s = 0;
                        for (int i = n - 1; i >= 0; i--) { s += x[i] * x[n - 1 - i]; }
                        return s;"""),
                body("the same element on both sides", """
                        double[] x = {a, b};
                        for (int i = 0; i < n; i++) { x[i % 2] = 2 * x[i % 2] + 0.1 * x[i * 7 % 2]; }
                        return x[0] * x[1];"""),
                body("scaled, divided and negated in place", """
                        double[] x = {a, b};
                        for (int i = 0; i < n; i++) { x[0] *= b; x[1] /= x[0] * x[0] + 2; x[0] = -x[0]; x[1]++; x[0] %= 5; }
                        return x[0] * x[1];"""),
                body("two names", """
                        double[] x = {a, b}; double[] y = x;
                        y[0] = y[0] * b; x[1] = x[1] * y[0];
                        return x[0] * y[1];"""),
                body("one name for one of two", """
                        double[] x = {a, b}; double[] y = {b, 3}; double[] z;
                        if (n > 3) { z = x; } else { z = y; }
                        z[0] *= a; y[1] *= z[0]; x[1] += z[1] * z[0];
                        return x[0] * y[1] + x[1] * y[0];"""),
                body("chosen by a condition", """
                        double[] x = {a, b}; double[] y = {b, 3};
                        for (int i = 0; i < n; i++) { double[] z = i % 2 == 0 ? x : y; z[i % 2] += z[1 - i % 2] * a; }
                        return x[0] * y[1] + x[1] * y[0];"""),
                body("a clone", """
                        double[] x = {a, b}; double[] y = x.clone();
                        y[0] = 3 * a * x[1]; x[1] = y[0] * y[1];
                        return x[0] * x[1] * y[0] * y[1];"""),
                body("two arrays that change places", """
                        double[] x = {a, b, 1}; double[] y = new double[3];
                        for (int t = 0; t < n; t++) {
                            for (int i = 0; i < 3; i++) { y[i] = x[i] * x[(i + 1) % 3] + Math.cos(x[i]); }
                            double[] swap = x; x = y; y = swap;
                        }
                        return x[0] - x[1] * x[2];"""),
                body("an array in each iteration", """
                        double s = 0;
                        for (int i = 0; i < n; i++) {
                            double[] x = new double[3];
                            x[0] = a + i; x[1] = x[0] * b; x[2] = Math.exp(-x[1] * x[0]); x[0] = x[2] * x[1];
                            s += x[0] * x[2];
                        }
                        return s;"""),
                body("an array that grows", """
                        double[] x = {a}; double s = 0; int i = 0;
                        while (i < n) {
                            double[] y = new double[x.length + 1];
                            for (int j = 0; j < x.length; j++) { y[j] = x[j] * b; y[j + 1] += x[j] * x[j]; }
                            x = y; s += x[0] * x[x.length - 1]; i++;
                        }
                        return s;"""),
                body("an array that outlives its iteration", """
                        double[] kept = {a, b}; double s = 0;
                        for (int i = 0; i < n; i++) {
                            double[] x = {s + a, kept[1] * b};
                            s += x[0] * kept[0];
                            if (i % 2 == 0) { kept = x; }
                        }
                        return s * kept[1];"""),
                body("filled and copied", """
                        double[] x = new double[n + 3]; java.util.Arrays.fill(x, a * b); x[1] = b;
                        double[] y = java.util.Arrays.copyOf(x, n + 5);
                        System.arraycopy(x, 0, y, 1, n + 2);
                        java.util.Arrays.fill(y, 1, 2, a);
                        double[] z = java.util.Arrays.copyOfRange(y, 1, n + 6);
                        double s = 0; for (double v : z) { s += v * v * (1 + 0.1 * s); }
                        return s;"""),
                body("moved within one array", """
                        double[] x = {a, b, a * b, 2, 3, a - b};
                        System.arraycopy(x, 1, x, 0, 4); x[1] *= x[0];
                        System.arraycopy(x, 0, x, n % 3, 3); x[2] *= x[1];
                        return x[0] * x[1] + x[2] * x[3] + x[4] * x[5];"""),
                body("a matrix and its rows", """
                        double[][] m = new double[n][2];
                        for (int i = 0; i < n; i++) { double[] row = m[i]; row[0] = a * i; row[1] = row[0] * b + a; }
                        double s = 1;
                        for (double[] row : m) { s += row[0] * row[1] * s * 0.1; }
                        return s;"""),
                body("a matrix of written rows", """
                        double[][] m = {{a, b}, {b, 1}}; double[][] q = {{a}, {b, a}};
                        m[1][0] *= q[1][1]; q[0][0] = m[0][1] * m[1][0];
                        return m[0][0] * m[1][1] - m[0][1] * m[1][0] * q[0][0];"""),
                body("rows that change places", """
                        double[][] m = {{a, b}, {b * b, a * a}}; double s = 0;
                        for (int i = 0; i < n; i++) {
                            double[] row = m[0]; m[0] = m[1]; m[1] = row;
                            m[0][0] += m[1][1] * a; s += m[0][0] * m[0][1];
                        }
                        return s;"""),
                body("one row twice", """
                        double[] row = {a, b}; double[][] m = {row, row, {1, a}};
                        m[0][0] *= b; m[1][0] *= m[2][1]; row[1] += m[0][0];
                        return m[0][0] * m[1][1] + m[2][0];"""),
                body("a shallow copy of a matrix", """
                        double[][] m = {{a, b}, {b, 1}}; double[][] c = m.clone();
                        c[0] = new double[] {a * a, 2}; c[1][0] *= a; m[0][0] *= b;
                        return m[0][0] * m[1][0] + c[0][0] * c[1][0];"""),
                body("a triangle", """
                        double[][] t = new double[n][];
                        for (int i = 0; i < n; i++) {
                            t[i] = new double[i + 1];
                            for (int j = 0; j <= i; j++) { t[i][j] = (i == 0 ? a : t[i - 1][Math.min(j, i - 1)]) * b + j; }
                        }
                        double s = 0; for (double[] row : t) { for (double v : row) { s += v * v; } }
                        return s;"""),
                body("whole numbers as indices", """
                        int[] next = new int[n + 1]; int[] seen = {0, 0};
                        for (int i = 0; i < n; i++) { next[i] = (i * 3 + 1) % (n + 1); }
                        double[] x = new double[n + 1]; x[0] = a; int at = 0;
                        for (int i = 0; i < n; i++) {
                            seen[at % 2]++; x[next[at]] += x[at] * b + seen[0]; next[at] = (next[at] + 1) % (n + 1); at = next[at];
                        }
                        double s = 0; for (double v : x) { s += v * v; }
                        return s;"""),
                body("a branch on an element that changes", """
                        double[] x = {a, b}; int[] count = new int[2];
                        for (int t = 0; t < n + 3; t++) {
                            int k = count[0] > count[1] ? 1 : 0; count[k]++;
                            if (x[k] > 0.71) { x[k] *= 0.9 * b; } else { x[1 - k] += x[k] * a; }
                            if (count[1] > 3 && x[0] > 50) { break; }
                        }
                        return x[0] * x[1];"""),
                body("an element that must not be read", """
                        double[] x = {a, b, a * b}; double s = 0;
                        for (int i = 0; i < 5; i++) {
                            double v = i < 3 ? x[i] : a; s += v * v;
                            if (i < 3 && x[i] > 0.1) { x[i] = s * b; }
                            s += i >= 3 ? 0 : x[i] * s;
                        }
                        return s;"""),
                body("a stack", """
                        double[] stack = new double[10]; int size = 0;
                        for (int i = 0; i < n; i++) { stack[size++] = a * i; stack[size++] = b; double p = stack[--size] * stack[--size]; stack[size++] = p + a; }
                        double s = 0; while (size > 0) { s = s * b + stack[--size]; }
                        return s;"""),
                body("a return from the middle", """
                        double[] x = new double[n];
                        for (int i = 0; i < n; i++) {
                            x[i] = a * i + (i > 0 ? x[i - 1] * b : 1);
                            if (x[i] > 4) { return x[i] * x[i / 2]; }
                            x[i / 2] *= 1.1;
                        }
                        return n > 0 ? x[n - 1] : a;"""),
                body("random elements", """
                        double[] z = new double[n];
                        for (int i = 0; i < n; i++) { z[i] = io.pathwise.runtime.Sampler.normal(a, b); }
                        double s = 0;
                        for (int i = 1; i < n; i++) { z[i] += 0.5 * z[i - 1]; s += z[i] * z[i]; }
                        return s;"""));
    }

    private static Arguments body(String name, String body) {
        return Arguments.of(name, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void allModesAgree(String name, String body) {
        Subject subject = subject(body);
        for (int n : new int[] {0, 1, 2, 5}) {
            for (double[] at : new double[][] {{0.7, 1.3}, {1.9, 0.4}}) {
                Point point = Point.at(at[0], at[1], n).normals(0.3, -0.8, 1.2, 0.1, -0.5);
                Modes.valuesAreTheSources(subject, point);
                Modes.reverseIsForwardTransposed(subject, point);
                Modes.reverseIsTheDifferenceQuotient(subject, point);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void memoryOfOneSweepDoesNotReachTheNext(String name, String body) {
        Subject subject = subject(body);
        Point longer = Point.at(0.7, 1.3, 5).normals(0.3, -0.8, 1.2, 0.1, -0.5);
        Point shorter = Point.at(0.4, 0.9, 2).normals(0.3, -0.8);
        io.pathwise.runtime.Gradient gradient = subject.newGradient(shorter);
        double[] fresh = subject.partials(shorter, 1);
        subject.gradient(longer, gradient);
        gradient.clear();
        subject.gradient(shorter, gradient);
        assertThat(gradient.toArray()).containsExactly(fresh);
    }

    @Test
    void anArrayOfAnActiveClassMayBeConstant() {
        Subject subject = new Subject(Programs.compile("""
                        package demo; import io.pathwise.*;
                        class Chosen {
                            @Pathwise static double f(double[] w, @Constant double[] c, double b, int n) {
                                double[] x = n > 1 ? w : c;
                                return x[0] * x[1] * b + w[0] * c[0];
                            }
                        }
                        """), "demo.Chosen", "f", Set.of("c"));
        for (int n : List.of(1, 2)) {
            Point point = Point.at(new double[] {0.7, 1.3}, new double[] {2, 3}, 0.9, n);
            Modes.valuesAreTheSources(subject, point);
            Modes.reverseIsForwardTransposed(subject, point);
            Modes.reverseIsTheDifferenceQuotient(subject, point);
        }
    }

    @Test
    void aConstantMatrixMayTakeThePlaceOfAnActiveOne() {
        Subject subject = new Subject(Programs.compile("""
                        package demo; import io.pathwise.*;
                        class Chosen {
                            @Pathwise static double f(double[][] w, @Constant double[][] c, double b, int n) {
                                double[][] x = n > 1 ? w : c;
                                return x[0][0] * x[1][0] * b + w[0][0] * c[0][0];
                            }
                        }
                        """), "demo.Chosen", "f", Set.of("c"));
        for (int n : List.of(1, 2)) {
            Point point = Point.at(new double[][] {{0.7, 2}, {1.3}}, new double[][] {{2}, {3, 4}}, 0.9, n);
            Modes.valuesAreTheSources(subject, point);
            Modes.reverseIsForwardTransposed(subject, point);
            Modes.reverseIsTheDifferenceQuotient(subject, point);
        }
    }

    private static Subject subject(String body) {
        String source = "package demo; import io.pathwise.Pathwise;\nclass ArrayBody {\n"
                + "@SuppressWarnings(\"pathwise\") @Pathwise static double f(double a, double b, int n) {\n" + body
                + "\n}\n}\n";
        return new Subject(Programs.compile(source), "demo.ArrayBody", "f", Set.of());
    }
}
