package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Methods whose derivatives the user gives. */
class DerivativeRuleTest {
    private static final String LIBRARY = """
            package lib;
            import io.pathwise.Constant;
            import io.pathwise.Derivative;
            public final class Special {
                public static double cube(double x) { return Math.pow(x, 3); }
                public static double blend(double x, double y, int n) { return x * Math.sin(y) + n * x * x; }
                public static double table(double x, double[] values) {
                    return values[0] + x * values[1] + x * x * values[2];
                }
                public static double scaled(double x, double scale) { return x * scale; }
                public static double norm(double[] values) {
                    return Math.sqrt(values[0] * values[0] + values[1] * values[1]);
                }
                public static double own(double x) { return Math.tan(x); }
                @Derivative(of = "own")
                public static double ownDerivative(double x) { return 1 + Math.tan(x) * Math.tan(x); }
            }
            """;

    private static final String USER = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Derivative;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            import lib.Special;
            final class User {
                static int evaluations;
                @Derivative(of = "lib.Special.cube")
                static double cubeDerivative(double x) {
                    evaluations++;
                    return 3 * x * x;
                }
                @Derivative(of = "lib.Special.blend")
                static void blendPartials(double x, double y, int n, double[] partials) {
                    partials[0] = Math.sin(y) + 2 * n * x;
                    partials[1] = x * Math.cos(y);
                }
                @Derivative(of = "lib.Special.table")
                static void tablePartials(double x, double[] values, double[] partials, double[] valuesPartials) {
                    partials[0] = values[1] + 2 * x * values[2];
                    valuesPartials[0] = 1;
                    valuesPartials[1] = x;
                    valuesPartials[2] = x * x;
                }
                @Derivative(of = "lib.Special.norm")
                static void normPartials(double[] values, double[] valuesPartials) {
                    double norm = Special.norm(values);
                    valuesPartials[0] = values[0] / norm;
                    valuesPartials[1] = values[1] / norm;
                }
                @Derivative(of = "lib.Special.scaled")
                static double scaledDerivative(double x, @Constant double scale) { return scale; }
                static double half(double x) { return x / 2; }
                @Derivative(of = "half")
                static double halfDerivative(double x) { return 0.5; }

                @Pathwise static double numbers(double x, double y) {
                    return Special.cube(x * y) + Special.blend(x, Math.exp(y), 2) * half(x) + Special.scaled(y, 3);
                }
                @Pathwise static double looped(double x, int n) {
                    double s = x;
                    for (int i = 0; i < n; i++) {
                        s = i % 2 == 0 ? Math.sin(Special.blend(s, x, i)) : Special.cube(s) + Special.own(x);
                    }
                    return s;
                }
                @Pathwise static double arrays(double x, double[] values, int n) {
                    double[] own = values.clone();
                    double s = 0;
                    for (int i = 0; i < n; i++) {
                        s += Special.table(x + i, own) * Sampler.normal(x, 1);
                        own[1] = Math.sin(s) * Special.norm(own);
                    }
                    return s * Special.table(2, values);
                }
                @Pathwise static double helped(double x) { return helper(x) * helper(2 * x); }
                @Pathwise static double helper(double x) { return x > 0 ? Special.cube(x) : half(x); }
                @Pathwise static double constant(double x) { return x * Special.cube(2); }
            }
            """;

    private static final CompilationResult COMPILED = Programs.compile(USER, LIBRARY);

    private static void check(String method, Point point) {
        Modes.check(new Subject(COMPILED, "demo.User", method, Set.of()), point);
    }

    @Test
    void numbers() {
        check("numbers", Point.at(0.7, 0.4));
    }

    @Test
    void inLoopsAndBranches() {
        check("looped", Point.at(0.7, 3));
        check("looped", Point.at(0.7, 0));
    }

    @Test
    void arrays() {
        check("arrays", Point.at(0.7, new double[] {0.3, -0.4, 0.9}, 3).normals(0.4, -0.2, 0.9));
    }

    @Test
    void inHelpers() {
        check("helped", Point.at(0.7));
        check("helped", Point.at(-0.7));
    }

    @Test
    void argumentsWithoutDerivative() {
        check("constant", Point.at(0.7));
    }

    @Test
    void wrongSignaturesAreToldTheRightOne() {
        CompilationResult result = compile("""
                @Derivative(of = "f")
                static double wrong(double x, double y) { return 0; }
                static double f(double x, double y, double[] z, @Constant double[] w) { return x; }
                @Derivative(of = "g")
                static void alsoWrong(double x) { }
                static double g(double x) { return x; }
                @Derivative(of = "h")
                static float several(double x) { return 0; }
                static double h(double x) { return x; }
                static double h(double[] x) { return x[0]; }
                """);
        assertThat(result.places())
                .containsExactly("DerivativeRule 4:15", "DerivativeRule 7:13", "DerivativeRule 10:14");
        assertThat(result.messages().get(0).text())
                .contains("expected 'static void wrong(double x, double y, double[] z, double[] w, double[] partials,"
                        + " double[] zPartials)'");
        assertThat(result.messages().get(1).text()).contains("expected 'static double alsoWrong(double x)'");
        assertThat(result.messages().get(2).text())
                .contains("expected 'static double several(double x)'"
                        + " or 'static void several(double[] x, double[] xPartials)'");
    }

    @Test
    void rulesForNothingAreRefused() {
        CompilationResult result = compile("""
                @Derivative(of = "missing")
                static double a(double x) { return 0; }
                @Derivative(of = "java.lang.Missing.f")
                static double b(double x) { return 0; }
                @Derivative(of = "whole")
                static double c(int x) { return 0; }
                static double whole(int x) { return x; }
                @Derivative(of = "hidden")
                static double d(double x) { return 0; }
                private static double hidden(double x) { return x; }
                """);
        assertThat(result.places())
                .containsExactly(
                        "DerivativeRule 4:15", "DerivativeRule 6:15", "DerivativeRule 8:15", "DerivativeRule 11:15");
        assertThat(result.messages().get(0).text()).contains("'missing'", "lib.Lib.f");
        assertThat(result.messages().get(2).text()).contains("'whole' is no static method");
        assertThat(result.messages().get(3).text()).contains("hidden from the companion");
    }

    @Test
    void callsWithoutARuleSayHowToGiveOne() {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source(LIBRARY)
                .source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        final class User {
                            @Pathwise static double f(double x) { return lib.Special.cube(x); }
                        }
                        """)
                .compile();
        assertThat(result.places()).containsExactly("UnknownCall 4:66");
        assertThat(result.messages().get(0).text()).contains("@Derivative(of = \"lib.Special.cube\")");
    }

    private static CompilationResult compile(String members) {
        return SourceCompiler.with(new PathwiseProcessor())
                .source("package demo;\nimport io.pathwise.*;\nfinal class User {" + members.indent(0) + "}\n")
                .options("-Xlint:-overloads")
                .compile();
    }
}
