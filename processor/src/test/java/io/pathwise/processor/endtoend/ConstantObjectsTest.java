package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of objects that take part as constants: parameters annotated so, and fields. */
class ConstantObjectsTest {
    private static final String LIBRARY = """
            package lib;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            public final class Config {
                private final double base;
                public final double open = 0.5;
                public final double[] levels = {0.3, 0.8};
                public double slack = 1;
                public Config(double base) { this.base = base; }
                public Config() { this(0.7); }
                public double rate(int i) { return base + 0.1 * i; }
                public double scaled(double k) { return base * k; }
                public double[] table() { return new double[] {base, 2 * base}; }
                public boolean isOpen() { return base > 0.5; }
                public static double two() { return 2; }
                @Pathwise public double grown(double x, @Constant double k) {
                    return x * Math.exp(base * x + k) * Sampler.normal(1, base);
                }
            }
            """;

    private static final String CURVE = """
            package demo;
            interface Curve {
                double at(double time);
                default double half() { return at(0.5); }
                final class Flat implements Curve { public double at(double time) { return 0.3 * time; } }
            }
            """;

    private static final String CLASS = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            import lib.Config;
            class Option {
                private static final Config SHARED = new Config(0.4);
                static final Curve FLAT = new Curve.Flat();
                final Config config = new Config(0.9);
                enum Kind { CALL(1.5), PUT(0.4); final double weight; final int[] steps = {2, 1}; Kind(double weight) { this.weight = weight; } int sign() { return this == CALL ? 1 : -1; } }
                @Pathwise %s double f(double x, double y, @Constant Config given, @Constant Kind kind, @Constant double c, int n) {
                    %s
                }
                @Pathwise static double helper(double x, @Constant Config with) { return x * with.rate(1) * x; }
                @Pathwise static double power(double x, @Constant Config with, int n) {
                    return n == 0 ? 1 : x * with.scaled(1.1) * power(x, with, n - 1);
                }
            }
            """;

    private static CompilationResult compile(String modifier, String body) {
        return SourceCompiler.with(new PathwiseProcessor())
                .source(LIBRARY)
                .source(CURVE)
                .source(CLASS.formatted(modifier, body))
                .compile();
    }

    private static void check(String modifier, String body) {
        CompilationResult compiled = Programs.compile(LIBRARY, CURVE, CLASS.formatted(modifier, body));
        Subject subject = new Subject(compiled, "demo.Option", "f", Set.of("given", "kind", "c"));
        Object given = created(subject);
        Object[] kinds = named(subject, "demo.Option$Kind").getEnumConstants();
        for (int n : new int[] {0, 1, 3}) {
            Modes.check(subject, Point.at(1.7, 1.3, given, kinds[n % 2], 0.9, n).normals(0.4, -0.2));
        }
    }

    private static Object created(Subject subject) {
        try {
            return named(subject, "lib.Config").getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Class<?> named(Subject subject, String name) {
        try {
            return Class.forName(name, true, subject.companion().getClassLoader());
        } catch (ClassNotFoundException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return x * given.rate(n) + y * given.scaled(c) * x;",
                "double s = y; for (int i = 0; i < n; i++) { s = s * s * 0.1 + given.rate(i) * x; } return s;",
                "return x * SHARED.rate(2) * y + FLAT.at(c) * x * x + FLAT.half();",
                "double[] t = given.table(); return t[n % 2] * x * y;",
                "return given.isOpen() ? x * x : y * y;",
                "return x * x * kind.sign() + y * kind.ordinal() * Config.two();",
                "double k = given.scaled(2 * c); return x * y * k * given.scaled(k);",
                "return helper(x * y, given) + helper(y, SHARED);",
                "return power(x * y, given, n) + y;",
                "return Sampler.normal(x, given.rate(1)) * y;",
                "return given.grown(x * y, c) + y;",
                "return y * SHARED.grown(x, given.rate(n)) * given.grown(x, 0.1);"
            })
    void staticMethods(String body) {
        check("static", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return x * given.open + y * kind.weight * x;",
                "return x * y * Kind.PUT.weight + SHARED.open * x * x * SHARED.levels[1];",
                "double s = y; for (int i = 0; i < given.levels.length; i++) { s *= given.levels[i] * x + kind.steps[i]; } return s;",
                "double s = y; for (double each : given.levels) { s *= each * x; } return s * s;",
                "double s = y; for (int i = 0; i < n; i++) { if (given != null) { s += given.open * x * x * Math.exp(given.open); } } return s;",
                "Kind k = x > y ? Kind.CALL : kind; return k.weight * x * y * (n > 0 ? k.steps[n % 2] : 1);",
                "Kind k = kind; double s = x; while (s < 9) { s = s * s + k.weight; k = k == Kind.CALL ? Kind.PUT : Kind.CALL; } return s * y;",
            })
    void theirFinalFields(String body) {
        check("static", body);
    }

    @Test
    void aFieldOfNoObjectFailsWhereTheSourceDoes() {
        String body = "double s = y; for (int i = 0; i < n; i++) { s += x * Math.sqrt(given.open); } return s;";
        CompilationResult compiled = Programs.compile(LIBRARY, CURVE, CLASS.formatted("static", body));
        Subject subject = new Subject(compiled, "demo.Option", "f", Set.of("given", "kind", "c"));
        Modes.check(subject, Point.at(1.7, 1.3, null, null, 0.9, 0));
        Point failing = Point.at(1.7, 1.3, null, null, 0.9, 1);
        assertThatThrownBy(() -> subject.value(failing)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> subject.partials(failing, 1)).isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return x * config.rate(n) + y * this.config.scaled(c) * x;",
                "return x * config.open * y + this.config.levels[1] * x;",
                "double s = y; for (int i = 0; i < n; i++) { s *= config.rate(i) * x; } return s;",
                "return config.grown(x, config.rate(2)) * y;"
            })
    void methodsOfObjects(String body) {
        check("", body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            return given.scaled(x);                                  | UnknownCall 12:28
            double q = c; if (n > 0) { q = x; } return given.scaled(q); | UnknownCall 12:64
            return given.grown(x, y);                                | ConstantArgument 12:27
            return x * given.base;                                   | UnsupportedExpression 12:25
            return x * given.slack;                                  | UnsupportedExpression 12:25
            return x * SHARED.nothing;                               | UnsupportedExpression 12:26
            given.levels[0] = x; return given.levels[0];             | UnsupportedStatement 12:21
            double[] t = given.levels; t[1] = x; return t[0];        | UnsupportedStatement 12:37
            return x * given;                                        | TypeMismatch 12:18
            double[] t = given.table(); t[0] = x; return t[0];       | UnsupportedStatement 12:38
            Config other = given; return x;                          | UnsupportedType 12:9
            return x * FLAT.hash();                                  | UnknownName 12:29
            given = SHARED; return x;                                | UnsupportedStatement 12:9, NonConstantField 12:17
            return x * SHARED;                                       | NonConstantField 12:20
            """)
    void refuses(String body, String place) {
        CompilationResult compiled = compile("static", body);
        assertThat(compiled.places()).containsExactly(place.split(", "));
        assertThat(compiled.messages().get(0).text()).contains("  help: ");
    }

    @Test
    void whatIsOnlyKnownWhenItRunsIsRefused() {
        CompilationResult compiled = SourceCompiler.with(new PathwiseProcessor())
                .source("""
                        package demo;
                        import io.pathwise.Constant;
                        import io.pathwise.Pathwise;
                        class User {
                            @Pathwise static double f(double x, @Constant Open open) { return open.g(x); }
                            @Pathwise static double h(double x, @Constant java.util.Random random) { return x * random.nextDouble(); }
                        }
                        """)
                .source("package demo;\nclass Open { @io.pathwise.Pathwise double g(double x) { return x * x; } }")
                .compile();
        assertThat(compiled.places()).containsExactly("UnknownCall 5:77", "RandomSource 6:106");
        assertThat(compiled.messages().get(0).text())
                .contains("a subclass may override demo.Open.g")
                .contains("declare the method or its class final");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Config given                          | UnsupportedType 5:31 | annotate the parameter with @Constant
            java.util.List<Double> values         | UnsupportedType 5:45 | before the call
            @Constant java.util.List<Double> data | UnsupportedType 5:55 | before the call
            Double boxed                          | UnsupportedType 5:31 | use double
            float single                          | FloatType 5:31       | use double
            @Constant float[] singles             | FloatType 5:46       | use double
            """)
    void parametersThatAreNoNumbers(String parameter, String place, String help) {
        CompilationResult compiled = SourceCompiler.with(new PathwiseProcessor())
                .source(LIBRARY)
                .source("""
                        package demo;
                        import io.pathwise.*;
                        import lib.Config;
                        class User {
                            @Pathwise static double f(%s, double x) { return x; }
                        }
                        """.formatted(parameter))
                .compile();
        assertThat(compiled.places()).containsExactly(place);
        assertThat(compiled.messages().get(0).text().lines()).last().asString().contains("help: ", help);
    }

    @Test
    void typeVariablesAndTheObjectItself() {
        CompilationResult compiled =
                SourceCompiler.with(new PathwiseProcessor()).source("""
                        package demo;
                        import io.pathwise.*;
                        class User<T extends Number> {
                            @Pathwise double f(T value, double x) { return x; }
                            @Pathwise double g(double x) { return x * this; }
                            @Pathwise double h(double x) { return x * twice(this); }
                            @Pathwise <S> double i(double x) { return x; }
                            @Pathwise static Double j(double x) { return x; }
                            static double twice(Object o) { return 2; }
                        }
                        """).compile();
        assertThat(compiled.places())
                .containsExactly(
                        "UnsupportedType 4:24",
                        "UnsupportedExpression 5:47",
                        "UnsupportedExpression 6:53",
                        "UnsupportedMethod 7:26",
                        "UnsupportedType 8:22");
        assertThat(compiled.messages().get(1).text())
                .contains("'this' as a value cannot be differentiated", "help: read the fields that are needed");
    }

    @Test
    void methodsOfTheObjectsOfALibrary(@TempDir Path directory) throws IOException {
        CompilationResult compiled = new Library(directory).use(Programs.compile(LIBRARY), """
                package demo;
                import io.pathwise.Constant;
                import io.pathwise.Pathwise;
                class User {
                    @Pathwise static double f(double x, @Constant lib.Config given) {
                        return given.grown(x, given.rate(2)) * x;
                    }
                }
                """);
        Subject subject = new Subject(compiled, "demo.User", "f", Set.of("given"));
        Modes.check(subject, Point.at(0.7, created(subject)).normals(0.3));
    }
}
