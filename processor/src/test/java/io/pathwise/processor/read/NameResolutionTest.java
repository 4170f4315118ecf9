package io.pathwise.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statements;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameResolutionTest {
    private static final String BASE = """
            package lib;
            public class Base {
                public static final double INHERITED = 1.5;
                protected static final int PROTECTED = 7;
                public static final short SMALL = 3;
                public static class Inner { public static final double DEEP = 2; }
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    abs(n)            | Math.abs(int)
                    abs(1L)           | Math.abs(long)
                    abs(x)            | Math.abs(double)
                    max(n, 2L)        | Math.max(long, long)
                    max('a', n)       | Math.max(int, int)
                    max(n, x)         | Math.max(double, double)
                    fma(x, n, 1)      | Math.fma(double, double, double)
                    scalb(x, 2)       | Math.scalb(double, int)
                    round(x)          | Math.round(double)
                    floorMod(3L, 2)   | Math.floorMod(long, int)
                    signum(n + 0.5)   | Math.signum(double)
                    """)
    void choosesOverloadsAsJavaDoes(String call, String signature) {
        Program program =
                ReadFixture.program("@Pathwise static double f(double x, int n) { return Math." + call + "; }\n");
        assertThat(expressions(program, Call.class))
                .extracting(each -> each.function().signature())
                .containsExactly(signature);
    }

    @Test
    void resolvesConstantsWhereverTheyComeFrom() {
        Program program = ReadFixture.programOf(BASE, """
                package demo;
                import static java.lang.Math.PI;
                import static java.lang.StrictMath.*;
                import io.pathwise.*;
                import lib.Base;
                class Demo extends Base {
                    static final double OWN = 2 * Math.PI;
                    private static final double HIDDEN = 4;
                    private static final double NOT_A_NUMBER = 0.0 / 0.0;
                    interface Limits { int MOST = 9; }
                    @Pathwise static double f(double x) {
                        return x + PI + java.lang.Math.E + OWN + HIDDEN + INHERITED + PROTECTED + SMALL + Inner.DEEP
                                + Base.Inner.DEEP + Limits.MOST + Integer.MAX_VALUE + demo.Demo.OWN + NOT_A_NUMBER;
                    }
                }
                """);
        assertThat(expressions(program, Constant.class))
                .extracting(each -> each.owner() + "." + each.name() + "=" + each.value())
                .containsExactly(
                        "java.lang.Math.PI=" + Math.PI,
                        "java.lang.Math.E=" + Math.E,
                        "demo.Demo.OWN=" + 2 * Math.PI,
                        "lib.Base.INHERITED=1.5",
                        "lib.Base.SMALL=3",
                        "lib.Base.Inner.DEEP=2.0",
                        "lib.Base.Inner.DEEP=2.0",
                        "demo.Demo.Limits.MOST=9",
                        "java.lang.Integer.MAX_VALUE=2147483647",
                        "demo.Demo.OWN=" + 2 * Math.PI,
                        "java.lang.Double.NaN=NaN");
        assertThat(expressions(program, Literal.class))
                .extracting(Literal::value)
                .containsExactly(4.0, 7);
    }

    @Test
    void keepsTheTypeOfConstantsThatOnlyTheClassSees() {
        Program program = ReadFixture.program("""
                private static final byte SMALL = 3;
                @Pathwise static double f(double x) { var s = SMALL; return x * s; }
                """);
        assertThat(expressions(program, Cast.class))
                .extracting(each -> each.type().javaName())
                .containsExactly("byte");
    }

    @Test
    void prefersNearerDeclarations() {
        Program program = ReadFixture.programOf("""
                package demo;
                import static java.lang.Math.*;
                import io.pathwise.*;
                class Outer {
                    static final double E = 1;
                    static final double K = 1;
                    static class Inner {
                        static final double K = 2;
                        @Pathwise static double f(double x) {
                            double PI = 3;
                            return x + PI + E + K + Outer.K;
                        }
                    }
                }
                """);
        assertThat(expressions(program, Constant.class))
                .extracting(each -> each.owner() + "." + each.name())
                .containsExactly("demo.Outer.E", "demo.Outer.Inner.K", "demo.Outer.K");
    }

    @Test
    void findsTypesInJavasOrder() {
        Program program = ReadFixture.programOf("""
                package other;
                public class Limits { public static final int A = 1; }
                """, """
                package third;
                public class Limits { public static final int A = 2; }
                """, """
                package third;
                public class Bounds { public static final int A = 3; }
                """, """
                package demo;
                class Bounds { static final int A = 4; }
                """, """
                package demo;
                import io.pathwise.*;
                import other.Limits;
                import third.*;
                class Demo {
                    static class Math { static final int A = 5; }
                    @Pathwise static double f(double x) {
                        return x + Limits.A + Bounds.A + Math.A + java.lang.Math.PI;
                    }
                }
                """);
        assertThat(expressions(program, Constant.class))
                .extracting(each -> each.owner() + "=" + each.value())
                .startsWith("other.Limits=1", "demo.Bounds=4", "demo.Demo.Math=5");
    }

    @Test
    void tellsCallsApart() {
        Program program = ReadFixture.programsOf("""
                        package demo;
                        import static java.lang.Math.*;
                        import static io.pathwise.runtime.Sampler.normal;
                        import io.pathwise.*;
                        class Demo {
                            @Pathwise static double f(double x) {
                                return sin(x) + g(x, 1) + Demo.g(x, 2) + normal(0, x);
                            }
                            static double g(int a) { return a; }
                            @Pathwise static double g(double a, int b) { return a + b; }
                        }
                        """).get(0);
        assertThat(expressions(program, Call.class))
                .extracting(each -> each.function().signature())
                .containsExactly("Math.sin(double)");
        assertThat(expressions(program, Invoke.class))
                .extracting(each -> each.method().signature())
                .containsExactly("Demo.g(double, int)", "Demo.g(double, int)");
        assertThat(expressions(program, Draw.class))
                .extracting(each -> each.sampler().signature())
                .containsExactly("Sampler.normal(double, double)");
    }

    private static <T extends Expression> List<T> expressions(Program program, Class<T> kind) {
        List<T> found = new ArrayList<>();
        Statements.walkExpressions(program.body(), each -> {
            if (kind.isInstance(each)) {
                found.add(kind.cast(each));
            }
        });
        return found;
    }
}
