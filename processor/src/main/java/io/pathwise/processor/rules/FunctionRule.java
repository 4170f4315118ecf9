package io.pathwise.processor.rules;

import io.pathwise.processor.program.Expression;
import java.util.List;

/**
 * How one mathematical function is differentiated: the one place from which forward and reverse mode derive.
 *
 * @param partials its partial derivatives
 * @param smoothness where the function fails to be smooth
 * @param cost what evaluating it again would cost
 */
public record FunctionRule(Partials partials, Smoothness smoothness, Cost cost) {
    /** The partial derivatives of a function. */
    @FunctionalInterface
    public interface Partials {
        /**
         * The partial derivative in each argument, in order.
         *
         * @param arguments expressions that may be repeated at no cost (variables, literals, sums of them)
         * @param result the function's value, already computed
         */
        List<Partial> of(List<Expression> arguments, Expression result);
    }

    /** Where a function fails to be smooth. */
    public enum Smoothness {
        /** Differentiable wherever it is finite. */
        SMOOTH,
        /** Continuous, with a kink: the derivative is right almost everywhere, expectations included. */
        KINK,
        /** It jumps: the derivative of an expectation has a part that the pathwise derivative does not see. */
        JUMP
    }

    /** What evaluating a function again costs. */
    public enum Cost {
        /** No more than reading a kept result. */
        CHEAP,
        /** Worth keeping for the reverse sweep. */
        DEAR
    }
}
