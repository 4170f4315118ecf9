package io.pathwise.processor.rules;

import io.pathwise.processor.program.Expression;
import java.util.Optional;

/**
 * A partial derivative of a function in one of its arguments.
 *
 * @param value the derivative; the literal zero where the function does not depend on the argument almost everywhere
 * @param regular what must hold for the derivative to be finite; absent where it is finite for every finite argument.
 *     Where it is not known to hold, a tangent or adjoint that is exactly zero must not be multiplied by the derivative.
 */
public record Partial(Expression value, Optional<Condition> regular) {
    /** A derivative that is finite for every finite argument. */
    public static Partial of(Expression value) {
        return new Partial(value, Optional.empty());
    }

    /** A derivative that is finite where the subject is not zero. */
    public static Partial unlessZero(Expression subject, Expression value) {
        return new Partial(value, Optional.of(new Condition(subject, Condition.Kind.NONZERO)));
    }

    /** A derivative that is finite where the subject is positive. */
    public static Partial ifPositive(Expression subject, Expression value) {
        return new Partial(value, Optional.of(new Condition(subject, Condition.Kind.POSITIVE)));
    }

    /** A derivative with singular points that no sign of a single expression excludes. */
    public static Partial singular(Expression value) {
        return new Partial(value, Optional.of(new Condition(value, Condition.Kind.UNKNOWN)));
    }

    /** A condition on the sign of an expression. */
    public record Condition(Expression subject, Kind kind) {
        /** What is asked of the subject. */
        public enum Kind {
            NONZERO,
            POSITIVE,
            UNKNOWN
        }
    }
}
