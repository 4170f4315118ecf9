package io.pathwise.processor;

import io.pathwise.processor.calls.Methods;
import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.read.Annotations;
import io.pathwise.processor.read.JavacAccess;
import io.pathwise.processor.read.Reading;
import io.pathwise.processor.write.CompanionMethod;
import io.pathwise.processor.write.GeneratedSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    private final Reporting reporting;

    ClassProcessor(ProcessingEnvironment environment, JavacAccess javac, Pipeline pipeline) {
        this.environment = environment;
        this.javac = javac;
        this.pipeline = pipeline;
        this.reporting =
                new Reporting(Optional.ofNullable(environment.getOptions().get(Reporting.OPTION)), javac);
    }

    /** Reads the annotated methods of a class. */
    ReadClass read(TypeElement type) {
        List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(Annotations::isPathwise)
                .toList();
        try {
            if (Unresolved.hasUnresolvedTypes(type, methods)) {
                return ReadClass.unresolved(type, methods, companionName(type));
            }
            var reader = javac.methodReader();
            List<ExecutableElement> all = new ArrayList<>(methods);
            List<Reading> readings =
                    new ArrayList<>(methods.stream().map(reader::read).toList());
            reader.privateHelpers().forEach((helper, reading) -> {
                all.add(helper);
                readings.add(reading);
            });
            List<Diagnostic> diagnostics = new ArrayList<>();
            readings.forEach(reading -> diagnostics.addAll(reading.diagnostics()));
            boolean complete = diagnostics.stream().noneMatch(each -> each.code() == Code.UNKNOWN_NAME);
            diagnostics.addAll(duplicateNames(methods));
            return new ReadClass(type, all, companionName(type), readings, diagnostics, complete);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            return ReadClass.failed(type, methods, companionName(type), failure(type, methods, failure));
        }
    }

    /** Writes the companion of a class, and says what is wrong with the class; whether all went well. */
    boolean complete(ReadClass read, Methods callable) {
        List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
        try {
            ClassSource source = describe(read, callable);
            checkCompanionName(source, read.methods(), diagnostics);
            boolean callsAreKnown = source.byFunction().keySet().stream().allMatch(callable::isComplete);
            if (read.isFlawless() && !hasErrors(diagnostics) && callsAreKnown) {
                generate(source, read.readings(), diagnostics);
            }
        } catch (StackOverflowError overflow) {
            diagnostics.add(overflow(read, overflow));
        } catch (RuntimeException | LinkageError | AssertionError failure) {
            diagnostics.add(failure(read.type(), read.methods(), failure));
        }
        Suppressions suppressions = Suppressions.of(read.methods(), javac);
        diagnostics.stream().filter(each -> !suppressions.cover(each)).forEach(each -> print(each, read.type()));
        return read.isFlawless() && !hasErrors(diagnostics);
    }

    /** Whether making a record of the components of another gives an equal one. */
    boolean canMake(Type.Record record) {
        return javac.canMake(record);
    }

    /** Says what is wrong with the methods of a class in which the user gives derivatives. */
    void checkRules(TypeElement type) {
        try {
            javac.checkDerivatives(type).forEach(each -> print(each, type));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            print(failure(type, List.of(), failure), type);
        }
    }

    private Diagnostic overflow(ReadClass read, StackOverflowError overflow) {
        LargestExpression largest = LargestExpression.of(read.programs());
        return largest.isLarge()
                ? Messages.expressionTooLarge(largest.position(), largest.operations())
                : failure(read.type(), read.methods(), overflow);
    }

    private Diagnostic failure(TypeElement type, List<ExecutableElement> methods, Throwable failure) {
        Position position = methods.stream()
                .flatMap(method -> javac.position(method).stream())
                .findFirst()
                .orElse(Position.NONE);
        return Messages.internalError(position, type.getQualifiedName().toString(), describe(failure));
    }

    private void generate(ClassSource source, List<Reading> readings, List<Diagnostic> diagnostics) {
        Pipeline.Outcome outcome = pipeline.run(source);
        diagnostics.addAll(outcome.diagnostics());
        if (hasErrors(diagnostics) || outcome.companion().isEmpty()) {
            return;
        }
        readings.forEach(reading -> javac.checkLater(source.originating(), reading.resolutions()));
        write(outcome.companion().get(), source, diagnostics);
        reporting.write(source, outcome).ifPresent(diagnostics::add);
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

    private String companionName(TypeElement type) {
        String packageName = environment
                .getElementUtils()
                .getPackageOf(type)
                .getQualifiedName()
                .toString();
        return ClassNaming.companion(packageName, ClassNaming.joined(type, "_"));
    }

    private ClassSource describe(ReadClass read, Methods callable) {
        TypeElement type = read.type();
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
                read.programs(),
                ClassSource.byFunction(read.programs()),
                callable);
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
            if (hasMembers && !names.add(CompanionMethod.capitalized(name))) {
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
