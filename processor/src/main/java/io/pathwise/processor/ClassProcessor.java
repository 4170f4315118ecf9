package io.pathwise.processor;

import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.read.Annotations;
import io.pathwise.processor.read.JavacAccess;
import io.pathwise.processor.read.Reading;
import io.pathwise.processor.write.GeneratedSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Takes one class from its annotated methods to its companion, and tells the user what is wrong on the way. */
final class ClassProcessor {
    private static final int FRAMES_WORTH_REPORTING = 4;

    private final ProcessingEnvironment environment;
    private final JavacAccess javac;
    private final Pipeline pipeline;

    ClassProcessor(ProcessingEnvironment environment, JavacAccess javac, Pipeline pipeline) {
        this.environment = environment;
        this.javac = javac;
        this.pipeline = pipeline;
    }

    /** Processes a class; {@code false} if it refers to something that a later round may bring. */
    boolean process(TypeElement type, boolean isLastRound) {
        List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(Annotations::isPathwise)
                .toList();
        try {
            return process(type, methods, isLastRound);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            Position position = methods.stream()
                    .flatMap(method -> javac.position(method).stream())
                    .findFirst()
                    .orElse(Position.NONE);
            print(Messages.internalError(position, type.getQualifiedName().toString(), describe(failure)), type);
            return true;
        }
    }

    private boolean process(TypeElement type, List<ExecutableElement> methods, boolean isLastRound) {
        if (Unresolved.hasUnresolvedTypes(type, methods)) {
            // In the last round the compiler itself says what is missing.
            return isLastRound;
        }
        var reader = javac.methodReader();
        List<Reading> readings = methods.stream().map(reader::read).toList();
        List<Diagnostic> diagnostics = new ArrayList<>();
        readings.forEach(reading -> diagnostics.addAll(reading.diagnostics()));
        if (!isLastRound && diagnostics.stream().anyMatch(each -> each.code() == Code.UNKNOWN_NAME)) {
            return false;
        }
        diagnostics.addAll(duplicateNames(methods));
        ClassSource source = describe(type, readings);
        checkCompanionName(source, methods, diagnostics);
        if (!hasErrors(diagnostics)) {
            generate(source, readings, diagnostics);
        }
        Suppressions suppressions = Suppressions.of(methods, javac);
        diagnostics.stream().filter(each -> !suppressions.cover(each)).forEach(each -> print(each, type));
        return true;
    }

    private void generate(ClassSource source, List<Reading> readings, List<Diagnostic> diagnostics) {
        Pipeline.Outcome outcome = pipeline.run(source);
        diagnostics.addAll(outcome.diagnostics());
        if (hasErrors(diagnostics) || outcome.companion().isEmpty()) {
            return;
        }
        readings.forEach(reading -> javac.checkLater(source.originating(), reading.resolutions()));
        write(outcome.companion().get(), source, diagnostics);
    }

    private void write(GeneratedSource companion, ClassSource source, List<Diagnostic> diagnostics) {
        Position position = source.programs().get(0).position();
        try {
            companion.writeTo(environment.getFiler());
        } catch (FilerException taken) {
            diagnostics.add(Messages.companionExists(position, companion.qualifiedName()));
        } catch (IOException failure) {
            diagnostics.add(Messages.cannotWrite(position, companion.qualifiedName(), failure.toString()));
        }
    }

    private ClassSource describe(TypeElement type, List<Reading> readings) {
        List<Program> programs =
                readings.stream().flatMap(reading -> reading.program().stream()).toList();
        var elements = environment.getElementUtils();
        var module = elements.getModuleOf(type);
        String generated = "javax.annotation.processing.Generated";
        boolean isGeneratedAvailable = module == null
                ? elements.getTypeElement(generated) != null
                : elements.getTypeElement(module, generated) != null;
        return new ClassSource(
                elements.getPackageOf(type).getQualifiedName().toString(),
                ClassNaming.joined(type, "_"),
                ClassNaming.joined(type, "."),
                ClassNaming.isPublic(type),
                isGeneratedAvailable,
                type,
                programs,
                ClassSource.byFunction(programs));
    }

    /** A companion from an earlier build is a class file and no clash. */
    private void checkCompanionName(ClassSource source, List<ExecutableElement> methods, List<Diagnostic> diagnostics) {
        TypeElement existing = environment.getElementUtils().getTypeElement(source.companionName());
        if (existing != null && javac.position(existing).isPresent()) {
            Position position = javac.position(methods.get(0)).orElse(Position.NONE);
            diagnostics.add(Messages.companionExists(position, source.companionName()));
        }
    }

    private List<Diagnostic> duplicateNames(List<ExecutableElement> methods) {
        Set<String> names = new HashSet<>();
        List<Diagnostic> duplicates = new ArrayList<>();
        for (ExecutableElement method : methods) {
            String name = method.getSimpleName().toString();
            boolean hasMembers = method.getReturnType().getKind() == TypeKind.DOUBLE;
            if (hasMembers && !names.add(name)) {
                duplicates.add(Messages.duplicateName(javac.position(method).orElse(Position.NONE), name));
            }
        }
        return duplicates;
    }

    private void print(Diagnostic diagnostic, TypeElement type) {
        javac.print(diagnostic, type);
    }

    private static boolean hasErrors(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(each -> each.code().isError());
    }

    private static String describe(Throwable failure) {
        return failure
                + Arrays.stream(failure.getStackTrace())
                        .limit(FRAMES_WORTH_REPORTING)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(", ", " at ", ""));
    }
}
