package io.pathwise.processor.check;

import io.pathwise.processor.analyze.Dependence;
import io.pathwise.processor.analyze.Influence;
import io.pathwise.processor.check.continuity.BranchJumps;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges whether a program can be differentiated, and where the derivative of its expectation is not what the path alone
 * shows.
 */
public final class Check {
    private Check() {}

    /**
     * Checks a program as it was read, calls of other differentiable methods replaced by their bodies.
     *
     * @return errors for what cannot be differentiated, then warnings for jumps; the latter only if there are no errors
     */
    public static List<Diagnostic> check(Program program) {
        Dependence dependence = Dependence.of(program);
        List<Diagnostic> refusals = new Whitelist(dependence).check(program);
        return refusals.isEmpty() ? jumps(program, dependence) : refusals;
    }

    private static List<Diagnostic> jumps(Program program, Dependence dependence) {
        Influence influence = Influence.of(program);
        List<Diagnostic> warnings = new ArrayList<>();
        BranchJumps.find(program, dependence, influence)
                .forEach(condition -> warnings.add(Messages.jump(condition.position(), Printer.print(condition))));
        JumpingFunctions.find(program, dependence, influence)
                .forEach(call -> warnings.add(Messages.jumpingFunction(call.position(), Printer.print(call))));
        return warnings;
    }
}
