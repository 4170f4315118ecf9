package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tangent or adjoint that is exactly 0 stays 0 where the derivative of a function is infinite or undefined. */
class ZeroStaysZeroTest {
    @ParameterizedTest(name = "{0} at y = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Math.sqrt(y)                    | 0
            Math.sqrt(Math.max(y, 0))       | -1
            Math.sqrt(1 - y * y)            | 1
            Math.cbrt(y)                    | 0
            Math.log(y)                     | 0
            Math.log10(y)                   | 0
            Math.log1p(y)                   | -1
            Math.pow(y, 0.5)                | 0
            Math.pow(y, -2)                 | 0
            Math.pow(y, y)                  | 0
            Math.pow(0, y)                  | 0
            1 / y                           | 0
            y / y                           | 0
            1 / (y * y)                     | 0
            Math.hypot(y, 0)                | 0
            Math.hypot(y, y)                | 0
            Math.atan2(y, 0)                | 0
            Math.atan2(y, y)                | 0
            Math.asin(y)                    | 1
            Math.asin(y)                    | -1
            Math.acos(y)                    | 1
            Math.abs(y)                     | 0
            Math.signum(y)                  | 0
            Math.IEEEremainder(1, y)        | 0
            1 % y                           | 0
            Math.tan(y)                     | 1.5707963267948966
            """)
    void whereTheDerivativeIsInfinite(String function, double y) {
        Subject subject = compile("return x * x + " + function + ";");
        Point point = Point.at(3.0, y);
        assertThat(subject.forward(point, new double[] {0, 0}).tangent()).isZero();
        assertThat(subject.forward(point, new double[] {1, 0}).tangent()).isEqualTo(6);
        assertThat(subject.partials(point, 0)).containsExactly(0, 0);
        assertThat(subject.partials(point, 1)[0]).isEqualTo(6);
    }

    @ParameterizedTest(name = "{0} at y = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Math.sqrt(Math.max(y, 0))                  | -1
            Math.sqrt(Math.max(y, 0))                  | 0
            Math.max(5, Math.sqrt(y))                  | 0
            Math.max(Math.sqrt(y), 5)                  | 0
            Math.max(5, Math.cbrt(y))                  | 0
            Math.max(5, Math.log(y))                   | 0
            Math.max(5, Math.log10(y))                 | 0
            Math.max(5, Math.log1p(y))                 | -1
            Math.max(5, Math.pow(y, 0.5))              | 0
            Math.min(5, Math.pow(y, -2))               | 0
            Math.min(5, 1 / y)                         | 0
            Math.min(5, 1 / (y * y))                   | 0
            Math.max(5, Math.hypot(y, y))              | 0
            Math.max(5, Math.atan2(y, y))              | 0
            Math.max(5, Math.asin(y))                  | 1
            Math.max(5, Math.acos(y))                  | 1
            Math.max(5, Math.acos(y))                  | -1
            y > 0 ? Math.sqrt(y) : 0                   | 0
            y > 0 ? y * Math.log(y) : 0                | 0
            y == 0 ? 1 : Math.sin(y) / y               | 0
            """)
    void whereABranchHidesIt(String function, double y) {
        Subject subject = compile("return x * x + (" + function + ");");
        Point point = Point.at(3.0, y);
        assertThat(subject.forward(point, new double[] {0, 1}).tangent()).isZero();
        assertThat(subject.forward(point, new double[] {1, 1}).tangent()).isEqualTo(6);
        assertThat(subject.partials(point, 1)).containsExactly(6, 0);
    }

    private static Subject compile(String body) {
        return new Subject(Programs.compile("""
                        package demo;
                        import io.pathwise.Pathwise;
                        class Singular {
                            @Pathwise
                            @SuppressWarnings("pathwise:jump")
                            static double f(double x, double y) { %s }
                        }
                        """.formatted(body)), "demo.Singular", "f", Set.of());
    }
}
