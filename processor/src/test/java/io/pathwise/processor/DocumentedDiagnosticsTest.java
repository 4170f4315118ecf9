package io.pathwise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.testing.CompilationMessage;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/diagnostics.md} to what the processor says. */
class DocumentedDiagnosticsTest {
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\w+)$(.*?)(?=^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^<!-- (refused|instead) -->\\R```java\\R(.*?)^```$");

    /**
     * An example of the document.
     *
     * @param isRefused whether it shows what the code is about, or else what to write instead
     */
    record Example(String code, boolean isRefused, String members) {
        @Override
        public String toString() {
            return code + (isRefused ? "" : ", instead");
        }
    }

    @Test
    void everyCodeHasASection() {
        assertThat(sections().map(section -> section.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Code.values()).map(Code::id).toList());
    }

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        sections()
                .forEach(section -> BLOCK.matcher(section.group(2))
                        .results()
                        .forEach(block -> examples.add(
                                new Example(section.group(1), block.group(1).equals("refused"), block.group(2)))));
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isWhatTheProcessorSays(Example example) {
        CompilationResult result = SourceCompiler.with(new PathwiseProcessor())
                .allowingWarnings()
                .source("""
                        package demo;
                        import io.pathwise.*;
                        import io.pathwise.runtime.Sampler;
                        class Example {
                        %s}
                        """.formatted(example.members()))
                .compile();
        List<String> codes = result.messages().stream()
                .map(CompilationMessage::code)
                .filter(code -> !code.isEmpty())
                .toList();
        assertThat(codes).containsExactlyElementsOf(example.isRefused() ? List.of(example.code()) : List.of());
        if (!example.isRefused()) {
            assertThat(result.succeeded()).as(result.messages().toString()).isTrue();
        }
    }

    private static Stream<MatchResult> sections() {
        try {
            Matcher matcher = SECTION.matcher(
                    Files.readString(Readme.file().resolveSibling("docs").resolve("diagnostics.md")));
            return matcher.results();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
