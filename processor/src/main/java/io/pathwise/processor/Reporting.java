package io.pathwise.processor;

import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.read.JavacAccess;
import io.pathwise.processor.report.ClassReport;
import io.pathwise.processor.report.MethodReport;
import io.pathwise.processor.report.SourceFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the reports on generated classes, if the user has named a directory for them. */
final class Reporting {
    /** {@code -Apathwise.report=DIRECTORY}. */
    static final String OPTION = "pathwise.report";

    private final Optional<String> directory;
    private final JavacAccess javac;

    Reporting(Optional<String> directory, JavacAccess javac) {
        this.directory = directory;
        this.javac = javac;
    }

    /** Writes the report on one class; what went wrong with it. */
    Optional<Diagnostic> write(ClassSource source, Pipeline.Outcome outcome) {
        if (directory.isEmpty() || outcome.companion().isEmpty()) {
            return Optional.empty();
        }
        try {
            SourceFile file = javac.sourceFile(source.originating());
            ClassReport report = new ClassReport(
                    source.displayName(), file, outcome.companion().get(), methods(source, outcome));
            report.writeTo(Path.of(directory.get()));
            return Optional.empty();
        } catch (IOException | InvalidPathException failure) {
            Program first = source.programs().get(0);
            return Optional.of(Messages.cannotWriteReport(first.position(), directory.get(), failure.toString()));
        }
    }

    private static List<MethodReport> methods(ClassSource source, Pipeline.Outcome outcome) {
        List<MethodReport> methods = new ArrayList<>();
        outcome.methods().forEach((function, method) -> {
            Program whole = whole(source, function);
            methods.add(MethodReport.of(function, method, whole, outcome.diagnostics()));
        });
        return methods;
    }

    private static Program whole(ClassSource source, Function function) {
        return source.methods().whole(function).program();
    }
}
