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
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of methods of other classes whose number of draws depends on the path. */
class UncountedDrawsTest {
    private static final String LIBRARY = """
            package lib;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            @SuppressWarnings("pathwise:jump")
            public final class Waiting {
                @Pathwise public static double time(double mean) {
                    double sum = 0;
                    while (Sampler.uniform(0, 1) < 0.5) {
                        sum += Sampler.exponential(mean);
                    }
                    return sum * mean;
                }
                @Pathwise public static double once(double x, @Constant double level) {
                    double z = Sampler.normal(0, 1);
                    if (z > level) {
                        return x * z;
                    }
                    return x * x + Sampler.normal(x, z * z) * Sampler.uniform(0, x);
                }
                @Pathwise public static double barrier(double[] x, int steps) {
                    double s = x[0];
                    for (int i = 0; i < steps; i++) {
                        s += x[1] * Math.sin(s) * Sampler.normal(0, 1);
                        if (s > 1.5) {
                            return s * x[0];
                        }
                    }
                    return s;
                }
                @Pathwise public static double either(double[] rates) {
                    return Sampler.uniform(0, 1) < 0.5 ? Sampler.exponential(rates[0]) : rates[1] * rates[0];
                }
                @Pathwise public static double through(double x) { return time(x) * Sampler.normal(x, 0.1) + once(x, 0); }
                @Pathwise static double hidden(double x) {
                    double sum = x;
                    while (Sampler.uniform(0, 1) < 0.5) {
                        sum *= x;
                    }
                    return sum;
                }
            }
            """;

    private static final String USER = """
            package lib;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            final class User {
                @Pathwise static double f(double x, double y, int n) {
                    %s
                }
            }
            """;

    private static final String[] BODIES = {
        "return y * Waiting.time(x) * Sampler.normal(x, y);",
        "double a = Waiting.time(x * y); double b = Waiting.once(y, 0.2); return a * b + Sampler.uniform(x, y);",
        "double s = x; for (int i = 0; i < n; i++) { s += Waiting.once(s, 0) * y; } return s * Sampler.normal(x, y);",
        "return Waiting.barrier(new double[] {x, y}, n + 2) * Sampler.normal(x, 0.1) + Waiting.barrier(new double[] {y, x}, n);",
        "double z = Sampler.normal(x, 1); return z * Waiting.either(new double[] {x, y}) + Waiting.through(y) * Sampler.normal(x, 1);"
    };

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void compiledTogether(int body) {
        check(Programs.compile(LIBRARY, USER.formatted(BODIES[body])));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void ofALibrary(int body) throws IOException {
        check(new Library(directory).use(Programs.compile(LIBRARY), USER.formatted(BODIES[body])));
    }

    @Test
    void whatOnlyThePackageSeesIsCompiledTogether() throws IOException {
        String user = USER.formatted("return Waiting.hidden(x) * Sampler.uniform(0, y);");
        check(Programs.compile(LIBRARY, user));
        CompilationResult apart = SourceCompiler.with(new PathwiseProcessor())
                .source(user)
                .library(new Library(directory).jar(Programs.compile(LIBRARY), name -> true))
                .compile();
        assertThat(apart.places()).containsExactly("UnknownNoise 7:30");
        assertThat(apart.messages().get(0).text())
                .contains(
                        "'Waiting.hidden(x)'", "Waiting.hidden(double)", "help: make the method and its class public");
    }

    @Test
    void membersForEverybodyStayAsTheyAre() {
        CompilationResult alone = Programs.compile(LIBRARY);
        for (String member : new String[] {"once", "barrier"}) {
            Set<String> constants = Set.of("level");
            Subject subject = new Subject(alone, "lib.Waiting", member, constants);
            Point point = member.equals("once") ? Point.at(0.9, 0.3) : Point.at(new double[] {0.9, 0.4}, 4);
            Modes.check(subject, point.normals(-0.4, 0.7, 0.3, 0.8).uniforms(0.3));
        }
        assertThat(alone.generatedSources().get("lib.WaitingPathwise"))
                .contains("double once(double x, double level, double epsZ, double eps1, double u2)")
                .contains("double once(double x, double level, NoiseCursor noise)")
                .contains("double barrier(double[] x, int steps, double[] normals)")
                .contains("return NoiseCount.of(steps, 0);");
    }

    private static void check(CompilationResult compiled) {
        Subject subject = new Subject(compiled, "lib.User", "f", Set.of());
        for (int n : new int[] {0, 1, 3}) {
            for (double first : new double[] {0.7, -0.6}) {
                Modes.check(
                        subject,
                        Point.at(0.8, 1.3, n)
                                .normals(first, -0.35, 0.45, -0.55, 0.65, 0.75, -0.85, 0.15, 0.25, -0.3, 0.4)
                                .uniforms(0.3, 0.6, 0.45, 0.2, 0.7, 0.1, 0.8, 0.35, 0.9, 0.55, 0.65, 0.75));
            }
        }
    }
}
