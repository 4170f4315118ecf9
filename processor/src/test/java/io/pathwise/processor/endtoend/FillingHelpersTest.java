package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Helpers that write to the arrays that they are handed, in all modes. */
class FillingHelpersTest {
    private static final String CLASS = """
            package demo;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            class Filled {
                @SuppressWarnings("pathwise") @Pathwise static double f(double a, double b, double[] w, int n) {
                    %s
                }
                @Pathwise static void fill(double[] out, double x) {
                    for (int i = 0; i < out.length; i++) { out[i] = x * Math.sin(i + x); }
                }
                @Pathwise static void add(double[] out, double factor, double[] x) {
                    if (factor > 5) { return; }
                    for (int i = 0; i < out.length; i++) { if (i == 2) { return; } out[i] += factor * x[i]; }
                }
                @Pathwise static void both(double[][] m, double x) { fill(m[0], x); add(m[1], x, m[0]); }
                @Pathwise static void path(double[] x, double sigma) {
                    for (int i = 1; i < x.length; i++) { x[i] = x[i - 1] * Math.exp(sigma * Sampler.normal(0, 1)); }
                }
                @Pathwise static double put(double[] out, double x) { double old = out[0]; out[0] = x * x; return old * x; }
                @Pathwise static double[] scale(double[] x, double factor) {
                    for (int i = 0; i < x.length; i++) { x[i] *= factor; }
                    return x;
                }
                @Pathwise static void swap(double[] x, int i, int j) { double t = x[i]; x[i] = x[j]; x[j] = t; }
                @Pathwise static double all(double[] w) {
                    double[][] m = {w.clone(), w.clone()};
                    both(m, 2);
                    path(m[1], 0.1);
                    swap(m[0], 0, 1);
                    return put(m[0], scale(m[1], 0.5)[1]) + m[0][0];
                }
                @Pathwise static double norm(double[] x) { double s = 0; for (double each : x) { s += each * each; } return s; }
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] x = new double[n + 1]; fill(x, a); return norm(x) * b;",
                "double[] x = w.clone(); add(x, a, w); add(x, b, x); return norm(x);",
                "double[] x = {a, b}; for (int i = 0; i < n; i++) { add(x, a, w); fill(x, x[0] + x[1]); } return norm(x);",
                "double[][] m = new double[2][2]; m[1][0] = b; both(m, a); return norm(m[0]) * norm(m[1]) + m[1][0];",
                "double[] x = new double[n + 1]; x[0] = a; path(x, b); return norm(x) * w[0];",
                "double[] x = {a, b}; double z = put(x, b * a); return z * x[0] * x[1];",
                "double[] x = {a, b}; return x[0] + put(x, b) + x[0] * put(x, x[0]) + x[0];",
                "double[] x = {a, b}; x[0] += put(x, b); x[1] -= put(x, x[1]) * x[0]; return x[0] * x[1];",
                "double[] x = {a, b}; if (x[0] < put(x, b * 3)) { return x[0] * x[1]; } return x[0] * b + a;",
                "double[] x = {a, b}; return b > 0 && x[0] < put(x, b * 3) ? x[0] * x[1] : x[0] * b + a;",
                "double[] x = w.clone(); double[] y = scale(x, a); scale(y, b); return x[0] * y[1] * scale(x, 2)[0] + x[0];",
                "double[] x = {1, b, a}; if (n > 1) { swap(x, 0, 2); } else { fill(x, b); } swap(x, 1, 2); return x[0] * x[1] + x[2];",
                "double[] x = {a, b}; int[] k = {0, 1}; x[k[0]] = put(x, b); return norm(x);",
                "double[] x = {a, b}; double s = 0; while (s < 3) { s += put(x, b) + 1; } return s * norm(x);"
            })
    void allModesAgree(String body) {
        Subject subject = new Subject(Programs.compile(CLASS.formatted(body)), "demo.Filled", "f", Set.of());
        for (int n : List.of(0, 1, 3)) {
            Point point = Point.at(0.7, 1.3, new double[] {0.9, -0.6}, n).normals(0.3, -0.8, 0.5);
            Modes.check(subject, point);
        }
    }

    @Test
    void theyHaveNoMembersOfTheirOwn() {
        String body = "double[] x = w.clone(); fill(x, a); scale(x, b); return put(x, a) + norm(x);";
        Subject subject = new Subject(Programs.compile(CLASS.formatted(body)), "demo.Filled", "f", Set.of());
        assertThat(Stream.of(subject.companion().getDeclaredMethods()).map(each -> each.getName()))
                .contains("normGradient", "f")
                .doesNotContain("fill", "put", "putReverse", "scale", "swap");
    }

    private static final String PUT = "@Pathwise static void put(double[] x) { x[0] = 1; }";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Pathwise static void f(double x) { double y = x; }                                           |     | UnsupportedType 4:23
            @Pathwise static double f(double[] x) { x[0] = 1; return x[0]; }                              |     | WritesParameterArray 4:42
            @Pathwise static double f(double[] x) { put(x); return x[0]; }                                | put | WritesParameterArray 4:45
            @Pathwise static double f(double[][] x) { put(x[1]); return x[1][0]; }                        | put | WritesParameterArray 4:48
            @Pathwise static double f(double[] x) { double[] y = x; if (y[0] > 1) put(y); return 1; }     | put | WritesParameterArray 4:75
            @Pathwise static double f(double[] x) { Other.set(x.clone()); return 1; }                     |     | UnknownCall 4:50
            @Pathwise static double f(double[] x) { return Other.first(x)[0]; }                           |     | UnknownCall 4:59
            @Pathwise static double f(double[] x) { double y = put(x.clone()); return y; }                | put | TypeMismatch 4:55
            @Pathwise static double f(double[] x) { return 1 + put(x.clone()); }                          | put | TypeMismatch 4:55
            """)
    void refuses(String method, String helper, String place) {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        class Faulty {
                        %s
                        %s
                        }
                        class Other {
                            @Pathwise static double[] first(double[] x) { return new double[] {x[0]}; }
                            @Pathwise static void set(double[] x) { x[0] = 1; }
                            @Pathwise static double g(double[] x) { double[] y = first(x); set(y); return y[0]; }
                        }
                        """.formatted(method, helper == null ? "" : PUT))
                .compile();
        assertThat(result.places()).containsExactly(place);
        assertThat(result.messages()).allMatch(each -> each.text().contains("help: "));
    }

    @Test
    void helpersThatCallThemselvesFillNothing() {
        CompilationResult result =
                SourceCompiler.with(new PathwiseProcessor()).source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        class Faulty {
                        @Pathwise static double f(double[] x) { double[] y = x.clone(); again(y, 3); return y[0]; }
                        @Pathwise static void again(double[] x, int n) { if (n > 0) { x[n] = 1; again(x, n - 1); } }
                        @Pathwise static double g(double[] x) { return grown(x, 3)[0]; }
                        @Pathwise static double[] grown(double[] x, int n) { return n > 0 ? grown(x.clone(), n - 1) : x; }
                        }
                        """).compile();
        assertThat(result.places())
                .containsExactly("UnknownCall 4:70", "UnknownCall 5:78", "UnknownCall 6:53", "UnknownCall 7:74");
    }
}
