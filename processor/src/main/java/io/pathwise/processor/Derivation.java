package io.pathwise.processor;

import io.pathwise.processor.calls.CallCheck;
import io.pathwise.processor.calls.Methods;
import io.pathwise.processor.check.Check;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.differentiate.Callees;
import io.pathwise.processor.differentiate.CursorOpening;
import io.pathwise.processor.differentiate.DiscreteDraws;
import io.pathwise.processor.differentiate.Forward;
import io.pathwise.processor.differentiate.Primal;
import io.pathwise.processor.differentiate.Reverse;
import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.noise.ParameterChecks;
import io.pathwise.processor.normalize.RecordSignature;
import io.pathwise.processor.normalize.Records;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.simplify.Regrouping;
import io.pathwise.processor.simplify.Simplifier;
import io.pathwise.processor.simplify.ZeroAdjoints;
import io.pathwise.processor.write.CompanionMethod;
import io.pathwise.processor.write.CompanionMethod.Modes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The middle of the pipeline: from a method as it was read to the methods derived from it. A pure function; needs no
 * compiler.
 */
final class Derivation {
    private final Methods methods;

    /**
     * Prepares the derivation of the methods of one class.
     *
     * @param methods all differentiable methods that the class's methods may call
     */
    Derivation(Methods methods) {
        this.methods = methods;
    }

    /**
     * What became of one method.
     *
     * @param method the derived methods; absent where a diagnostic is an error
     */
    record Derived(Optional<CompanionMethod> method, List<Diagnostic> diagnostics) {}

    /** Derives value, forward and reverse mode of one method. */
    Derived derive(Function function, Program source) {
        List<Diagnostic> diagnostics = new ArrayList<>(CallCheck.checkRecords(methods.absorbed(function)));
        if (diagnostics.isEmpty()) {
            Records.Flat whole = methods.whole(function);
            diagnostics.addAll(CallCheck.check(whole.program()));
            diagnostics.addAll(Check.check(whole.program(), whole.sources()));
            diagnostics.addAll(discreteCalls(function, whole.program()));
        }
        if (diagnostics.stream().anyMatch(each -> each.code().isError())) {
            return new Derived(Optional.empty(), diagnostics);
        }
        return new Derived(Optional.of(differentiate(function, source)), diagnostics);
    }

    /** Calls that stay calls must not draw whole numbers, and a method with such calls of itself neither. */
    private List<Diagnostic> discreteCalls(Function function, Program whole) {
        List<Diagnostic> refusals = new ArrayList<>();
        boolean isAltered = methods.drawsWholeNumbers(function) && methods.readsFromCursor(function);
        Statements.walkExpressions(whole.body(), each -> {
            if (each instanceof CompanionCall call
                    && (isAltered || methods.drawsWholeNumbers(call.callee().function()))) {
                Invoke text = new Invoke(call.callee().function(), call.arguments(), call.position());
                refusals.add(Messages.discreteCall(call.position(), Printer.print(text)));
            }
        });
        return refusals;
    }

    /** What is wrong with a method that is a part of others only. */
    List<Diagnostic> refusals(Function function) {
        Records.Flat whole = methods.whole(function);
        return Check.check(whole.program(), whole.sources()).stream()
                .filter(each -> each.code().isError())
                .toList();
    }

    private CompanionMethod differentiate(Function function, Program source) {
        Callee self = methods.callee(function);
        Threaded drawing = methods.threaded(function);
        Threaded threaded = ParameterChecks.insert(drawing);
        RecordParameters records = methods.whole(function).records();
        Optional<DiscreteDraws> draws = DiscreteDraws.of(threaded, drawing, source.discrete(), self.companion());
        Program forward = draws.map(each -> Forward.of(threaded, each)).orElseGet(() -> Forward.of(threaded));
        String gradient = self.gradient();
        Program reverse =
                draws.map(each -> Reverse.of(threaded, gradient, each)).orElseGet(() -> Reverse.of(threaded, gradient));
        Modes modes = new Modes(
                RecordSignature.value(Simplifier.simplify(Primal.of(ParameterChecks.insertSharing(drawing))), records),
                RecordSignature.forward(readable(forward), records),
                RecordSignature.reverse(readable(reverse), records));
        boolean shared = methods.readsFromCursor(function);
        Modes members = shared ? opened(modes, self) : modes;
        return new CompanionMethod(
                source.withParameters(methods.whole(function).program().parameters()),
                records,
                self.noise(),
                members.primal(),
                members.forward(),
                members.reverse(),
                shared ? Optional.of(modes) : Optional.empty(),
                self.regular(),
                new Callees(threaded.program()).byName(),
                draws.map(DiscreteDraws::helpers).orElse(List.of()).stream()
                        .map(Simplifier::simplify)
                        .toList());
    }

    private static Modes opened(Modes modes, Callee self) {
        return new Modes(
                CursorOpening.of(modes.primal(), self),
                CursorOpening.of(modes.forward(), self),
                CursorOpening.of(modes.reverse(), self));
    }

    private static Program readable(Program derivative) {
        return ZeroAdjoints.guard(Regrouping.regroup(Simplifier.simplify(derivative)));
    }
}
