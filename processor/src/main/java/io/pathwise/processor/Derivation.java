package io.pathwise.processor;

import io.pathwise.processor.check.Check;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.differentiate.Forward;
import io.pathwise.processor.differentiate.Primal;
import io.pathwise.processor.differentiate.Reverse;
import io.pathwise.processor.noise.NoiseThreading;
import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.noise.ParameterChecks;
import io.pathwise.processor.normalize.Inlining;
import io.pathwise.processor.normalize.Lowering;
import io.pathwise.processor.normalize.RecordSignature;
import io.pathwise.processor.normalize.Records;
import io.pathwise.processor.normalize.Structuring;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.simplify.Regrouping;
import io.pathwise.processor.simplify.Simplifier;
import io.pathwise.processor.simplify.ZeroAdjoints;
import io.pathwise.processor.write.CompanionMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The middle of the pipeline: from a method as it was read to the methods derived from it. A pure function; needs no
 * compiler.
 */
final class Derivation {
    private final Map<Function, Program> helpers;
    private final String companion;

    /**
     * Prepares the derivation of the methods of one class.
     *
     * @param methods all differentiable methods that the class's methods may call
     * @param companion qualified name of the class to be generated
     */
    Derivation(Map<Function, Program> methods, String companion) {
        this.helpers = methods.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> prepared(each.getValue())));
        this.companion = companion;
    }

    /**
     * What became of one method.
     *
     * @param method the derived methods; absent where a diagnostic is an error
     */
    record Derived(Optional<CompanionMethod> method, List<Diagnostic> diagnostics) {}

    /** Derives value, forward and reverse mode of one method. */
    Derived derive(Program source) {
        Optional<Diagnostic> recursion = Inlining.recursion(source, signature(source), helpers);
        if (recursion.isPresent()) {
            return new Derived(Optional.empty(), List.of(recursion.get()));
        }
        Records.Flat flat = Records.flatten(Inlining.inline(prepared(source), helpers));
        List<Diagnostic> diagnostics = Check.check(flat.program(), flat.sources());
        if (diagnostics.stream().anyMatch(each -> each.code().isError())) {
            return new Derived(Optional.empty(), diagnostics);
        }
        return new Derived(Optional.of(differentiate(source, flat)), diagnostics);
    }

    /** What is wrong with a method that is a part of others only. */
    List<Diagnostic> refusals(Program source) {
        Optional<Diagnostic> recursion = Inlining.recursion(source, signature(source), helpers);
        if (recursion.isPresent()) {
            return List.of(recursion.get());
        }
        Records.Flat flat = Records.flatten(Inlining.inline(prepared(source), helpers));
        return Check.check(flat.program(), flat.sources()).stream()
                .filter(each -> each.code().isError())
                .toList();
    }

    private static Program prepared(Program source) {
        return Lowering.lower(Structuring.structure(source));
    }

    private CompanionMethod differentiate(Program source, Records.Flat flat) {
        RecordParameters records = flat.records();
        Threaded drawing = NoiseThreading.thread(flat.program());
        Threaded threaded = ParameterChecks.insert(drawing);
        return new CompanionMethod(
                source.withParameters(flat.program().parameters()),
                records,
                threaded.noise(),
                RecordSignature.value(Simplifier.simplify(Primal.of(ParameterChecks.insertSharing(drawing))), records),
                RecordSignature.forward(readable(Forward.of(threaded)), records),
                RecordSignature.reverse(readable(Reverse.of(threaded, gradientType(source))), records));
    }

    private static Program readable(Program derivative) {
        return ZeroAdjoints.guard(Regrouping.regroup(Simplifier.simplify(derivative)));
    }

    private String gradientType(Program source) {
        String name = source.name();
        return companion + "." + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Gradient";
    }

    private static Function signature(Program program) {
        return new Function(
                program.owner(),
                program.name(),
                program.parameters().stream()
                        .map(Parameter::variable)
                        .map(each -> each.type())
                        .toList(),
                program.result());
    }
}
