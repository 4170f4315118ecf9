package io.pathwise.processor.fuzz;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.fuzz.Failure.Kind;
import io.pathwise.processor.testing.CompilationMessage;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Compiles programs together, and apart where together fails. */
final class Batch {
    private Batch() {}

    /** Hands over each compiled program, or why it does not compile. */
    static void compile(
            List<RandomProgram> programs, Consumer<Subject> compiled, BiConsumer<RandomProgram, Failure> failed) {
        CompilationResult result = compile(programs);
        if (result.succeeded()) {
            subjects(programs, result).forEach(compiled);
        } else if (programs.size() == 1) {
            failed.accept(programs.get(0), failure(result));
        } else {
            int middle = programs.size() / 2;
            compile(programs.subList(0, middle), compiled, failed);
            compile(programs.subList(middle, programs.size()), compiled, failed);
        }
    }

    private static CompilationResult compile(List<RandomProgram> programs) {
        SourceCompiler compiler = SourceCompiler.with(new PathwiseProcessor()).options("-parameters");
        programs.forEach(each -> compiler.source(each.source()));
        return compiler.compile();
    }

    private static List<Subject> subjects(List<RandomProgram> programs, CompilationResult result) {
        ClassLoader loader = result.load(programs.get(0).className()).getClassLoader();
        List<Subject> subjects = new ArrayList<>();
        for (RandomProgram program : programs) {
            try {
                subjects.add(new Subject(program, loader));
            } catch (ClassNotFoundException missing) {
                throw new IllegalStateException(missing);
            }
        }
        return subjects;
    }

    private static Failure failure(CompilationResult result) {
        CompilationMessage first = result.messages().stream()
                .filter(each -> !each.code().isEmpty())
                .findFirst()
                .orElse(result.messages().get(0));
        return new Failure(first.code().isEmpty() ? Kind.NOT_COMPILED : Kind.REFUSED, first.text());
    }

    /** Whether javac alone accepts the program, so that a refusal is the processor's fault. */
    static boolean isJava(RandomProgram program) {
        return SourceCompiler.with()
                .source(program.source())
                .options("-proc:none")
                .allowingWarnings()
                .compile()
                .succeeded();
    }
}
