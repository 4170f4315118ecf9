package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What numerical Java contains besides arithmetic: questions to the library, text, guards. */
class OrdinaryJavaTest {
    private static Subject compile(String parameters, String body, String... constants) {
        return compileWith("", parameters, body, constants);
    }

    private static Subject compileWith(String members, String parameters, String body, String... constants) {
        String source = """
                package demo;
                import io.pathwise.Constant;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                import java.util.Arrays;
                import java.util.Objects;
                class Ordinary {
                    %s
                    @Pathwise
                    static double f(%s) { %s }
                }
                """.formatted(members, parameters, body);
        return new Subject(Programs.compile(source), "demo.Ordinary", "f", Set.of(constants));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (Double.isNaN(x)) { return 0; } return x * y;",
                "double z = x * Sampler.normal(y, 1); if (!Double.isFinite(z)) { return -1; } return z * y;",
                "double z = Math.log(x) * Sampler.normal(y, 1); return Double.isInfinite(z) ? 0 : z * z;",
                "double s = 0; for (int i = -1; i < 3; i++) { double r = y / i; s += Double.isFinite(r) ? r * x : x; } return s;",
                "return Double.compare(x, y) < 0 ? x * x : y * x;",
                "double z = x * Sampler.normal(y, 1); return Double.compare(z, y) > 0 ? z - y : 0;",
                "double z = x * Sampler.normal(y, 1); if (Double.compare(z, y) <= 0) { z = y; } return z * x;",
                "return x * Double.compare(y, 0.1);",
                "return switch (Double.compare(x, y)) { case -1 -> x; case 0 -> 0; default -> x * y; };",
                "return Double.sum(x, y) * Double.max(x, 2 * y) - Double.min(x, Double.sum(3, y));",
                "return x * Double.sum(2000000000, 2000000000) / Double.max(1, 2);",
            })
    void numbersAreClassifiedAndCompared(String body) {
        Subject subject = compile("double x, double y", body);
        Modes.check(subject, Point.at(1.3, 0.7).normals(0.4));
        Modes.check(subject, Point.at(0.6, 1.1).normals(-2.4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return a[0] * twice(a.length) + a[1];",
                "return a[0] * half(a.length) * a[Objects.checkIndex(1, a.length)];",
                "Objects.checkIndex(1, m[0].length); return m[0][1] * a[0] * twice(m.length);",
                "double s = 0; for (int i = 0; i < twice(a.length); i++) { s += a[i % a.length] * half(m[i % 2].length - 1); } return s * s;",
            })
    void lengthsOfArraysAreConstants(String body) {
        Subject subject = compileWith(
                "static int twice(int n) { return 2 * n; } static double half(double x) { return 0.5 * x; }",
                "double[] a, double[][] m",
                body);
        Modes.check(subject, Point.at(new double[] {1.3, 0.7, -0.2}, new double[][] {{0.4, 1.1}, {0.2, 0.9}}));
    }

    @Test
    void guardsAgainstWhatIsNoNumberHold() {
        Subject subject = compile("double x, double y", "return Double.isNaN(x) ? 3 * y : x * y;");
        Point point = Point.at(Double.NaN, 0.7);

        assertThat(subject.value(point)).isEqualTo(3 * 0.7);
        assertThat(subject.partials(point, 1)).containsExactly(0, 3);
        assertThat(subject.forward(point, new double[] {1, 1}).tangent()).isEqualTo(3);
    }
}
