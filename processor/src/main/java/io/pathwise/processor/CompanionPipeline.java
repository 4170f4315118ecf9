package io.pathwise.processor;

import io.pathwise.processor.Derivation.Derived;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.write.Companion;
import io.pathwise.processor.write.CompanionMethod;
import io.pathwise.processor.write.CompanionWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Derives every method of a class and writes the companion that holds the results. */
final class CompanionPipeline implements Pipeline {
    @Override
    public Outcome run(ClassSource source) {
        Derivation derivation = new Derivation(source.methods(), methodNames(source));
        SourceChecks checks = new SourceChecks(source.methods());
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<Function, CompanionMethod> methods = new LinkedHashMap<>();
        source.byFunction().forEach((function, program) -> diagnostics.addAll(partRefusals(function, program, source)));
        if (diagnostics.isEmpty()) {
            source.byFunction().keySet().stream()
                    .filter(each -> each.result() instanceof Type.ArrayOf || isWhole(each.result()))
                    .filter(each -> !source.methods().isUnannotated(each))
                    .forEach(each -> diagnostics.addAll(checks.refusalsOfPart(each)));
        }
        if (!diagnostics.isEmpty()) {
            return new Outcome(onePerPlace(diagnostics), Optional.empty());
        }
        source.byFunction().forEach((function, program) -> {
            if (hasDerivative(function, program, source)) {
                Derived derived = derivation.derive(function, program);
                diagnostics.addAll(derived.diagnostics());
                derived.method().ifPresent(method -> methods.put(function, method));
            }
        });
        boolean complete = methods.size()
                == source.byFunction().entrySet().stream()
                        .filter(each -> hasDerivative(each.getKey(), each.getValue(), source))
                        .count();
        return new Outcome(
                onePerPlace(diagnostics),
                complete
                        ? Optional.of(CompanionWriter.write(companion(source, List.copyOf(methods.values()))))
                        : Optional.empty(),
                methods);
    }

    private static List<Diagnostic> partRefusals(Function function, Program program, ClassSource source) {
        if (source.methods().isCalledBesides(function)) {
            return source.methods().partRefusals(function);
        }
        Type result = program.result();
        if (result == null && !canFill(program)) {
            return List.of(Messages.resultOfNothing(program.position(), program.name()));
        }
        return isWhole(result) && !hasDerivatives(source)
                ? List.of(Messages.resultWithoutGradient(program.position(), program.name(), result.javaName()))
                : source.methods().partRefusals(function);
    }

    /** Whether there is a method in the class of which others may be parts. */
    private static boolean hasDerivatives(ClassSource source) {
        return source.byFunction().entrySet().stream()
                .anyMatch(each -> hasDerivative(each.getKey(), each.getValue(), source));
    }

    /** Whether the type is one of whole numbers or truth values. */
    private static boolean isWhole(Type result) {
        return result instanceof Type.Primitive && result != Type.Primitive.DOUBLE;
    }

    /** Whether the method may be a part of others that are not written yet. */
    private static boolean canFill(Program program) {
        return program.parameters().stream()
                .map(each -> each.variable().type())
                .anyMatch(each -> each instanceof Type.ArrayOf || each instanceof Type.Record);
    }

    private static Set<String> methodNames(ClassSource source) {
        return source.byFunction().keySet().stream().map(Function::name).collect(Collectors.toSet());
    }

    /**
     * A method that returns or fills an array, returns a whole number or a truth value, or a record that nobody calls
     * for, is part of others and nothing by itself.
     */
    private static boolean hasDerivative(Function function, Program program, ClassSource source) {
        boolean isNumber =
                program.result() == Type.Primitive.DOUBLE && !source.methods().isPart(function);
        return isNumber || source.methods().returnsToCallers(function);
    }

    /** What is wrong with a helper shows again in each method into which it is inlined. */
    private static List<Diagnostic> onePerPlace(List<Diagnostic> diagnostics) {
        Map<List<Object>, Diagnostic> first = new LinkedHashMap<>();
        diagnostics.forEach(each -> first.putIfAbsent(List.of(each.code(), each.position()), each));
        return List.copyOf(first.values());
    }

    private static Companion companion(ClassSource source, List<CompanionMethod> methods) {
        return new Companion(
                source.packageName(),
                source.className(),
                source.displayName(),
                source.isPublic(),
                source.generatedAnnotationAvailable(),
                methods,
                source.originating());
    }
}
