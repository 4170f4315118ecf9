package io.pathwise.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Program;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.util.List;
import java.util.stream.Collectors;

/** Reads methods from source text; whatever is read is confirmed by the compiler, too. */
final class ReadFixture {
    /** How many lines stand before the text that a test gives as methods of a class. */
    static final int LINES_BEFORE = 4;

    private static final String HEAD = """
            package demo;
            import io.pathwise.*;
            import io.pathwise.runtime.Sampler;
            class Demo {
            """;

    private ReadFixture() {}

    /** The statements of the annotated method among the members of a class. */
    static String body(String members) {
        return print(program(members));
    }

    /** The only annotated method among the members of a class. */
    static Program program(String members) {
        return programOf(HEAD + members + "}\n");
    }

    /** The only annotated method of several sources. */
    static Program programOf(String... sources) {
        List<Program> programs = programsOf(sources);
        assertThat(programs).hasSize(1);
        return programs.get(0);
    }

    /** The annotated methods of several sources. */
    static List<Program> programsOf(String... sources) {
        ReadingProcessor processor = new ReadingProcessor();
        CompilationResult result = compile(processor, sources);
        assertThat(result.messages()).isEmpty();
        return processor.programs();
    }

    /** The statements of a program. */
    static String print(Program program) {
        return program.body().statements().stream().map(Shown::of).collect(Collectors.joining("\n"));
    }

    /** Code, line and column of each message for the members of a class, lines counted from the first member. */
    static String refusals(String members) {
        return compile(new ReadingProcessor(), HEAD + members + "}\n").messages().stream()
                .map(message -> message.code() + " " + (message.line() - LINES_BEFORE) + ":" + message.column())
                .collect(Collectors.joining(", "));
    }

    /** The text of the only message for the members of a class. */
    static String message(String members) {
        CompilationResult result = compile(new ReadingProcessor(), HEAD + members + "}\n");
        assertThat(result.messages()).hasSize(1);
        return result.messages().get(0).text();
    }

    static CompilationResult compile(ReadingProcessor processor, String... sources) {
        SourceCompiler compiler = SourceCompiler.with(processor);
        for (String source : sources) {
            compiler.source(source);
        }
        return compiler.options("-Xlint:-cast,-divzero,-empty").compile();
    }
}
