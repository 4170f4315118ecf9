package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.CompilationResult;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds as users set them up, with every lint warning an error. */
class UserBuildTest {
    private static final String[] STRICT = {"-Xlint:all", "-Werror"};

    @TempDir
    Path directory;

    @Test
    void aModuleFindsTheProcessorOnTheModulePath() throws IOException {
        write("module-info.java", "module user {\n    requires io.pathwise.runtime;\n}\n");
        write("demo/Walk.java", Programs.text("Walk"));
        Javac.Result result =
                compile("--module-path", Javac.userPath(), "--processor-module-path", Javac.processorPath());
        assertThat(result.output()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.generatedSources().get("WalkPathwise.java"))
                .doesNotContain("@Generated")
                .contains("terminalReverse");
    }

    @Test
    void aModuleThatReadsTheCompilersApiSeesWhatIsGenerated() throws IOException {
        write("module-info.java", "module user {\n    requires io.pathwise.runtime;\n    requires java.compiler;\n}\n");
        write("demo/Walk.java", Programs.text("Walk"));
        Javac.Result result = compile("--module-path", Javac.userPath(), "--processor-path", Javac.processorPath());
        assertThat(result.output()).isEmpty();
        assertThat(result.generatedSources().get("WalkPathwise.java")).contains("@Generated");
    }

    @Test
    void theClassPathAloneIsEnough() throws IOException {
        write("demo/Walk.java", Programs.text("Walk"));
        Javac.Result result =
                compile("-classpath", Javac.userPath(), "-processorpath", Javac.processorPath(), "--release", "17");
        assertThat(result.output()).isEmpty();
        assertThat(result.generatedSources()).containsOnlyKeys("WalkPathwise.java");
    }

    @Test
    void anErrorPointsAtTheExpressionOnTheCommandLine() throws IOException {
        write("demo/Faulty.java", """
                package demo;
                import io.pathwise.Pathwise;
                class Faulty {
                    @Pathwise static double f(double x) { return x * Math.random(); }
                }
                """);
        Javac.Result result = compile("-classpath", Javac.userPath(), "-processorpath", Javac.processorPath());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output().lines().toList())
                .anySatisfy(line -> assertThat(line).contains("Faulty.java:4: error: [Pathwise.RandomSource] "))
                .anySatisfy(line -> assertThat(line).contains("  help: use Sampler"))
                .contains(" ".repeat(64) + "^");
    }

    @Test
    void anAnonymousClassBehindVarCompilesBesideAnAnnotatedMethod() throws ReflectiveOperationException {
        CompilationResult result = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                public class Mixed {
                    @Pathwise static double square(double x) { return x * x; }
                    public static int count() {
                        var counter = new Object() {
                            int hits = 3;
                            int twice() { return 2 * hits; }
                        };
                        counter.hits++;
                        return counter.twice();
                    }
                }
                """);
        assertThat(result.messages()).isEmpty();
        assertThat(result.load("demo.Mixed").getMethod("count").invoke(null)).isEqualTo(8);
        Modes.check(new Subject(result, "demo.Mixed", "square", Set.of()), Point.at(1.5));
    }

    @Test
    void aNestedClassHasACompanionOfItsOwn() {
        CompilationResult result = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                public class Outer {
                    public static class Inner {
                        private static final double SCALE = 3;
                        @Pathwise public static double f(double x) { return SCALE * x; }
                        static class Innermost {
                            @Pathwise static double g(double x) { return x * x; }
                        }
                    }
                }
                """);
        assertThat(result.generatedSources())
                .containsOnlyKeys("demo.Outer_InnerPathwise", "demo.Outer_Inner_InnermostPathwise");
        assertThat(isPublic(result, "demo.Outer_InnerPathwise")).isTrue();
        assertThat(isPublic(result, "demo.Outer_Inner_InnermostPathwise")).isFalse();
    }

    @Test
    void theUnnamedPackageWorks() {
        CompilationResult result = Programs.compile("""
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                class Unnamed {
                    @Pathwise static double f(double x) { return Sampler.normal(x, 2) * x; }
                }
                """);
        assertThat(result.generatedSources()).containsOnlyKeys("UnnamedPathwise");
        Modes.check(new Subject(result, "Unnamed", "f", Set.of()), Point.at(1.5).normals(0.3));
    }

    @Test
    void aCompanionIsAsVisibleAsItsClass() {
        CompilationResult result = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                public class Open {
                    @Pathwise private static double hidden(double x) { return helper(x) * x; }
                    @Pathwise protected static double helper(double x) { return x * x; }
                }
                """, """
                package demo;
                import io.pathwise.Pathwise;
                class Closed {
                    @Pathwise public static double f(double x) { return x * x; }
                }
                """);
        assertThat(isPublic(result, "demo.OpenPathwise")).isTrue();
        assertThat(isPublic(result, "demo.ClosedPathwise")).isFalse();
        Modes.check(new Subject(result, "demo.Open", "hidden", Set.of()), Point.at(1.5));
    }

    private static boolean isPublic(CompilationResult result, String className) {
        return Modifier.isPublic(result.load(className).getModifiers());
    }

    private Javac.Result compile(String... options) {
        String[] all = new String[STRICT.length + options.length];
        System.arraycopy(STRICT, 0, all, 0, STRICT.length);
        System.arraycopy(options, 0, all, STRICT.length, options.length);
        return Javac.ofThisJvm().compile(directory.resolve("sources"), directory.resolve("target"), all);
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve("sources").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
