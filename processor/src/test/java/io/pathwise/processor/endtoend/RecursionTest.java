package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.runtime.Gradient;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Methods that call themselves, directly or through others. */
class RecursionTest {
    private static final CompilationResult COMPILED = Programs.compile("""
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            final class Recursion {
                @Pathwise static double power(double x, int n) {
                    return n == 0 ? 1 : x * power(x, n - 1);
                }
                @Pathwise static double horner(double[] coefficients, double x, int from) {
                    if (from == coefficients.length) {
                        return 0;
                    }
                    return coefficients[from] + x * horner2(x, from + 1) * Math.sin(coefficients[from]);
                }
                @Pathwise static double horner2(double x, int from) {
                    return from > 5 ? x : Math.exp(-x) + horner2(x * 0.5, from + 1);
                }
                @Pathwise static double fibonacci(double a, double b, int n) {
                    if (n == 0) {
                        return a;
                    }
                    if (n == 1) {
                        return b;
                    }
                    double last = fibonacci(a, b, n - 1);
                    double sum = last * fibonacci(a, b, n - 2);
                    return Math.sin(sum) + last;
                }
                @Pathwise static double even(double x, int n) {
                    return n == 0 ? x : Math.sin(odd(x * x, n - 1));
                }
                @Pathwise static double odd(double x, int n) {
                    return n == 0 ? 0 : x + even(x / 2, n - 1);
                }
                @Pathwise static double branching(double rate, double decay, int depth) {
                    double z = Sampler.normal(rate, decay);
                    if (depth == 0) {
                        return z;
                    }
                    double left = branching(rate * decay, decay, depth - 1);
                    double right = Math.exp(-0.1 * branching(rate, decay * 0.9, depth - 1));
                    return z + left * right + Sampler.exponential(rate * rate);
                }
                @Pathwise static double forest(double rate, double decay, int trees) {
                    double sum = 0;
                    for (int i = 0; i < trees; i++) {
                        double shift = Sampler.uniform(0, decay);
                        sum += Math.sin(branching(rate + i * shift, decay, i));
                    }
                    return sum;
                }
                @Pathwise static double roots(double x, int n) {
                    return n == 0 ? x : Math.sqrt(roots(x * x, n - 1));
                }
                @Pathwise static double halves(double x, double tolerance) {
                    double y = x;
                    while (y > tolerance) {
                        y = y * Math.exp(-power(x * 0.5, 2));
                    }
                    return y + halves2(x, y);
                }
                @Pathwise static double halves2(double x, double y) {
                    return x > 4 ? y * x : halves2(2 * x, y * x);
                }
                @Pathwise static double unused(double x, int n) {
                    power(x, n);
                    return x;
                }
                @Pathwise static double constantArgument(double x, int n) {
                    return x * power(2, n);
                }
            }
            """);

    private static void check(String method, Point point) {
        Modes.check(new Subject(COMPILED, "demo.Recursion", method, Set.of()), point);
    }

    @Test
    void power() {
        check("power", Point.at(1.3, 7));
        check("power", Point.at(-0.4, 0));
    }

    @Test
    void powerHasItsClosedForm() {
        Subject power = new Subject(COMPILED, "demo.Recursion", "power", Set.of());
        assertThat(power.partials(Point.at(1.5, 3), 2)[0]).isEqualTo(2 * 3 * 1.5 * 1.5);
        assertThat(power.partials(Point.at(0.0, 1), 1)[0]).isEqualTo(1);
    }

    @Test
    void severalCallsAtOneDepth() {
        check("fibonacci", Point.at(0.7, 1.1, 6));
        check("fibonacci", Point.at(0.7, 1.1, 0));
    }

    @Test
    void arraysAreReadByTheCaller() {
        check("horner", Point.at(new double[] {0.3, -1.2, 0.8}, 0.9, 1));
    }

    @Test
    void mutualRecursion() {
        check("even", Point.at(0.8, 5));
        check("odd", Point.at(0.8, 5));
    }

    @Test
    void draws() {
        Point point = Point.at(0.6, 0.8, 2)
                .normals(0.3, -1.2, 0.7, 1.9, -0.4, 0.1, 0.5)
                .uniforms(0.2, 0.7, 0.4);
        check("branching", point);
        check("branching", Point.at(0.6, 0.8, 0).normals(0.3));
    }

    @Test
    void drawsInALoopOfTheCaller() {
        Point point = Point.at(0.6, 0.8, 3)
                .normals(0.3, -1.2, 0.7, 1.9, -0.4, 0.1, 0.5, 0.9, -0.2, 0.35, 0.75)
                .uniforms(0.2, 0.7, 0.4, 0.6, 0.1, 0.85, 0.3);
        check("forest", point);
    }

    @Test
    void insideLoopsThatDoNotCount() {
        check("halves", Point.at(1.4, 0.3));
        check("halves", Point.at(0.1, 0.3));
    }

    @Test
    void zeroStaysZeroUnderARoot() {
        Subject roots = new Subject(COMPILED, "demo.Recursion", "roots", Set.of());
        assertThat(roots.forward(Point.at(0.0, 2), new double[] {1}).tangent()).isEqualTo(0);
        assertThat(roots.partials(Point.at(0.0, 2), 1)).containsExactly(0);
        check("roots", Point.at(1.2, 2));
    }

    @Test
    void resultsAndArgumentsWithoutDerivative() {
        check("unused", Point.at(1.2, 3));
        check("constantArgument", Point.at(1.2, 3));
    }

    @Test
    void aSecondCallAddsToTheGradient() {
        Subject tree = new Subject(COMPILED, "demo.Recursion", "branching", Set.of());
        Point point = Point.at(0.6, 0.8, 1).normals(0.3, -1.2, 0.7).uniforms(0.2);
        Gradient gradient = tree.newGradient(point);
        tree.gradient(point, gradient);
        double[] once = gradient.toArray();
        tree.gradient(point, gradient);
        assertThat(gradient.toArray()).containsExactly(2 * once[0], 2 * once[1]);
    }
}
