package io.pathwise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.runtime.Sampler;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the README to what the processor does. */
class ReadmeTest {
    private static final Readme README = Readme.read();

    @Test
    void showsWhatIsGenerated() {
        String generated = compiled().generatedSources().get("WalkPathwise").indent(-4);
        String shown = README.block("generated", "WalkPathwise.java");
        String actual = member(generated, shown.lines().findFirst().orElseThrow());

        Golden.check(Readme.file(), README.text().replace(shown, actual), Golden.isUpdate());
    }

    /** A member of a class, from its first line to the brace that ends it. */
    private static String member(String text, String firstLine) {
        assertThat(text).contains(firstLine);
        int start = text.indexOf(firstLine);
        String end = "\n}\n";
        return text.substring(start, text.indexOf(end, start) + end.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Main", "Estimation"})
    void showsWhatTheExamplePrints(String program) throws ReflectiveOperationException {
        String printed = outputOf(compiled().load(program));

        assertThat(printed.lines())
                .containsExactlyElementsOf(
                        README.block("output", program).lines().toList());
    }

    @ParameterizedTest
    @CsvSource({"refused, Option.java", "warned, Digital.java"})
    void showsWhatTheCompilerPrints(String kind, String file) {
        String printed = SourceCompiler.with(new PathwiseProcessor())
                .source(README.block(kind, file))
                .compileToText();

        // in memory, a file stands in the root directory
        assertThat(printed.lines().map(line -> line.replaceFirst("^/", "")).toList())
                .containsSequence(README.block("message", file).lines().toList());
    }

    @Test
    void listsEveryDiagnostic() {
        List<String> listed = README.lines("\\| `(\\w+)` \\| (error|warning) \\|.*").stream()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Code.values())
                        .map(code -> code.id() + (code.isError() ? " error" : " warning"))
                        .toList());
    }

    @Test
    void listsEverySampler() {
        List<String> listed = README.lines("\\| `Sampler\\.(\\w+)\\(([^)]*)\\)` \\|.*").stream()
                .map(row -> row.group(1) + " " + row.group(2).split(", ").length)
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Sampler.class.getMethods())
                        .filter(method ->
                                method.getReturnType() == double.class || method.getReturnType() == double[].class)
                        .map(method -> method.getName() + " " + method.getParameterCount())
                        .toList());
    }

    private static CompilationResult compiled() {
        SourceCompiler compiler = SourceCompiler.with(new PathwiseProcessor());
        README.blocks("source").forEach(compiler::source);
        CompilationResult result = compiler.compile();
        assertThat(result.messages()).isEmpty();
        return result;
    }

    private static String outputOf(Class<?> program) throws ReflectiveOperationException {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(capture);
            Method main = program.getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
