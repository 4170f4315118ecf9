package io.pathwise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.processor.write.GeneratedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import org.jetbrains.jps.javac.APIWrappers;
import org.junit.jupiter.api.Test;

class PathwiseProcessorTest {
    private static final String OPTION = """
            package demo;
            import io.pathwise.Pathwise;
            public class Option {
                @Pathwise static double square(double x) { return x * x; }
            }
            """;

    private final List<ClassSource> processed = new ArrayList<>();

    @Test
    void writesOneCompanionForEachClass() {
        CompilationResult result = compile(OPTION, """
                package demo;
                import io.pathwise.*;
                public class Outer {
                    static class Inner {
                        @Pathwise private static double b(double x, @Constant int n) { return a(x) * n; }
                        @Pathwise static double a(double x) { return x; }
                    }
                    @Pathwise static double c(double x) { return x; }
                }
                """);
        assertThat(result.messages()).isEmpty();
        assertThat(result.generatedSources().keySet())
                .containsExactly("demo.OptionPathwise", "demo.OuterPathwise", "demo.Outer_InnerPathwise");
        ClassSource inner = processed.stream()
                .filter(each -> each.className().equals("Outer_Inner"))
                .findFirst()
                .orElseThrow();
        assertThat(inner.displayName()).isEqualTo("Outer.Inner");
        assertThat(inner.isPublic()).isFalse();
        assertThat(inner.generatedAnnotationAvailable()).isTrue();
        assertThat(inner.programs()).extracting(Program::name).containsExactly("b", "a");
        assertThat(inner.byFunction().values()).containsExactlyElementsOf(inner.programs());
        assertThat(inner.byFunction().keySet())
                .extracting(each -> each.owner() + " " + each.signature())
                .containsExactly("demo.Outer.Inner Inner.b(double, int)", "demo.Outer.Inner Inner.a(double)");
        assertThat(processed.get(0).isPublic()).isTrue();
    }

    @Test
    void leavesTheUsersOtherMethodsAlone() throws ReflectiveOperationException {
        CompilationResult result = compile("""
                package demo;
                import io.pathwise.Pathwise;
                public class Option {
                    public static int anonymous() {
                        var o = new Object() { int x = 3; };
                        return o.x;
                    }
                    @Pathwise static double square(double x) { return x * x; }
                }
                """);
        assertThat(result.messages()).isEmpty();
        assertThat(result.load("demo.Option").getMethod("anonymous").invoke(null))
                .isEqualTo(3);
    }

    @Test
    void writesNothingForAClassWithErrors() {
        CompilationResult result = compile(OPTION, """
                package demo;
                import io.pathwise.Pathwise;
                class Faulty {
                    @Pathwise static double bad(double x) { return Math.random(); }
                    @Pathwise static double good(double x) { return x; }
                }
                """);
        assertThat(result.places()).containsExactly("RandomSource 4:63");
        assertThat(result.generatedSources()).containsOnlyKeys("demo.OptionPathwise");
    }

    @Test
    void waitsForTypesOfLaterRounds() {
        String user = """
                package demo;
                import io.pathwise.Pathwise;
                class User extends Base {
                    @Pathwise static double f(double x) { return x * Late.K + INHERITED; }
                }
                """;
        CompilationResult result = SourceCompiler.with(
                        new LateProcessor(
                                "demo.Base",
                                "package demo; class Base { static final double INHERITED = 2; }",
                                "demo.Late",
                                "package demo; class Late { static final double K = 3; }"),
                        processor())
                .source(user)
                .options("-Xlint:-processing")
                .compile();
        assertThat(result.messages()).isEmpty();
        assertThat(result.generatedSources()).containsKey("demo.UserPathwise");
        assertThat(processed).hasSize(1);
    }

    @Test
    void reportsWhatStaysUnresolvedOnce() {
        CompilationResult result = compile("""
                package demo;
                import io.pathwise.Pathwise;
                class User {
                    @Pathwise static double f(double x) { return x * Missing.K; }
                }
                """);
        assertThat(result.places()).containsExactly("UnknownName 4:61");
    }

    @Test
    void leavesUnresolvedSignaturesToTheCompiler() {
        CompilationResult result = compile("""
                package demo;
                import io.pathwise.Pathwise;
                class User {
                    @Pathwise static double f(Missing x) { return 1; }
                }
                """);
        assertThat(result.places()).containsExactly(" 4:31");
    }

    @Test
    void refusesTwoMethodsOfOneName() {
        CompilationResult result = compile("""
                package demo;
                import io.pathwise.Pathwise;
                class User {
                    @Pathwise static double f(double x) { return x; }
                    @Pathwise static double f(double x, double y) { return x; }
                }
                """);
        assertThat(result.places()).containsExactly("DuplicateName 5:29");
    }

    @Test
    void refusesTwoMethodsWhoseGradientsHaveOneName() {
        CompilationResult result = compile("""
                package demo;
                import io.pathwise.Pathwise;
                class User {
                    @Pathwise static double n(double x) { return Math.exp(-x * x / 2); }
                    @Pathwise static double N(double x) { return x; }
                }
                """);
        assertThat(result.places()).containsExactly("DuplicateName 5:29");
    }

    @Test
    void refusesACompanionWhoseNameIsTaken() {
        CompilationResult result = compile(OPTION, "package demo;\nclass OptionPathwise {}\n");
        assertThat(result.places()).containsExactly("CompanionExists 4:29");
    }

    @Test
    void letsUsersAcceptJumps() {
        String source = """
                package demo;
                import io.pathwise.Pathwise;
                class User {
                    @Pathwise static double a(double x) { return x; }
                    @SuppressWarnings("pathwise:jump")
                    @Pathwise static double b(double x) { return x; }
                    @SuppressWarnings({"unused", "pathwise"})
                    static class Nested { @Pathwise static double c(double x) { return x; } }
                }
                """;
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor(this::jump))
                .source(source)
                .allowingWarnings()
                .compile();
        assertThat(result.places()).containsExactly("Jump 4:29");
        assertThat(result.generatedSources()).hasSize(2);
    }

    @Test
    void letsUsersAcceptTheJumpsOfWhatTheyCallToo() {
        String source = """
                package demo;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                class User {
                    @Pathwise static double side(double q, double w) {
                        boolean above = w >= 1.5;
                        if (above) { return 0; } else { return 1; }
                    }
                    @Pathwise %s static double f(double x) {
                        if (0 > Sampler.exponential(0.1)) { return 0; } else { return side(0, Math.tanh(x)); }
                    }
                }
                """;
        SourceCompiler compiler = SourceCompiler.with(new PathwiseProcessor()).allowingWarnings();
        assertThat(compiler.source(source.formatted("")).compile().places()).containsExactly("Jump 9:30");
        compiler = SourceCompiler.with(new PathwiseProcessor()).allowingWarnings();
        assertThat(compiler.source(source.formatted("@SuppressWarnings(\"pathwise:jump\")"))
                        .compile()
                        .places())
                .isEmpty();
    }

    @Test
    void turnsItsOwnFailuresIntoOneMessage() {
        PathwiseProcessor failing = new PathwiseProcessor(source -> {
            throw new IllegalStateException("broken");
        });
        CompilationResult result = SourceCompiler.with(failing).source(OPTION).compile();
        assertThat(result.places()).containsExactly("InternalError 4:29");
        assertThat(result.messages().get(0).text())
                .contains("demo.Option", "broken", "PathwiseProcessorTest", "report");
    }

    @Test
    void tellsUsersOfCompilersWithoutTrees() {
        var processor = new RewiredProcessor(processor(), RewiredProcessor::opaque);
        CompilationResult result = SourceCompiler.with(processor).source(OPTION).compile();
        assertThat(result.places()).containsExactly("UnsupportedCompiler 3:8");
        assertThat(result.generatedSources()).isEmpty();
    }

    @Test
    void unwrapsTheEnvironmentOfIntelliJ() {
        var processor = new RewiredProcessor(
                processor(), environment -> APIWrappers.wrap(ProcessingEnvironment.class, environment));
        CompilationResult result = SourceCompiler.with(processor).source(OPTION).compile();
        assertThat(result.messages()).isEmpty();
        assertThat(result.generatedSources()).containsKey("demo.OptionPathwise");
    }

    @Test
    void marksTheOffendingExpressionOnTheCommandLine() {
        String printed = SourceCompiler.with(processor())
                .source(OPTION.replace("x * x;", "x * Math.random();"))
                .compileToText();
        assertThat(printed.lines().map(String::strip))
                .contains("@Pathwise static double square(double x) { return x * Math.random(); }")
                .contains("^");
        assertThat(printed).contains("Option.java:4: error: [Pathwise.RandomSource]");
    }

    private CompilationResult compile(String... sources) {
        SourceCompiler compiler = SourceCompiler.with(processor());
        for (String source : sources) {
            compiler.source(source);
        }
        return compiler.compile();
    }

    private PathwiseProcessor processor() {
        return new PathwiseProcessor(this::companion);
    }

    private Pipeline.Outcome companion(ClassSource source) {
        processed.add(source);
        return new Pipeline.Outcome(List.of(), Optional.of(companionOf(source)));
    }

    private Pipeline.Outcome jump(ClassSource source) {
        var jumps = source.programs().stream()
                .map(program -> Messages.jump(program.position(), "x > 0"))
                .toList();
        return new Pipeline.Outcome(jumps, Optional.of(companionOf(source)));
    }

    private static GeneratedSource companionOf(ClassSource source) {
        String inPackage = source.packageName().isEmpty() ? "" : "package " + source.packageName() + ";\n";
        return new GeneratedSource(
                source.companionName(),
                inPackage + "final class " + source.className() + "Pathwise {}\n",
                Optional.of(source.originating()));
    }
}
