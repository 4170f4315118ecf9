package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of differentiable methods of a jar that was compiled earlier. */
class LibraryTest {
    private static final String LIBRARY = """
            package lib;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            public final class Models {
                private static final int EXTRA = 2;
                @Pathwise public static double smile(double strike, double skew) {
                    return Math.sqrt(0.04 + skew * strike * strike);
                }
                @Pathwise public static double shocked(double x, @Constant double scale) {
                    double z = Sampler.normal(x, scale);
                    return z * Sampler.uniform(0, x);
                }
                @Pathwise public static double walk(double x, int steps, @Constant double[] scales) {
                    double y = x;
                    for (int i = 0; i < 2 * (steps - 1) + scales.length + EXTRA; i++) {
                        y += Sampler.normal(0, 0.1) * Math.sin(y) + Sampler.uniform(0, y) * scales[0];
                    }
                    return y;
                }
                @Pathwise public static double tree(double x, int depth) {
                    double z = Sampler.normal(x, 0.1);
                    return depth == 0 ? z : z + tree(x * 0.9, depth - 1) * Math.exp(-tree(x, depth - 1));
                }
                public static final class Nested {
                    @Pathwise public static double twice(double x) { return 2 * x; }
                }
            }
            """;

    private static final String USER = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            import lib.Models;
            final class User {
                @Pathwise static double f(double x, double y) {
                    return x * Models.smile(x * y, 0.3) + Models.Nested.twice(y);
                }
                @Pathwise static double drawn(double x) {
                    double sum = 0;
                    for (int i = 0; i < 2; i++) {
                        sum += Models.shocked(x + i, 0.2);
                    }
                    return sum;
                }
                @Pathwise static double walks(double x, int n, @Constant double[] scales) {
                    double sum = Sampler.normal(x, 1);
                    for (int i = 0; i < n; i++) {
                        sum += Models.walk(x + i, i, scales) * Sampler.normal(x, 1);
                    }
                    return sum;
                }
                @Pathwise static double trees(double x) {
                    return Models.tree(x, 1) * Sampler.normal(x, 1) + Models.tree(x * x, 2);
                }
            }
            """;

    private final Point walks = Point.at(0.7, 3, new double[] {0.3})
            .normals(0.1, -0.2, 0.3, -0.4, 0.5, -0.6, 0.7, -0.8, 0.9, -1.0, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65)
            .uniforms(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.85, 0.75);

    @TempDir
    private Path directory;

    @Test
    void scalarsAndNestedClasses() throws IOException {
        check("f", Point.at(0.7, 1.3));
    }

    @Test
    void drawsAsNumbers() throws IOException {
        check("drawn", Point.at(0.7).normals(0.3, -0.2).uniforms(0.4, 0.9));
    }

    @Test
    void drawsInArraysOfKnownLength() throws IOException {
        check("walks", walks);
    }

    @Test
    void drawsFromACursor() throws IOException {
        check("trees", Point.at(0.7).normals(0.1, -0.2, 0.3, -0.4, 0.5, -0.6, 0.7, -0.8, 0.9, -1.0, 0.15));
    }

    @Test
    void generatesTheSameWithAndWithoutSource() throws IOException {
        String together = Programs.compile(USER, LIBRARY).generatedSources().get("demo.UserPathwise");
        assertThat(withLibrary(USER).generatedSources().get("demo.UserPathwise"))
                .isEqualTo(together);
    }

    @Test
    void refusesALibraryWithoutCompanions() throws IOException {
        CompilationResult library = Programs.compile(LIBRARY);
        Path jar = new Library(directory).jar(library, name -> !name.equals("lib.ModelsPathwise"));
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source(USER)
                .library(jar)
                .compile();
        assertThat(result.places())
                .containsExactly(
                        "NoCompanion 8:32",
                        "NoCompanion 13:34",
                        "NoCompanion 20:31",
                        "NoCompanion 25:27",
                        "NoCompanion 25:70");
        assertThat(result.messages().get(0).text())
                .contains("'Models.smile(x * y, 0.3)'", "lib.Models.smile", "lib.ModelsPathwise", "help: compile");
    }

    @Test
    void refusesCompanionsOfAnotherFormat() throws IOException {
        CompilationResult other = SourceCompiler.with().source("""
                        package lib;
                        public final class ModelsPathwise {
                            @io.pathwise.Differentiated(format = 2, parameters = {"strike", "skew"})
                            public static double smile(double strike, double skew) { return 0; }
                        }
                        """).compile();
        Map<String, byte[]> classes = new TreeMap<>(Programs.compile(LIBRARY).classes());
        classes.putAll(other.classes());
        Path jar = new Library(directory)
                .jar(new CompilationResult(true, other.messages(), Map.of(), classes), name -> true);
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .source("""
                        package demo;
                        import io.pathwise.Pathwise;
                        final class User {
                            @Pathwise static double f(double x) { return lib.Models.smile(x, x); }
                        }
                        """)
                .library(jar)
                .compile();
        assertThat(result.places()).containsExactly("NoCompanion 4:66");
    }

    private void check(String method, Point point) throws IOException {
        Modes.check(new Subject(withLibrary(USER), "demo.User", method, Set.of("scales")), point);
    }

    private CompilationResult withLibrary(String user) throws IOException {
        return new Library(directory).use(Programs.compile(LIBRARY), user);
    }
}
