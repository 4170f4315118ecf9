package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Records that methods return which stay calls: those of other classes and those that call themselves. */
class RecordResultsTest {
    private static final String LIBRARY = """
            package lib;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            @SuppressWarnings("pathwise:jump")
            public final class Paths {
                public record Pair(double x, double y) {}
                public record Rates(double up, @Constant double down, int steps) {}
                public record State(double level, Rates rates, boolean isHigh) {}
                public record Ordered(double low, double high) {
                    public Ordered {
                        if (low > high) {
                            throw new IllegalArgumentException("not in order");
                        }
                    }
                }
                @Pathwise public static Pair turned(double x, double y) {
                    return new Pair(x * Math.cos(y) - y, Math.exp(-x) * y * y);
                }
                @Pathwise public static Pair swapped(Pair p) { return new Pair(p.y(), p.x() * p.y()); }
                @Pathwise public static Pair same(Pair p, int n) { return n > 2 ? swapped(p) : p; }
                @Pathwise public static State moved(State state, double z, @Constant double k) {
                    double level = state.level() * Math.exp(state.rates().up() * z - state.rates().down() * k);
                    Rates rates = new Rates(state.rates().up() * 0.9 + level * 0.01, 2 * state.rates().down(), state.rates().steps() + 1);
                    return new State(level, rates, level > 1);
                }
                @Pathwise public static Pair drawn(double x, double s) {
                    double z = Sampler.normal(x, s * s + 0.1);
                    double u = Sampler.uniform(0, x);
                    return new Pair(z * u, z + s * x);
                }
                @Pathwise public static Pair walked(Pair p, int n) {
                    double x = p.x();
                    for (int i = 0; i < n; i++) {
                        x += Math.sin(x) * Sampler.normal(0, p.y());
                    }
                    return new Pair(x, x * p.y());
                }
                @Pathwise public static Pair waited(double mean) {
                    double sum = mean;
                    while (Sampler.uniform(0, 1) < 0.5) {
                        sum += Sampler.exponential(mean);
                    }
                    return new Pair(sum * mean, sum);
                }
                @Pathwise public static Pair moments(double[] w, double[][] m) {
                    double first = 0;
                    double second = 0;
                    for (int i = 0; i < w.length; i++) {
                        first += w[i] * m[i][0];
                        for (int j = 0; j < m[i].length; j++) {
                            second += w[i] * w[i] * m[i][j] * m[i][j];
                        }
                    }
                    return new Pair(first, Math.sqrt(second));
                }
                @Pathwise public static Ordered ordered(double a, double b) {
                    return new Ordered(Math.min(a, b), Math.max(a, b));
                }
                @Pathwise public static Pair root(double x) { return new Pair(Math.sqrt(x), x); }
                @Pathwise public static Pair fixed(@Constant double x) { return new Pair(2 * x, x * x); }
            }
            """;

    private static final String USER = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            import lib.Paths;
            import lib.Paths.*;
            @SuppressWarnings("pathwise:jump")
            final class User {
                record Own(double a, double b) {}
                @Pathwise static Own rolled(Own own, int n) {
                    if (n == 0) {
                        return own;
                    }
                    Own before = rolled(own, n - 1);
                    return new Own(before.a() * 0.9 + Math.sin(before.b()), before.b() * before.a());
                }
                @Pathwise static Own tree(double x, int n) {
                    double z = Sampler.normal(x, 0.1);
                    if (n == 0) {
                        return new Own(z, z * x);
                    }
                    Own left = tree(0.9 * z, n - 1);
                    Own right = tree(x, n - 1);
                    return new Own(left.a() * right.b(), left.b() + right.a() * z);
                }
                @Pathwise static double f(Pair p, State state, double z, int n) {
                    %s
                }
            }
            """;

    @TempDir
    private Path directory;

    private static void check(CompilationResult compiled) {
        Subject subject = new Subject(compiled, "demo.User", "f", Set.of("state.rates.down"));
        for (int n : new int[] {0, 1, 3}) {
            RecordArgument pair = RecordArgument.of(0.8, 0.6);
            RecordArgument state = RecordArgument.of(1.1, RecordArgument.of(0.3, 0.2, 2), true);
            Modes.check(
                    subject,
                    Point.at(pair, state, 0.7, n)
                            .normals(
                                    0.3, -0.35, 0.45, -0.55, 0.65, 0.75, -0.85, 0.15, 0.25, -0.3, 0.4, 0.1, 0.2, 0.7,
                                    0.6)
                            .uniforms(0.3, 0.6, 0.45, 0.2, 0.7, 0.1, 0.8, 0.35, 0.9, 0.55, 0.65, 0.75));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pair q = Paths.turned(p.x() * z, p.y()); return q.x() * q.y() * state.level();",
                "return Paths.turned(z, p.x() / z).y() * z + Paths.swapped(p).x();",
                "Pair q = p; for (int i = 0; i < n; i++) { q = Paths.turned(q.y(), q.x() * z); } return q.x() - q.y();",
                "Pair q = Paths.same(Paths.swapped(Paths.turned(z, p.x())), n); return q.x() * q.y();",
                "State s = Paths.moved(state, z, 0.5); return s.level() * s.rates().up() * s.rates().down() + (s.isHigh() ? z : z * z) * s.rates().steps();",
                "State s = state; for (int i = 0; i < n; i++) { s = Paths.moved(s, z * p.x(), i); z += s.level(); } return z * s.rates().up();",
                "Pair q = Paths.drawn(z, p.x()); return q.x() * Sampler.normal(q.y(), z) + Paths.drawn(p.y(), z).y();",
                "double s = z; for (int i = 0; i < n; i++) { Pair q = Paths.drawn(s, p.x()); s = 0.5 * q.x() + q.y(); } return s;",
                "Pair q = Paths.walked(p, n); return q.x() * q.y() * Sampler.normal(z, 1) + Paths.walked(q, 2).y();",
                "Pair q = Paths.waited(z); return q.x() * Sampler.uniform(0, q.y()) + Paths.waited(p.x()).x();",
                "double[] w = {z, p.x()}; Pair q = Paths.moments(w, new double[][] {{p.y(), z * z}, {z, 2, p.x()}}); return q.x() / q.y();",
                "Own o = rolled(new Own(z, p.x()), n); return o.a() * o.b();",
                "double s = 0; for (int i = 0; i < n; i++) { s += rolled(new Own(z + s, p.y()), i).b(); } return s * z;",
                "Own o = tree(z, n == 3 ? 2 : n); return o.a() * o.b() * Sampler.normal(p.x(), 1);",
                "Ordered o = Paths.ordered(p.x() * z, p.y()); return o.low() * o.high() * o.high();",
                "if (n > 0) { Pair q = Paths.turned(z, p.y()); if (q.x() > 100) { return q.y(); } z = q.x(); } return z * p.x();",
                "Paths.drawn(z, z); return Sampler.normal(z, p.x());",
                "Pair q = Paths.fixed(2); return q.x() * z * q.y();",
                "int k = Paths.moved(state, z, 1).rates().steps(); return z * k;",
                "return Paths.root(Math.max(z - 5, 0)).x() * 0 + Math.max(z - 5, 0) + z;"
            })
    void values(String body) {
        check(Programs.compile(LIBRARY, USER.formatted(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pair q = Paths.turned(p.x() * z, p.y()); return q.x() * q.y() * state.level();",
                "return Paths.moved(state, z * p.x(), n).level() * z;",
                "Pair q = Paths.waited(z); return q.x() * Sampler.uniform(0, q.y()) + Paths.walked(p, n).x();"
            })
    void ofALibrary(String body) throws IOException {
        check(new Library(directory).use(Programs.compile(LIBRARY), USER.formatted(body)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            return Results.weights(x).w()[0];                | RecordCall 4:80
            return Results.named(x).x();                     | RecordCall 4:78
            return Results.doubled(x).x();                   | RecordCall 4:80
            return Results.pair(x).x();                      | RecordCall 4:77
            int k = Sampler.poisson(x); return Results.walk(x, k).x(); | DiscreteCall 4:105
            return Results.counted(x).x();                   | DiscreteCall 4:80
            """)
    void whatCompanionsCannotReturnIsRefused(String body, String place) {
        CompilationResult compiled = SourceCompiler.with(new PathwiseProcessor())
                .source("""
                        package demo;
                        import io.pathwise.*;
                        import io.pathwise.runtime.Sampler;
                        final class User { @Pathwise static double f(double x) { %s } }
                        """.formatted(body))
                .source("""
                        package demo;
                        import io.pathwise.*;
                        import io.pathwise.runtime.Sampler;
                        final class Results {
                            record Weights(double[] w) {}
                            record Named(double x, Kind kind) {}
                            enum Kind { ONE }
                            record Doubled(double x) { Doubled { x = 2 * x; } }
                            record Pair(double x, double y) {}
                            @Pathwise static Weights weights(double x) { return new Weights(new double[] {x}); }
                            @Pathwise static Named named(double x) { return new Named(x, Kind.ONE); }
                            @Pathwise static Doubled doubled(double x) { return new Doubled(x); }
                            @Pathwise static Pair pair(double x) { return pair(x, x); }
                            @Pathwise static Pair pair(double x, double y) { return new Pair(x, y); }
                            @Pathwise static Pair walk(double x, int n) { double s = x; for (int i = 0; i < n; i++) { s += Sampler.normal(x, 1); } return new Pair(s, x); }
                            @Pathwise static Pair counted(double x) { int k = Sampler.poisson(x); return new Pair(k * x, k); }
                        }
                        """)
                .compile();
        assertThat(compiled.places()).containsExactly(place);
        assertThat(compiled.messages().get(0).text())
                .contains("cannot differentiate 'Results.")
                .contains("  help: ");
    }

    @Test
    void recordsOfALibraryAreNotMadeAgain() throws IOException {
        CompilationResult compiled = SourceCompiler.with(new PathwiseProcessor())
                .source(USER.formatted("State s = Paths.moved(state, z, n); return Paths.moved(s, z, n).level();"))
                .library(new Library(directory).jar(Programs.compile(LIBRARY), name -> true))
                .compile();
        assertThat(compiled.places()).containsExactly("RecordCall 27:63");
        assertThat(compiled.messages().get(0).text()).contains("the record 'State' would have to be made again");
    }

    @Test
    void jumpsInsideAreWarnedOfWhereTheyAre() {
        CompilationResult compiled = SourceCompiler.with(new PathwiseProcessor())
                .allowingWarnings()
                .source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        final class User {
                            @Pathwise static double f(double x) {
                                Steps.Two two = Steps.of(x);
                                return two.a() * two.n() + (two.up() ? 1 : 0);
                            }
                        }
                        """)
                .source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        import io.pathwise.runtime.Sampler;
                        final class Steps {
                            record Two(double a, double b, int n, boolean up) {}
                            @Pathwise static Two of(double x) {
                                double z = Sampler.normal(x, 1);
                                double a = z > 0 ? 1 : 0;
                                double b = z > 0 ? 0 : 1;
                                int n = z > 1 ? 1 : 2;
                                return new Two(a, b, n, z > 2);
                            }
                        }
                        """)
                .compile();
        assertThat(compiled.succeeded()).isTrue();
        assertThat(compiled.places()).containsExactlyInAnyOrder("Jump 8:22", "Jump 9:22", "Jump 10:19", "Jump 11:35");
    }
}
