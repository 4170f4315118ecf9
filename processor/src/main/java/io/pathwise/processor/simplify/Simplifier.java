package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Block;

/**
 * Rewrites generated programs until they read as if they had been written by hand.
 *
 * <p>A rewritten program computes the same values, bit for bit but for the sign of zero, and has the same effects in the
 * same order. An array access or whole-number division whose value is not needed may vanish with the exception that it
 * could throw.
 */
public final class Simplifier {
    /** More rounds than any program needs; each makes the program smaller or leaves it as it is. */
    private static final int LARGEST_NUMBER_OF_ROUNDS = 50;

    private Simplifier() {}

    /** The simplified program. */
    public static Program simplify(Program program) {
        Names names = program.names();
        Block body = UniqueVariables.apply(program.body(), names);
        if (!isDerivative(program)) {
            return program.withBody(settle(body), names);
        }
        Block settled = settle(ElementZeros.apply(settle(LoopInvariants.hoist(body))));
        return program.withBody(shareAndSettle(settled, program, names), names);
    }

    private static Block shareAndSettle(Block block, Program program, Names names) {
        Block body = block;
        for (int round = 0; round < LARGEST_NUMBER_OF_ROUNDS; round++) {
            Block named = isReverse(program) ? settle(withoutCopies(body, program, names)) : body;
            Block shared = CommonSubexpressions.apply(LoopInvariants.hoist(named), names);
            if (shared.equals(body)) {
                return body;
            }
            body = settle(shared);
        }
        return body;
    }

    private static Block withoutCopies(Block body, Program program, Names names) {
        return DerivativeCopies.replace(body, DerivativeVariables.of(program.withBody(body, names)));
    }

    private static Block settle(Block block) {
        Block body = block;
        for (int round = 0; round < LARGEST_NUMBER_OF_ROUNDS; round++) {
            Block next = pass(body);
            if (next.equals(body)) {
                return body;
            }
            body = next;
        }
        return body;
    }

    private static Block pass(Block block) {
        Block body = DeadCode.apply(block);
        body = CoalesceCopies.apply(body);
        body = ArrayNames.apply(body);
        body = KnownZeros.apply(body);
        body = FirstUse.apply(body);
        body = InlineTemporaries.apply(body);
        return MergeExplained.apply(body);
    }

    /** Whether the program adds to a gradient. */
    private static boolean isReverse(Program program) {
        return program.gradient().isPresent();
    }

    /** The user's own order of computation stays as it is where nothing but the value is asked for. */
    private static boolean isDerivative(Program program) {
        return program.parameters().stream().anyMatch(parameter -> parameter.kind() == Parameter.Kind.ADDED);
    }
}
