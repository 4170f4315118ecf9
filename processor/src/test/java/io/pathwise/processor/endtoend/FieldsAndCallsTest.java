package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields, methods of objects, and calls that are kept as they are. */
class FieldsAndCallsTest {
    private static final double[] NONE = {};

    private static final String OTHER = """
            package demo;
            class Market {
                static final double[] LEVELS = {1.5, 2.5};
                static double rate = 0.75;
                static double twice(double x) { return 2 * x; }
                static double sum(double[] values) { double s = 0; for (double v : values) { s += v; } return s; }
                static double[] table(int n) { double[] t = new double[n + 1]; for (int i = 0; i <= n; i++) { t[i] = i + 0.5; } return t; }
                static boolean isEven(int n) { return n % 2 == 0; }
            }
            class Base { protected double inherited = 1.25; final int[] counts = {3, 4}; double plain(double x) { return 3 * x; } }
            """;

    private static final String CLASS = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            class Option extends Base {
                private static final double[] WEIGHTS = {0.5, -1.5};
                private static final double[][] GRID = {{1, 2}, {3, 4}};
                private static double shift = 0.25;
                static final double START = Market.twice(2);
                private final double strike = 0.8;
                double[] levels = {0.3, 0.7};
                private final boolean call = true;
                @SuppressWarnings("pathwise") @Pathwise %s double f(double x, double y, @Constant double c, int n) {
                    %s
                }
                @Pathwise private double payoff(double s) { return Math.max(s - strike, 0) * inherited; }
                @Pathwise static double square(double s) { return s * s * shift; }
                double own(double k) { return k + strike; }
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return x * Market.LEVELS[n %% 2] + y * WEIGHTS[1];",
                "return x * GRID[n %% 2][1] * y - GRID[0][0] * x;",
                "double s = 0; for (double w : WEIGHTS) { s += w * x * y; } return s;",
                "return x * shift * START + square(y) * Market.rate;",
                "int start = 2; double shift2 = shift; return x * start * shift2 * y;",
                "double[] a = WEIGHTS.clone(); a[0] = x; return a[0] * a[1] * y;",
                "return x * Market.twice(c) + y * Market.sum(WEIGHTS);",
                "double[] t = Market.table(n); double s = y; for (int i = 0; i <= n; i++) { s += t[i] * x * s; } return s;",
                "return Market.isEven(n) ? x * y : x - y * Integer.bitCount(n);",
                "double k = 2 * c; return x * y * Market.twice(k + Market.twice(1));"
            })
    void staticMethods(String body) {
        check("static", body.replace("%%", "%"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return x * strike + y * this.strike * shift;",
                "return x * inherited * this.levels[0] * y + levels[1] * counts[1];",
                "return payoff(x * y) * Market.rate + this.payoff(y) * square(x);",
                "return x * own(c) + y * this.own(n) * plain(2);",
                "double option = x * strike; return option * y * (call ? 1 : 2);",
                "double s = 0; for (int i = 0; i < n; i++) { s += payoff(x + i * y); } return s * Sampler.normal(x, strike);"
            })
    void methodsOfObjects(String body) {
        check("", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < size; i++) { x += Sampler.normal(y, 1); } return x;",
                "int k = size + 1; for (int i = 0; i < k; i++) { x += Sampler.uniform(x, x + y); } return x * y;",
                "for (int i = 0; i < SIZE; i++) { x += Sampler.normal(y, 1); } return x;",
                "double[] z = Sampler.normal(new double[SIZE], new double[] {x, y}); return z[0] * z[1];",
            })
    void privateFieldsDecideTheNumberOfDraws(String body) {
        Subject subject = new Subject(Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                class Sized {
                    private static final int SIZE = Integer.parseInt("2");
                    private final int size = 2;
                    @Pathwise double f(double x, double y) { %s }
                }
                """.formatted(body)), "demo.Sized", "f", Set.of());
        Modes.check(subject, Point.at(1.7, 1.3).normals(0.4, -0.3).uniforms(0.3, 0.6, 0.7));
    }

    @Test
    void privateFieldsWhoseNamesDifferInTheirCase() {
        Subject subject = new Subject(Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                class Cases {
                    private static double RATE = 3;
                    private final double rate = 0.5;
                    private final int maxSteps = 2, max_steps = 4;
                    @Pathwise double f(double x, double y) { return RATE * x + rate * y * maxSteps * x * max_steps; }
                }
                """), "demo.Cases", "f", Set.of());
        Modes.check(subject, Point.at(1.7, 1.3));
    }

    private static void check(String modifier, String body) {
        CompilationResult compiled = Programs.compile(CLASS.formatted(modifier, body), OTHER);
        Subject subject = new Subject(compiled, "demo.Option", "f", Set.of("c"));
        for (int n : new int[] {0, 1, 3}) {
            Modes.check(subject, Point.at(1.7, 1.3, 0.9, n).normals(0.4));
        }
    }

    @Test
    void functionsAreBoundToTheObject() throws ReflectiveOperationException {
        CompilationResult compiled = Programs.compile(CLASS.formatted("", "return x * strike * y + c;"), OTHER);
        Class<?> type = compiled.load("demo.Option");
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object option = constructor.newInstance();
        var factory = Class.forName("demo.OptionPathwise", true, type.getClassLoader())
                .getDeclaredMethod("fFunction", type, double.class, int.class);
        factory.setAccessible(true);
        PathwiseFunction function = (PathwiseFunction) factory.invoke(null, option, 5.0, 1);
        assertThat(function.parameterNames()).containsExactly("x", "y");
        assertThat(function.value(new double[] {2, 3}, NONE, NONE)).isEqualTo(2 * 0.8 * 3 + 5);
        double[] gradient = new double[2];
        function.gradient(new double[] {2, 3}, NONE, NONE, gradient);
        assertThat(gradient).containsExactly(0.8 * 3, 2 * 0.8);
    }

    @Test
    void classesMayBeGenericNestedOrInner() {
        CompilationResult compiled = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                class Outer<T> {
                    double scale = 2;
                    class Inner { private double x0 = 3; @Pathwise double f(double x) { return x * x0; } }
                    static class Nested<S extends Comparable<S>> {
                        S held; private double x0 = 3;
                        @Pathwise double g(double nested) { return nested * x0; }
                    }
                    @Pathwise double h(double x) { return x * scale; }
                }
                """);
        Modes.check(new Subject(compiled, "demo.Outer", "h", Set.of()), Point.at(1.5));
        assertThat(compiled.load("demo.Outer_InnerPathwise").getDeclaredMethods())
                .isNotEmpty();
        assertThat(compiled.load("demo.Outer_NestedPathwise").getDeclaredMethods())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            strike = x; return x;             | UnsupportedStatement 9
            this.levels[0] = x; return x;     | UnsupportedStatement 20
            levels[0] = x; return x;          | UnsupportedStatement 15
            double[] t = Market.table(n); t[0] = x; return x; | UnsupportedStatement 40
            return own(x);                    | UnknownCall 19
            return Market.sum(new double[] {x, y}); | UnknownCall 26
            double q = x * c; return Market.twice(q); | UnknownCall 46
            double q = c; for (int i = 0; i < n; i++) { q += x; } return x * this.own(q); | UnknownCall 82
            """)
    void refuses(String body, String code) {
        String source = CLASS.formatted("", body).replace("private final double strike", "private double strike");
        CompilationResult compiled = SourceCompiler.with(new PathwiseProcessor())
                .source(source)
                .source(OTHER)
                .compile();
        int line = (int) source.substring(0, source.indexOf(body)).lines().count();
        assertThat(compiled.places()).containsExactly(code.replace(" ", " " + line + ":"));
    }

    @Test
    void aMethodThatASubclassMayOverrideIsRefused() {
        String source = """
                package demo;
                import io.pathwise.Pathwise;
                class Open {
                    @Pathwise double f(double x) { return x * g(x); }
                    @Pathwise double g(double x) { return x; }
                }
                """;
        CompilationResult result =
                SourceCompiler.with(new PathwiseProcessor()).source(source).compile();
        assertThat(result.succeeded()).isFalse();
        assertThat(result.messages().get(0).line()).isEqualTo(4);
        assertThat(result.messages().get(0).text())
                .contains("Pathwise.UnknownCall")
                .contains("a subclass may override demo.Open.g")
                .contains("declare the method or its class final");
    }
}
