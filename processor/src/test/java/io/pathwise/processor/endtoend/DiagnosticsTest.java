package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationMessage;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of the whole processor: code, line and column. */
class DiagnosticsTest {
    /** The method's body is line 9; its first character is column 9. */
    private static final String CLASS = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler; import java.util.Arrays; import java.util.Objects;
            class Faulty {
                static double other(double x) { return x; }
                static Object held = "";
                @Pathwise static double f(double x, double y, @Constant double k, double[] w, int n) {
                    %s
                }
            }
            """;

    /** Puts the rest of the body into line 10. */
    private static final String DRAW = "double z = Sampler.normal(x, y);\n        ";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            return other(x);                                               => UnknownCall 9:21
            double q = 2 * x; return other(q);                             => UnknownCall 9:39
            return other(Sampler.normal(x, y));                            => UnknownCall 9:21
            return java.util.Arrays.stream(w).map(v -> v * x).sum();       => UnknownCall 9:39
            return x * held;                                               => NonConstantField 9:20
            java.util.List<Double> list = null; return x;                  => UnsupportedType 9:23
            Double boxed = x; return boxed;                                => UnsupportedType 9:9
            var list = java.util.List.of(x); return x;                     => AmbiguousCall 9:37
            return Double.valueOf(x);                                      => UnknownCall 9:30
            return x * this.k;                                             => UnsupportedExpression 9:24
            return x + Math.random();                                      => RandomSource 9:31
            float z = 1; return x * z;                                     => FloatType 9:9
            return (float) x;                                              => FloatType 9:16
            w[0] = x; return w[0];                                         => WritesParameterArray 9:10
            Object s = "a"; return x;                                      => UnsupportedType 9:9
            System.out.println("x is " + x); return x;                     => UnknownCall 9:27
            System.out.printf("%s", x); return x;                          => UnknownCall 9:26
            double z = x; return Objects.hash(z);                          => UnknownCall 9:42
            return x == null ? 1 : x;                                      => TypeMismatch 9:18
            return x * (w < null ? 1 : 2);                                 => TypeMismatch 9:23
            double q = 2 * x; String s = "a" + q; return x * s.length();   => UnknownCall 9:66
            double z = f(x, y, x, w, n); return z;                         => ConstantArgument 9:21
            synchronized (w) { return x; }                                 => UnsupportedStatement 9:9
            try { return x; } finally { n++; }                             => UnsupportedStatement 9:9
            return java.util.stream.DoubleStream.of(w).sum();              => UnknownCall 9:48
            Object o = new Object(); return x;                             => UnsupportedType 9:9
            """)
    void refusesWithALocatedError(String body, String place) {
        CompilationResult result = compile(body);
        assertThat(result.succeeded()).isFalse();
        assertThat(result.places()).containsExactly(place);
        assertThat(result.messages()).allSatisfy(message -> {
            assertThat(message.kind()).isEqualTo(Diagnostic.Kind.ERROR);
            assertThat(message.text()).contains("  help: ");
        });
        assertThat(result.generatedSources()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            double[] v = w.clone(); Arrays.sort(v); return v[0];         => UnknownCall 9:44 => sort in loops
            Arrays.sort(w); return w[0];                                 => UnknownCall 9:20 => sort in loops
            double[] v = {x, y}; return Arrays.equals(v, w) ? x : y;     => UnknownCall 9:50 => compare elements in a loop
            double[] v = {x, y}; return x * Arrays.hashCode(v);          => UnknownCall 9:56 => compare elements in a loop
            return Arrays.stream(w).sum();                               => UnknownCall 9:29 => write a loop
            Arrays.setAll(w, i -> x * i); return w[0];                   => UnsupportedExpression 9:26 => write a loop
            double[] c = {x}, r = {y}; return c == r ? x : y;            => UnsupportedExpression 9:45 => compare elements, or let a boolean
            return Math.signum(n) * x;                                   => FloatType 9:27 => cast the argument to double
            return Math.round(1.5f) * x;                                 => FloatType 9:27 => use double
            return Integer.valueOf(n) * x;                               => TypeMismatch 9:35 => intValue()
            int m = Integer.valueOf(n); return m * x;                    => TypeMismatch 9:32 => intValue()
            boolean up = Boolean.valueOf(n > 0); return up ? x : y;      => TypeMismatch 9:37 => booleanValue()
            record P(double a) {} P p = new P(x); return p.a();          => UnsupportedStatement 9:9 => declare it outside
            """)
    void saysWhatToWriteInstead(String body, String place, String help) {
        CompilationResult result = compile(body);
        assertThat(result.places()).containsExactly(place);
        assertThat(result.messages().get(0).text().lines()).last().asString().contains("help: ", help);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            if (z > k) { return 1; } return 0;                             => Jump 10:15
            if (z > k) return 1; return 0;                                 => Jump 10:15
            return z > k ? z : 0;                                          => Jump 10:18
            return x * Math.floor(z);                                      => Jump 10:30
            return x * (int) z;                                            => Jump 10:20
            return x * Math.signum(z);                                     => Jump 10:31
            double s = 0; while (s < z) { s += y; } return s;              => Jump 10:32
            if (z < k) { z = 2 * z - k; } else { z = z + 1; } return z;    => Jump 10:15
            return y + (z <= k && y > 0 ? z : k + 1);                      => Jump 10:28
            return z % x;                                                  => Jump 10:18
            return Math.IEEEremainder(z, x);                               => Jump 10:34
            return Math.copySign(1, z);                                    => Jump 10:29
            int i = z > 0 ? 1 : 2; return x * i;                           => Jump 10:19
            boolean up = z > k; if (up) { return x; } return y;            => Jump 10:33
            """)
    void warnsOfJumps(String body, String place) {
        CompilationResult result = compile(DRAW + body);
        assertThat(result.succeeded()).isTrue();
        assertThat(result.places()).containsExactly(place);
        CompilationMessage message = result.messages().get(0);
        assertThat(message.kind()).isIn(Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING);
        assertThat(message.text()).contains("biased by the jump").contains("  help: ");
        assertThat(result.generatedSources()).containsOnlyKeys("demo.FaultyPathwise");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "return Math.max(z - k, 0);",
                "return z > k ? z - k : 0;",
                "return z >= k ? z - k : 0;",
                "return z < 0 ? -z : z;",
                "if (z < k) { z = 2 * z - k; } return z;",
                "if (z < k) { z = 2 * z - k; } else { z = 3 * z - 2 * k; } return z;",
                "if (z > y) { return z - y; } else { return y - z; }",
                "if (z < y) return z; return y;",
                "return n > 3 ? z : y;",
                "if (k > 0) { return z; } return y;",
                "double s = 0; for (int i = 0; i < n; i++) { s += z > w[i] ? z - w[i] : 0; } return s;",
                "return Math.abs(z) + Math.min(z, y);",
                "return z > 0 ? y * z : 0;",
                "return z > k ? (z - k) * (z - k) : 0;",
                "return z * Math.floor(k) + Math.signum((double) n);",
                "double p = 0; if (z > k) p = z - k; return p * x;",
                "if (z <= k) { return 0; } double p = z - k; return p * p / (1 + p);",
                "return z > k ? Math.log(z / k) * y : 0;"
            })
    void staysQuietWhereBranchesMeet(String body) {
        assertThat(compile(DRAW + body).messages()).isEmpty();
    }

    @Test
    void oneWarningForEachJump() {
        CompilationResult result =
                compile(DRAW + "double a = z > 0 ? 1 : 0;\n        double b = z > k ? 1 : 0;\n        return a * b;");
        assertThat(result.places()).containsExactly("Jump 10:22", "Jump 11:22");
    }

    @Test
    void aJumpOfAHelperIsReportedOnce() {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .allowingWarnings()
                .source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        import io.pathwise.runtime.Sampler;
                        class Helped {
                            @Pathwise static double step(double x) { return x > 0 ? 1 : 0; }
                            @Pathwise static double twice(double x) { return step(Sampler.normal(x, 1)) + step(Sampler.normal(x, 2)); }
                        }
                        """)
                .compile();
        assertThat(result.places()).containsExactly("Jump 5:55");
    }

    @Test
    void aConditionThatIsHandedToAHelperHasAPlace() {
        String source = """
                package demo;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                class Helped {
                    @Pathwise static double step(double x, boolean up) {
                        if (up) {
                            return x;
                        }
                        return 1;
                    }
                    %s
                    @Pathwise static double f(double x) { return step(x, (x > Sampler.normal(0, 1)) && (x == x)); }
                }
                """;
        CompilationResult told = SourceCompiler.with(new PathwiseProcessor())
                .allowingWarnings()
                .source(source.formatted(""))
                .compile();
        CompilationResult accepted = SourceCompiler.with(new PathwiseProcessor())
                .source(source.formatted("@SuppressWarnings(\"pathwise:jump\")"))
                .compile();
        assertThat(told.places()).containsExactly("Jump 12:85");
        assertThat(accepted.messages()).isEmpty();
    }

    private static CompilationResult compile(String body) {
        return SourceCompiler.with(new PathwiseProcessor())
                .allowingWarnings()
                .source(CLASS.formatted(body))
                .compile();
    }
}
