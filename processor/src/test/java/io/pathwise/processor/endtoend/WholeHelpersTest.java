package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.runtime.PathwiseFunction;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Helpers that return whole numbers and truth values of active arguments, in all modes. */
class WholeHelpersTest {
    @TempDir
    Path directory;

    private static final String CLASS = """
            package demo;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            class Whole {
                @SuppressWarnings("pathwise") @Pathwise static double f(double a, double b, double[] w, int n) {
                    %s
                }
                @Pathwise private static int locate(double[] xs, double x) {
                    int lo = 0, hi = xs.length - 1;
                    while (hi - lo > 1) {
                        int mid = (lo + hi) >>> 1;
                        if (xs[mid] > x) hi = mid; else lo = mid;
                    }
                    return lo;
                }
                @Pathwise static double interpolate(double[] xs, double[] ys, double x) {
                    int k = locate(xs, x);
                    double t = (x - xs[k]) / (xs[k + 1] - xs[k]);
                    return (1 - t) * ys[k] + t * ys[k + 1];
                }
                @Pathwise static boolean converged(double x, double y) { return Math.abs(x - y) < 1e-9; }
                @Pathwise static int argMax(double[] v) {
                    int best = 0;
                    for (int i = 1; i < v.length; i++) if (v[i] > v[best]) best = i;
                    return best;
                }
                @Pathwise static int halvings(double x) { int count = 0; while (x > 1) { x /= 2; count++; } return count; }
                @Pathwise static long rounded(double x) { return Math.round(x); }
                @Pathwise static char grade(double x) { if (x > 1) return 'a'; return 'b'; }
                @SuppressWarnings("pathwise:jump")
                @Pathwise static short level(double x) { return x > 1 ? 2 : (short) (3 * x); }
                @Pathwise static int decompose(double[][] a, int[] pivots) {
                    int n = a.length, sign = 1;
                    for (int i = 0; i < n; i++) pivots[i] = i;
                    for (int k = 0; k < n; k++) {
                        int p = k;
                        for (int i = k + 1; i < n; i++) if (Math.abs(a[i][k]) > Math.abs(a[p][k])) p = i;
                        if (p != k) {
                            double[] row = a[p]; a[p] = a[k]; a[k] = row;
                            int index = pivots[p]; pivots[p] = pivots[k]; pivots[k] = index;
                            sign = -sign;
                        }
                        for (int i = k + 1; i < n; i++) {
                            a[i][k] /= a[k][k];
                            for (int j = k + 1; j < n; j++) a[i][j] -= a[i][k] * a[k][j];
                        }
                    }
                    return sign;
                }
                @Pathwise static int[] order(double[] v) {
                    int[] index = new int[v.length];
                    for (int i = 0; i < v.length; i++) {
                        int j = i;
                        while (j > 0 && v[index[j - 1]] > v[i]) { index[j] = index[j - 1]; j--; }
                        index[j] = i;
                    }
                    return index;
                }
                @Pathwise static boolean[] above(double[] v, double x) {
                    boolean[] above = new boolean[v.length];
                    for (int i = 0; i < v.length; i++) above[i] = v[i] > x;
                    return above;
                }
                record Grid(double low, double high, int cells) {
                    @SuppressWarnings("pathwise:jump")
                    @Pathwise int cell(double x) { return (int) Math.abs(cells * (x - low) / (high - low)) %% 3; }
                    @Pathwise double value(double x) { return (x - low) * (1 + cell(x)) * high; }
                }
                @Pathwise static int locate(double x, double y) { return x < y ? 0 : 1; }
                @Pathwise static int put(double[] out, double x) { out[0] = x * x; return x > 1 ? 1 : 0; }
                @Pathwise static void fill(boolean[] out, double[] v) { for (int i = 0; i < v.length; i++) { out[i] = locate(v[i], 0.5) == 1; } }
                @Pathwise static int[][] table(double[] v) {
                    int[][] table = new int[v.length][2];
                    for (int i = 0; i < v.length; i++) { table[i][v[i] > 0 ? 1 : 0] = i + 1; }
                    return table;
                }
                @Pathwise static boolean up(double x) { return Sampler.normal(x, 1) > 0.1; }
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return interpolate(new double[] {0, b - 0.4, 2 * b, 4}, w, a) * b;",
                "double[] xs = {0, 0.5, 1.2, 2}; return w[locate(xs, a)] * w[locate(xs, b)] + locate(xs, a * b) * a;",
                "double x = 1; for (int i = 0; i < 50; i++) { double next = 0.5 * (x + a / x); boolean done = converged(next, x); "
                        + "x = next; if (done) { break; } } return x * b;",
                "double x = 1, last = 0; while (!converged(x, last)) { last = x; x = 0.5 * (x + a / x); } return x * x * x * b;",
                "return converged(a, b) || argMax(w) > n ? a * b : w[argMax(w)] * a + argMax(new double[] {a, b});",
                "double s = a; for (int i = 0; i < halvings(3 * b); i++) { s *= b + i; } return s;",
                "double s = a; int i = halvings(9 * b); while (i-- > 0) { s = s * s - b; } return s;",
                "double z = switch (grade(b)) { case 'a' -> a * b; default -> a; }; return z * level(a) / rounded(7 * b);",
                "double[][] m = {{a, b, 0.3}, {b, w[0], 2}, {1, a, w[1]}}; int sign = decompose(m, new int[3]); "
                        + "return sign * m[0][0] * m[1][1] * m[2][2];",
                "double[][] m = {{0.1, b}, {a, w[0]}}; int[] p = new int[2]; decompose(m, p); double[] r = {a, b}; "
                        + "return (r[p[1]] - m[1][0] * r[p[0]]) / m[1][1];",
                "int[] o = order(w); double s = a; for (int i = 0; i < o.length; i++) { s += (i + 1) * w[o[i]] * w[o[i]] * b; } return s;",
                "double s = a; boolean[] above = above(w, a); for (int i = 0; i < w.length; i++) { if (above[i]) { s += w[i] * b; } } return s;",
                "double s = a; for (int i = 0; i < n; i++) { if (up(s)) { s *= b; } else { s += a; } } return s;",
                "double x = a; x += halvings(x *= 3) * b; return x * (up(b) ? 1 : 2);",
                "Grid g = new Grid(a * b, b + 2, 5); return g.value(b) * g.high() + g.value(a * 3) * g.low();",
                "double[] v = w.clone(); v[locate(w, a)] += a * a; v[locate(a, v[0])] *= v[1]; return v[0] * v[1] + v[2] * a;",
                "double s = a; for (int i = locate(w, a); i < w.length; i += 1 + locate(a, s)) { s += w[i] * b; } return s;",
                "double[] o = {b, a}; double s = o[0] * put(o, a) + o[0]; o[put(o, b)] = s; return o[0] * o[1] + put(o, s) * o[0];",
                "double[] o = {b, a}; if (n > 0 && put(o, b) > 0 || put(o, a * b) == 0) { return o[0] * a; } return o[0] * o[1];",
                "boolean[] f = new boolean[w.length]; fill(f, w); int[][] t = table(w); double s = a; "
                        + "for (int i = 0; i < w.length; i++) { if (f[i]) { s += w[i]; } s *= b + t[i][0] * w[i]; } return s;",
            })
    void allModesAgree(String body) {
        Subject subject = new Subject(Programs.compile(CLASS.formatted(body)), "demo.Whole", "f", Set.of());
        for (int n : List.of(0, 1, 3)) {
            Point point = Point.at(0.7, 1.3, new double[] {0.9, -0.6, 0.4, 1.7}, n);
            Modes.check(subject, point.normals(0.3, -1.8, 0.5));
        }
    }

    @Test
    void theyHaveNoMembersOfTheirOwn() {
        String body = "return order(w)[0] + locate(w, a) + (converged(a, b) ? a : b);";
        Subject subject = new Subject(Programs.compile(CLASS.formatted(body)), "demo.Whole", "f", Set.of());
        assertThat(Stream.of(subject.companion().getDeclaredMethods()).map(each -> each.getName()))
                .contains("interpolateGradient", "f")
                .doesNotContain("locate", "locateFunction", "converged", "convergedReverse", "order", "argMax");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int n = claims(m); double s = x; for (int i = 0; i < n; i++) s *= m + i; return s; | int n = Sampler.poisson(m); double s = x; for (int i = 0; i < n; i++) s *= m + i; return s;
            return hit(m) ? x : x * x;                      | return Sampler.uniform(0, 1) < m ? x : x * x;
            return claims(x) * m + (hit(m) ? x : m);        | return Sampler.poisson(x) * m + (Sampler.uniform(0, 1) < m ? x : m);
            """)
    void theirDrawsAreThoseOfTheirCallers(String calling, String drawing) {
        Class<?> companion = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                class Drawn {
                    @Pathwise static double calling(double m, double x) { %s }
                    @Pathwise static double drawing(double m, double x) { %s }
                    @Pathwise static int claims(double mean) { return Sampler.poisson(mean); }
                    @Pathwise private static boolean hit(double p) { return Sampler.uniform(0, 1) < p; }
                }
                """.formatted(calling, drawing)).load("demo.DrawnPathwise");
        PathwiseFunction one = (PathwiseFunction) Subject.invoke(function(companion, "callingFunction"));
        PathwiseFunction other = (PathwiseFunction) Subject.invoke(function(companion, "drawingFunction"));
        double[] parameters = {0.6, 1.3};
        int count = other.noise(parameters).uniforms();
        assertThat(one.noise(parameters)).isEqualTo(other.noise(parameters));
        Random random = new Random(1);
        for (int path = 0; path < 20; path++) {
            double[] uniforms = random.doubles(count).toArray();
            double[] partials = new double[2];
            double[] expected = new double[2];
            double value = other.gradient(parameters, new double[0], uniforms, expected);
            assertThat(one.gradient(parameters, new double[0], uniforms, partials))
                    .isEqualTo(value);
            assertThat(partials).isEqualTo(expected);
        }
    }

    private static Method function(Class<?> companion, String name) {
        Method function = Stream.of(companion.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        function.setAccessible(true);
        return function;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            return z * count(z);                                   | Jump 10:51
            return passed(z, x) ? 1 : 0;                           | Jump 8:22
            return passed(z, x) ? z : x;                           |
            return z * count(x);                                   | Jump 10:51
            return z * count(3.5);                                 |
            double[] v = {x, z}; return v[passed(z, x) ? 1 : 0];   |
            return accepted(z) ? z : x;                            | Jump 8:24
            return z * whole(z);                                   |
            """)
    void whatTheySteerIsJudgedAsIfTheyStoodThere(String body, String places) {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .allowingWarnings()
                .source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        import io.pathwise.runtime.Sampler;
                        class Jumping {
                            @Pathwise
                            static double f(double x) {
                                double z = Sampler.normal(x, 1);
                                %s
                            }
                            @Pathwise static int count(double x) { return (int) x; }
                            @Pathwise static boolean passed(double x, double y) { return x > y; }
                            @SuppressWarnings("pathwise:jump") @Pathwise static boolean accepted(double x) { return x > 1; }
                            @SuppressWarnings("pathwise:jump") @Pathwise static long whole(double x) { return (long) x; }
                        }
                        """.formatted(body))
                .compile();
        assertThat(result.places()).isEqualTo(places == null ? List.of() : List.of(places));
    }

    @Test
    void thoseOfLibrariesStayWithTheirLibraries() throws IOException {
        CompilationResult library = Programs.compile("""
                package lib;
                import io.pathwise.Pathwise;
                public final class Grids {
                    @Pathwise public static int cell(double x) { return x > 1 ? 1 : 0; }
                    @Pathwise public static double value(double x) { return cell(x) * x; }
                }
                """);
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        class User {
                            @Pathwise static double f(double x) { return lib.Grids.value(x) * lib.Grids.cell(x); }
                        }
                        """)
                .library(new Library(directory).jar(library, name -> true))
                .compile();
        assertThat(result.places()).containsExactly("UnknownCall 4:85");
        assertThat(result.messages().get(0).text())
                .contains("help: move the method into the class of its caller, without recursion");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Pathwise static int f(double x) { return 1; }                                   | UnsupportedType 4:22
            @Pathwise static boolean f(double x) { return x > 1; }                           | UnsupportedType 4:26
            @Pathwise static String f(double x) { return x > 1 ? "a" : "b"; }                | UnsupportedType 4:18
            @Pathwise static double f(double x) { return Other.floor(x); }                   | UnknownCall 4:57
            @Pathwise static double f(double x) { return g(x); } @Pathwise static int g(double x) { return x > 1 ? g(x - 1) : 0; } | UnknownCall 4:47, UnknownCall 4:105
            @Pathwise static double f(double x) { return g(x); } @Pathwise static int g(double x) { return x; } | TypeMismatch 4:96
            @Pathwise static double f(double[] x) { return g(x); } @Pathwise static int g(double[] x) { x[0] = 1; return 1; } | WritesParameterArray 4:50
            """)
    void refuses(String methods, String places) {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        class Faulty {
                        %s
                        }
                        class Other {
                            @SuppressWarnings("pathwise:jump")
                            @Pathwise static int floor(double x) { return (int) x; }
                            @Pathwise static double g(double x) { return floor(x); }
                        }
                        """.formatted(methods))
                .compile();
        assertThat(String.join(", ", result.places())).isEqualTo(places);
        assertThat(result.messages()).allMatch(each -> each.text().contains("help: "));
    }
}
