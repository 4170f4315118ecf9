package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.runtime.Dual;
import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of records: the record comes first, and its components are active. */
class RecordMethodsTest {
    private static final String MODEL = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            record Model(double kappa, double theta, Curve curve, int n) {
                record Curve(double rate, @Constant double spread) {
                    @Pathwise double discount(double t) { return Math.exp(-(rate + this.spread) * t); }
                }
                static final double SCALE = 2;
                @Pathwise double drift(double x) { return kappa * (this.theta - x) * curve.discount(x) * SCALE; }
                @Pathwise double sum(double x) { return drift(x) + this.drift(2 * x) * total(this) + kappa() * n; }
                @Pathwise static double total(Model m) { return m.kappa * m.theta() + m.drift(0.3); }
                @Pathwise double step(double x) { return x + drift(x) * Sampler.normal(0, theta); }
                @Pathwise Model moved(double by) { return new Model(kappa + by, theta * by, curve, n); }
            }
            """;

    private static final String USER = """
            package demo;
            import io.pathwise.Pathwise;
            final class User {
                @Pathwise static double f(Model m, double x) { %s }
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return m.drift(x) * x;",
                "return m.sum(x) + m.curve().discount(x) * m.drift(m.theta());",
                "double s = x; for (int i = 0; i < 3; i++) { s = m.step(s); } return s;",
                "return new Model.Curve(x, 0.1).discount(m.kappa());",
                "return m.moved(x).drift(x) + Model.total(m);"
            })
    void areCalledLikeStaticOnes(String body) {
        Subject subject =
                new Subject(Programs.compile(MODEL, USER.formatted(body)), "demo.User", "f", Set.of("m.curve.spread"));
        RecordArgument model = RecordArgument.of(0.7, 1.3, RecordArgument.of(0.2, 0.1), 2);

        Modes.check(subject, Point.at(model, 0.4).normals(0.3, -0.8, 0.5));
    }

    @Test
    void takeTheRecordFirst() throws ReflectiveOperationException {
        CompilationResult compiled = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                record Pair(double a, double b) {
                    @Pathwise double f(double x) { return a * a * x + b; }
                }
                """, """
                package demo;
                import io.pathwise.runtime.Dual;
                final class Calls {
                    static double[] gradient() {
                        PairPathwise.FGradient gradient = new PairPathwise.FGradient();
                        double value = PairPathwise.fGradient(new Pair(3, 5), 2, gradient);
                        return new double[] {value, gradient.pair.a, gradient.pair.b, gradient.x};
                    }
                    static Dual forward() { return PairPathwise.fForward(new Pair(3, 5), 2, new Pair(1, 10), 100); }
                    static Object names() { return PairPathwise.fFunction().parameterNames(); }
                }
                """);

        assertThat((double[]) call(compiled, "gradient")).containsExactly(23, 12, 1, 9);
        assertThat(call(compiled, "forward")).isEqualTo(new Dual(23, 922));
        assertThat(call(compiled, "names")).hasToString("[pair.a, pair.b, x]");
    }

    private static Object call(CompilationResult compiled, String method) throws ReflectiveOperationException {
        var found = compiled.load("demo.Calls").getDeclaredMethod(method);
        found.setAccessible(true);
        try {
            return found.invoke(null);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            record R(double a) { double g() { return a; } @Pathwise double f(double x) { return g() * x; } }                    | UnknownCall 3:86      | annotate it with @Pathwise
            record R(double a) { public double a() { return 2 * a; } @Pathwise double f(double x) { return a * x; } }           | UnsupportedExpression 3:96 | call a method of the object that returns it
            record R(double a) { @Pathwise double f(double x) { return x * new S(x).a(); } }                                    | UnsupportedExpression 3:64 | let a static @Pathwise method of 'S' make and return it
            record R(double a) { R(double a) { this.a = a; } @Pathwise static double f(double x) { return new R(x).a(); } }     | UnsupportedExpression 3:95 | a compact one, 'R { … }'
            record R(double a) { public double a() { return 2 * a; } @Pathwise static double f(double x) { return new R(x).a(); } } | UnsupportedExpression 3:103 | leave the accessors
            record R(double a) { R() { this(1); } @Pathwise static double f(double x) { return x * new R().a(); } }             | UnsupportedExpression 3:88 | the constructor that takes the components
            """)
    void refuses(String record, String place, String help) {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source("package demo;\nimport io.pathwise.Pathwise;\n" + record + "\n")
                .source("package demo;\nrecord S(double a) { S { if (a < 0) throw new IllegalArgumentException(); } }")
                .compile();

        assertThat(result.places()).containsExactly(place);
        assertThat(result.messages().get(0).text().lines()).last().asString().contains("help: ", help);
    }
}
