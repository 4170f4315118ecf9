package io.pathwise.processor.rules;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.rules.FunctionRule.Cost;
import io.pathwise.processor.rules.FunctionRule.Partials;
import io.pathwise.processor.rules.FunctionRule.Smoothness;
import io.pathwise.processor.simplify.Algebra;
import java.util.Collections;
import java.util.List;

/**
 * One line of the table of functions.
 *
 * @param function the overload that is differentiated
 * @param rule how
 */
record Entry(Function function, FunctionRule rule) {
    /** The partial derivative of a function of one argument. */
    @FunctionalInterface
    interface Derivative {
        /** The derivative at the argument, where the function's value is {@code result}. */
        Partial of(Expression argument, Expression result);
    }

    /** The partial derivatives of a function of two arguments. */
    @FunctionalInterface
    interface Gradient {
        /** The derivatives in both arguments. */
        List<Partial> of(Expression first, Expression second, Expression result);
    }

    /** A smooth function of one argument that is worth keeping. */
    static Entry dear(Function function, Derivative derivative) {
        return smooth(function, Cost.DEAR, derivative);
    }

    /** A smooth function of two arguments that is worth keeping. */
    static Entry dear(Function function, Gradient gradient) {
        return of(function, Smoothness.SMOOTH, Cost.DEAR, pair(gradient));
    }

    /** A smooth function of one argument that is evaluated again where it is needed. */
    static Entry cheap(Function function, Derivative derivative) {
        return smooth(function, Cost.CHEAP, derivative);
    }

    /** A cheap function that is constant between its jumps. */
    static Entry step(Function function) {
        List<Partial> zeros = Collections.nCopies(function.parameters().size(), Partial.of(Algebra.number(0)));
        return of(function, Smoothness.JUMP, Cost.CHEAP, (arguments, result) -> zeros);
    }

    /** Any function. */
    static Entry of(Function function, Smoothness smoothness, Cost cost, Partials partials) {
        return new Entry(function, new FunctionRule(partials, smoothness, cost));
    }

    /** The partial derivatives of a function of two arguments. */
    static Partials pair(Gradient gradient) {
        return (arguments, result) -> gradient.of(arguments.get(0), arguments.get(1), result);
    }

    private static Entry smooth(Function function, Cost cost, Derivative derivative) {
        return of(
                function,
                Smoothness.SMOOTH,
                cost,
                (arguments, result) -> List.of(derivative.of(arguments.get(0), result)));
    }
}
