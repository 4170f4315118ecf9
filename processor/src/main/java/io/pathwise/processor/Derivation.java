package io.pathwise.processor;

import io.pathwise.processor.calls.Methods;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.differentiate.Callees;
import io.pathwise.processor.differentiate.CursorOpening;
import io.pathwise.processor.differentiate.DiscreteDraws;
import io.pathwise.processor.differentiate.Forward;
import io.pathwise.processor.differentiate.Primal;
import io.pathwise.processor.differentiate.RecordGradients;
import io.pathwise.processor.differentiate.Reverse;
import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.noise.ParameterChecks;
import io.pathwise.processor.normalize.InvariantOperations;
import io.pathwise.processor.normalize.RecordSignature;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.RecordParameters.Component;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.FlatExits;
import io.pathwise.processor.simplify.Regrouping;
import io.pathwise.processor.simplify.Simplifier;
import io.pathwise.processor.simplify.ZeroAdjoints;
import io.pathwise.processor.split.Pieces;
import io.pathwise.processor.split.Splitter;
import io.pathwise.processor.vectorize.ElementSums;
import io.pathwise.processor.vectorize.Vectorization;
import io.pathwise.processor.write.CompanionMethod;
import io.pathwise.processor.write.CompanionMethod.Modes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The middle of the pipeline: from a method as it was read to the methods derived from it. A pure function; needs no
 * compiler.
 */
final class Derivation {
    private final Methods methods;
    private final Set<String> methodNames;

    /**
     * Prepares the derivation of the methods of one class.
     *
     * @param methods all differentiable methods that the class's methods may call
     * @param methodNames the names of the class's own, which no part of a method may have
     */
    Derivation(Methods methods, Set<String> methodNames) {
        this.methods = methods;
        this.methodNames = Set.copyOf(methodNames);
    }

    /**
     * What became of one method.
     *
     * @param method the derived methods; absent where a diagnostic is an error
     */
    record Derived(Optional<CompanionMethod> method, List<Diagnostic> diagnostics) {}

    /**
     * A method in the forms from which its modes are derived.
     *
     * @param drawing the method, with its noise as arguments
     * @param unchecked what is the same in every iteration stands before the loops
     * @param checked besides, the parameters of draws are checked
     */
    private record Prepared(Threaded drawing, Threaded unchecked, Threaded checked) {
        static Prepared of(Threaded drawing) {
            Threaded unchecked = withoutInvariants(drawing, Set.of());
            return new Prepared(drawing, unchecked, ParameterChecks.insert(unchecked));
        }
    }

    /** Derives value, forward and reverse mode of one method. */
    Derived derive(Function function, Program source) {
        List<Diagnostic> diagnostics = new SourceChecks(methods).ofMethod(function, source.position());
        if (diagnostics.stream().anyMatch(each -> each.code().isError())) {
            return new Derived(Optional.empty(), diagnostics);
        }
        CompanionMethod method = source.result() instanceof Type.Record
                ? differentiateRecord(function, source)
                : differentiate(function, source);
        GeneratedSize size = new GeneratedSize(method, source.position());
        Optional<Diagnostic> crowded = size.tooManyParameters();
        if (crowded.isPresent()) {
            return new Derived(Optional.empty(), List.of(crowded.get()));
        }
        return new Derived(
                Optional.of(method),
                Stream.concat(diagnostics.stream(), size.tooLarge().stream()).toList());
    }

    private CompanionMethod differentiate(Function function, Program source) {
        Callee self = methods.callee(function);
        Prepared prepared = Prepared.of(methods.threaded(function));
        Optional<DiscreteDraws> draws =
                DiscreteDraws.of(prepared.checked(), prepared.unchecked(), source.discrete(), self.companion());
        List<Program> parts = new ArrayList<>();
        Modes modes = modes(function, prepared, draws, parts);
        boolean onlyFromCursor = methods.readsFromCursor(function);
        Modes members = onlyFromCursor ? opened(modes, self) : modes;
        return new CompanionMethod(
                source.withParameters(methods.whole(function).program().parameters()),
                methods.whole(function).records(),
                methods.ownNoise(function),
                self.noise(),
                members.primal(),
                members.forward(),
                members.reverse(),
                parts,
                onlyFromCursor ? Optional.of(modes) : alsoFromCursor(function, parts),
                self.regular(),
                new Callees(prepared.drawing().program()).byName(),
                draws.map(DiscreteDraws::helpers).orElse(List.of()).stream()
                        .map(Simplifier::simplify)
                        .toList());
    }

    /** A method that returns a record is there for callers alone, with a gradient for each number in the record. */
    private CompanionMethod differentiateRecord(Function function, Program source) {
        Callee self = methods.callee(function);
        Prepared prepared = Prepared.of(methods.threaded(function));
        RecordParameters records = methods.whole(function).records();
        Program primal = value(prepared.drawing(), records);
        Program forward = RecordSignature.forward(readable(Forward.of(prepared.checked())), records);
        List<Program> parts = new ArrayList<>();
        return new CompanionMethod(
                source.withParameters(methods.whole(function).program().parameters()),
                records,
                self.noise(),
                self.noise(),
                split(primal, self.companion(), Optional.empty(), parts),
                split(forward, self.companion(), Optional.empty(), parts),
                RecordSignature.value(RecordGradients.of(prepared.unchecked(), self), records),
                parts,
                Optional.empty(),
                self.regular(),
                new Callees(prepared.drawing().program()).byName(),
                List.of());
    }

    private Optional<Modes> alsoFromCursor(Function function, List<Program> parts) {
        return methods.alsoReadsFromCursor(function)
                ? Optional.of(
                        modes(function, Prepared.of(methods.threadedFromCursor(function)), Optional.empty(), parts))
                : Optional.empty();
    }

    /** The method for the value, in which components of records are read where the source reads them. */
    private static Program value(Threaded drawing, RecordParameters records) {
        Set<Variable> components =
                records.components().stream().map(Component::variable).collect(Collectors.toSet());
        Threaded checked = ParameterChecks.insertSharing(withoutInvariants(drawing, components));
        return RecordSignature.value(Simplifier.simplify(Primal.of(checked)), records);
    }

    private static Threaded withoutInvariants(Threaded threaded, Set<Variable> fixed) {
        return new Threaded(InvariantOperations.moveOut(threaded.program(), fixed), threaded.noise());
    }

    /** The modes of a method, without what they are too large to contain, which becomes parts. */
    private Modes modes(Function function, Prepared prepared, Optional<DiscreteDraws> draws, List<Program> parts) {
        Callee self = methods.callee(function);
        Threaded threaded = prepared.checked();
        RecordParameters records = methods.whole(function).records();
        String gradient = self.gradient();
        Program forward = draws.map(each -> Forward.of(threaded, each)).orElseGet(() -> Forward.of(threaded));
        Program reverse = draws.map(each -> Reverse.of(threaded, records, gradient, each))
                .orElseGet(() -> Reverse.of(threaded, records, gradient));
        Modes whole = new Modes(
                value(prepared.drawing(), records),
                RecordSignature.forward(readable(forward), records),
                RecordSignature.reverse(readableReverse(reverse), records));
        return split(whole, self.companion(), parts);
    }

    private Modes split(Modes modes, String companion, List<Program> parts) {
        return new Modes(
                split(modes.primal(), companion, Optional.empty(), parts),
                split(modes.forward(), companion, Optional.empty(), parts),
                split(modes.reverse(), companion, modes.reverse().gradient(), parts));
    }

    private Program split(Program program, String companion, Optional<Variable> gradient, List<Program> parts) {
        Set<String> taken = new HashSet<>(methodNames);
        parts.forEach(each -> taken.add(each.name()));
        Pieces pieces = Splitter.split(program, companion, gradient, taken);
        parts.addAll(pieces.parts());
        return pieces.main();
    }

    private static Modes opened(Modes modes, Callee self) {
        return new Modes(
                CursorOpening.of(modes.primal(), self),
                CursorOpening.of(modes.forward(), self),
                CursorOpening.of(modes.reverse(), self));
    }

    private static Program readable(Program forward) {
        return vectorized(Regrouping.regroup(Simplifier.simplify(forward)));
    }

    private static Program readableReverse(Program reverse) {
        return FlatExits.flatten(vectorized(ZeroAdjoints.guard(Regrouping.regroup(Simplifier.simplify(reverse)))));
    }

    private static Program vectorized(Program derivative) {
        return Vectorization.apply(ElementSums.collect(derivative));
    }
}
