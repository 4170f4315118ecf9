package io.pathwise.processor;

import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.read.Annotations;
import io.pathwise.processor.read.Reading;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * A class whose annotated methods have been read.
 *
 * @param methods the annotated methods, then the private ones that become parts of these without an annotation
 * @param companion qualified name of the class to be generated
 * @param readings what reading each gave
 * @param diagnostics what is wrong with them
 * @param isComplete whether nothing is missing that a later round may bring
 */
record ReadClass(
        TypeElement type,
        List<ExecutableElement> methods,
        String companion,
        List<Reading> readings,
        List<Diagnostic> diagnostics,
        boolean isComplete) {
    ReadClass {
        methods = List.copyOf(methods);
        readings = List.copyOf(readings);
        diagnostics = List.copyOf(diagnostics);
    }

    /** A class with types that do not exist yet; if they never do, the compiler itself says so. */
    static ReadClass unresolved(TypeElement type, List<ExecutableElement> methods, String companion) {
        return new ReadClass(type, methods, companion, List.of(), List.of(), false);
    }

    /** A class on which reading failed. */
    static ReadClass failed(TypeElement type, List<ExecutableElement> methods, String companion, Diagnostic why) {
        return new ReadClass(type, methods, companion, List.of(), List.of(why), true);
    }

    /** Whether every method has become a program. */
    boolean isFlawless() {
        return programs().size() == methods.size()
                && diagnostics.stream().noneMatch(each -> each.code().isError());
    }

    /** The methods without errors. */
    List<Program> programs() {
        return readings.stream().flatMap(reading -> reading.program().stream()).toList();
    }

    /** Those of them that are not annotated. */
    List<Program> unannotatedPrograms() {
        return programs(method -> !Annotations.isPathwise(method));
    }

    /** Those of them that any class may call. */
    List<Program> publicPrograms() {
        return programs(
                method -> ClassNaming.isPublic(type) && method.getModifiers().contains(Modifier.PUBLIC));
    }

    private List<Program> programs(Predicate<ExecutableElement> which) {
        return IntStream.range(0, readings.size())
                .filter(i -> which.test(methods.get(i)))
                .mapToObj(readings::get)
                .flatMap(reading -> reading.program().stream())
                .toList();
    }
}
