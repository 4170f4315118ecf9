package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Calls of differentiable methods of other classes that are compiled together. */
class CallsAcrossClassesTest {
    private static final String DISCOUNTING = """
            package lib;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            public final class Discounting {
                @Pathwise public static double factor(double rate, double time) { return Math.exp(-rate * time); }
                @Pathwise public static double half(double x) { return 0.5 * Discounting.factor(x, x); }
                @Pathwise public static double shocked(double rate, @Constant double time, int times) {
                    double shock = Sampler.normal(0, rate);
                    return factor(rate + shock, time * times) * Sampler.uniform(rate, 1);
                }
                @Pathwise public static double walk(double x, int steps, double[] scales) {
                    double y = x;
                    for (int i = 0; i < 2 * steps + scales.length; i++) {
                        y += Sampler.normal(0, 0.1) * Math.sin(y) + Sampler.uniform(0, y) * scales[0];
                    }
                    return y;
                }
                public static final class Nested {
                    @Pathwise static double root(double x) { return Math.sqrt(half(x)); }
                    @Pathwise public static double ofRoot(double x) { return root(x * x); }
                }
            }
            """;

    private static final String USER = """
            package demo;
            import static lib.Discounting.shocked;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            import lib.Discounting;
            final class User {
                @Pathwise static double present(double amount, double rate) {
                    return amount * Discounting.factor(rate, 2) + Discounting.half(amount / rate);
                }
                @Pathwise static double annuity(double amount, double rate, int years) {
                    double sum = 0;
                    for (int year = 1; year <= years; year++) {
                        if (year % 3 == 1) {
                            continue;
                        }
                        sum += amount * Discounting.factor(rate, year) * Discounting.factor(rate + 0.1 * year, rate);
                        if (sum > 5) {
                            return sum * sum;
                        }
                    }
                    return sum;
                }
                @Pathwise static double until(double amount, double rate) {
                    double left = amount;
                    int year = 0;
                    while (left > 0.3) {
                        left *= Discounting.factor(rate, 1 + amount);
                        year++;
                    }
                    return left * year;
                }
                @Pathwise static double drawn(double x, double rate) {
                    double z = Sampler.normal(x, 1);
                    return z * shocked(rate, 1, 2) + shocked(rate * x, 2, 1);
                }
                @Pathwise static double drawnInLoop(double x, double rate, int n) {
                    double s = Sampler.normal(x, 1);
                    for (int i = 0; i < n; i++) {
                        s += shocked(rate, i, 2) * Sampler.normal(s, 0.1);
                    }
                    return s;
                }
                @Pathwise static double walks(double x, int n, @Constant double[] scales) {
                    double s = 0;
                    for (int i = 0; i < n; i++) {
                        s += Discounting.Nested.ofRoot(x + i) * Sampler.normal(x, 1);
                        s += Math.sin(s) * Sampler.exponential(x);
                    }
                    return s;
                }
                @Pathwise static double constants(double x, double[] table) {
                    return x * Discounting.factor(2, table[0]) + (x > 1 ? Discounting.half(x) : table[1]);
                }
            }
            """;

    private static final CompilationResult COMPILED = Programs.compile(USER, DISCOUNTING);

    private static void check(String method, Point point) {
        Modes.check(new Subject(COMPILED, "demo.User", method, Set.of("scales")), point);
    }

    @Test
    void scalars() {
        check("present", Point.at(3.0, 0.4));
    }

    @Test
    void inLoopsThatAreLeftEarly() {
        check("annuity", Point.at(1.2, 0.3, 12));
        check("annuity", Point.at(7.2, 0.1, 12));
        check("annuity", Point.at(7.2, 0.1, 0));
    }

    @Test
    void inLoopsThatDoNotCount() {
        check("until", Point.at(2.0, 0.1));
        check("until", Point.at(0.1, 0.1));
    }

    @Test
    void drawsBecomeArgumentsOfTheCaller() {
        check("drawn", Point.at(0.7, 0.4).normals(0.3, -1.2, 0.8).uniforms(0.4, 0.9));
        Class<?> companion = COMPILED.load("demo.UserPathwise");
        assertThat(companion.getDeclaredMethods())
                .filteredOn(each -> each.getName().equals("drawn"))
                .allSatisfy(each -> assertThat(each.getParameters())
                        .extracting(parameter -> parameter.getName())
                        .containsExactly("x", "rate", "epsZ", "epsShock", "u1", "epsShock2", "u2"));
    }

    @Test
    void drawsInLoopsReadTheCallersArrays() {
        check(
                "drawnInLoop",
                Point.at(0.7, 0.4, 3)
                        .normals(0.3, -1.2, 0.8, 0.1, 0.9, -0.3, 0.25)
                        .uniforms(0.4, 0.9, 0.2));
    }

    @Test
    void nestedClassesHaveCompanionsOfTheirOwn() {
        check("walks", Point.at(0.7, 2, new double[] {0.3}).normals(0.3, -1.2).uniforms(0.4, 0.9));
    }

    @Test
    void argumentsWithoutDerivative() {
        check("constants", Point.at(1.7, new double[] {0.3, 0.5}));
        check("constants", Point.at(0.7, new double[] {0.3, 0.5}));
    }

    @Test
    void classesMayCallEachOther() {
        CompilationResult both = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                final class Left {
                    @Pathwise static double down(double x, int n) { return n == 0 ? x : Math.sin(Right.up(x * x, n - 1)); }
                    @Pathwise static double leaf(double x) { return x * x; }
                }
                """, """
                package demo;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                final class Right {
                    @Pathwise static double up(double x, int n) {
                        return n == 0 ? Left.leaf(x) : x + Sampler.normal(0, 1) * Left.down(x / 2, n - 1);
                    }
                }
                """);
        Point point = Point.at(0.8, 5).normals(0.4, -0.6, 1.1);
        Modes.check(new Subject(both, "demo.Left", "down", Set.of()), point);
        Modes.check(new Subject(both, "demo.Right", "up", Set.of()), point);
    }

    @Test
    void constantParametersTakeNoActiveArguments() {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source(DISCOUNTING)
                .source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        import lib.Discounting;
                        final class User {
                            @Pathwise static double f(double x) {
                                return x + Discounting.shocked(x, x, 1);
                            }
                        }
                        """)
                .compile();
        assertThat(result.places()).containsExactly("ConstantArgument 6:39");
        assertThat(result.messages().get(0).text())
                .contains(
                        "'Discounting.shocked(x, x, 1)'",
                        "'time'",
                        "Discounting.shocked(double, double, int)",
                        "help: remove");
    }
}
