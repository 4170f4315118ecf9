package io.pathwise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.DiagnosticsPage.Section;
import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.endtoend.Library;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.testing.CompilationMessage;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/diagnostics.md} to what the processor says. */
class DocumentedDiagnosticsTest {
    /** {@code x0 + x1 + … + x9}. */
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?<prefix>[A-Za-z][A-Za-z ]*?)0(?<separator>, | \\+ )\\k<prefix>1\\k<separator>…\\k<separator>\\k<prefix>(?<last>\\d+)");

    /** Examples of messages that depend on more than a few lines of source: on the machine, or on a defect. */
    private static final Map<Code, Diagnostic> CATALOGUE = Stream.of(
                    Messages.noRule(Position.NONE, "Math.erf(x)", "java.lang.Math.erf(double)"),
                    Messages.expressionTooLarge(Position.NONE, 4999),
                    Messages.tooLarge(Position.NONE, "root", 12000),
                    Messages.cannotWrite(
                            Position.NONE,
                            "demo.OptionPathwise",
                            "java.nio.file.AccessDeniedException: target/generated-sources/annotations/demo"),
                    Messages.unsupportedCompiler(
                            "org.eclipse.jdt.internal.compiler.apt.dispatch.BatchProcessingEnvImpl"),
                    Messages.resolutionMismatch(
                            Position.NONE, "a call of java.lang.Math.abs(int)", "a call of java.lang.Math.abs(double)"),
                    Messages.internalError(
                            Position.NONE, "demo.Option", "java.lang.IllegalStateException: no adjoint of 'x'"))
            .collect(Collectors.toMap(Diagnostic::code, Function.identity()));

    @TempDir
    private Path directory;

    static List<Section> sections() {
        return DiagnosticsPage.read().sections();
    }

    static List<Section> refusals() {
        return sections().stream()
                .filter(section -> section.text("refused").isPresent())
                .toList();
    }

    static List<Section> alternatives() {
        return sections().stream()
                .filter(section -> section.text("instead").isPresent())
                .toList();
    }

    @Test
    void everyCodeHasASectionWithAnExample() {
        assertThat(sections().stream()
                        .filter(section -> section.text("refused").isPresent()
                                || section.text("printed").isPresent())
                        .map(Section::id))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Code.values()).map(Code::id).toList());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isWhatTheProcessorRefuses(Section section) throws IOException {
        List<CompilationMessage> told = compile(section, "refused").messages().stream()
                .filter(message -> !message.code().isEmpty())
                .toList();
        assertThat(told).extracting(CompilationMessage::code).containsExactly(section.id());
        section.text("printed")
                .ifPresent(printed -> assertThat(asWritten(told.get(0).text())).isEqualTo(printed.stripTrailing()));
    }

    @ParameterizedTest
    @MethodSource("alternatives")
    void isWhatTheProcessorTakesInstead(Section section) throws IOException {
        CompilationResult result = compile(section, "instead");
        assertThat(result.messages()).extracting(CompilationMessage::code).allMatch(String::isEmpty);
        assertThat(result.succeeded()).as(result.messages().toString()).isTrue();
    }

    @Test
    void whatNoLinesCauseIsQuotedFromTheCatalogue() {
        List<Section> quoted = sections().stream()
                .filter(section -> section.text("refused").isEmpty())
                .toList();
        assertThat(quoted).extracting(Section::code).containsExactlyInAnyOrderElementsOf(CATALOGUE.keySet());
        quoted.forEach(section -> assertThat(section.text("printed").orElseThrow())
                .isEqualTo(unix(CATALOGUE.get(section.code()).text()) + "\n"));
    }

    private CompilationResult compile(Section section, String kind) throws IOException {
        SourceCompiler compiler = SourceCompiler.with(new PathwiseProcessor())
                .allowingWarnings()
                .source(unit(whole(section.text(kind).orElseThrow())));
        Optional<CompilationResult> earlier = section.text("before")
                .map(text -> SourceCompiler.with(new PathwiseProcessor())
                        .allowingWarnings()
                        .source(unit(text))
                        .compile())
                .or(() -> section.text("bare")
                        .map(text -> SourceCompiler.with()
                                .allowingWarnings()
                                .source(unit(text))
                                .compile()));
        if (earlier.isPresent()) {
            assertThat(earlier.get().succeeded()).isTrue();
            compiler.library(new Library(directory).jar(earlier.get(), name -> true));
        }
        return compiler.compile();
    }

    private static String unit(String classes) {
        return """
                package demo;
                import io.pathwise.*;
                import io.pathwise.runtime.Sampler;
                """ + classes;
    }

    /** Most examples are members of some class; what is abbreviated is written out. */
    private static String whole(String example) {
        String source = ABBREVIATED.matcher(example).replaceAll(DocumentedDiagnosticsTest::writtenOut);
        return source.startsWith("final class") ? source : "class Example {\n" + source + "}\n";
    }

    private static String writtenOut(MatchResult abbreviated) {
        return IntStream.rangeClosed(0, Integer.parseInt(abbreviated.group(3)))
                .mapToObj(i -> abbreviated.group(1) + i)
                .collect(Collectors.joining(abbreviated.group(2)));
    }

    /** The compiler indents all lines of a message but the first. */
    private static String asWritten(String message) {
        return unix(message).replaceAll("\n +help:", "\n  help:");
    }

    private static String unix(String text) {
        return text.replace(System.lineSeparator(), "\n");
    }
}
