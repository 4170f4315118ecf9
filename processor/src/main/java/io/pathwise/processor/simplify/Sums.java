package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.BinaryOperator.ADD;
import static io.pathwise.processor.program.BinaryOperator.SUBTRACT;
import static io.pathwise.processor.simplify.Algebra.binary;
import static io.pathwise.processor.simplify.Algebra.conditional;
import static io.pathwise.processor.simplify.Algebra.isNegative;
import static io.pathwise.processor.simplify.Algebra.isReal;
import static io.pathwise.processor.simplify.Algebra.isZero;
import static io.pathwise.processor.simplify.Algebra.literal;
import static io.pathwise.processor.simplify.Algebra.negate;
import static io.pathwise.processor.simplify.Algebra.number;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expressions;
import java.util.OptionalDouble;

/** Builds sums and differences of real numbers: they lean to the left, and what is subtracted has no sign in front. */
final class Sums {
    private Sums() {}

    /** {@code left + right}. */
    static Expression add(Expression left, Expression right) {
        if (isZero(left)) {
            return right;
        } else if (isZero(right)) {
            return left;
        }
        OptionalDouble a = literal(left);
        OptionalDouble b = literal(right);
        if (a.isPresent() && b.isPresent()) {
            return number(a.getAsDouble() + b.getAsDouble());
        }
        if (right instanceof Conditional choice
                && lastAddend(left) instanceof Conditional other
                && isOneChoice(choice, other)) {
            return withLastAddend(
                    left,
                    conditional(
                            choice.condition(),
                            add(other.whenTrue(), choice.whenTrue()),
                            add(other.whenFalse(), choice.whenFalse())));
        }
        if (isNegative(right)) {
            return subtract(left, negate(right));
        }
        if (isNegative(left)) {
            return subtract(right, negate(left));
        }
        if (right instanceof Binary binary && binary.operator() == ADD && isReal(binary)) {
            return add(add(left, binary.left()), binary.right());
        }
        if (right instanceof Binary binary && binary.operator() == SUBTRACT && isReal(binary)) {
            return subtract(add(left, binary.left()), binary.right());
        }
        return binary(ADD, left, right);
    }

    /** {@code left - right}. */
    static Expression subtract(Expression left, Expression right) {
        if (isZero(right)) {
            return left;
        } else if (isZero(left)) {
            return negate(right);
        }
        OptionalDouble a = literal(left);
        OptionalDouble b = literal(right);
        if (a.isPresent() && b.isPresent()) {
            return number(a.getAsDouble() - b.getAsDouble());
        }
        if (isNegative(right)) {
            return add(left, negate(right));
        }
        return binary(SUBTRACT, left, right);
    }

    /** What a sum ends with, or the whole of what is none. */
    private static Expression lastAddend(Expression sum) {
        return sum instanceof Binary binary && binary.operator() == ADD && isReal(binary) ? binary.right() : sum;
    }

    private static Expression withLastAddend(Expression sum, Expression last) {
        return sum instanceof Binary binary && binary.operator() == ADD && isReal(binary)
                ? add(binary.left(), last)
                : last;
    }

    /** Two choices by one condition of which the one adds nothing where the other does are one choice. */
    private static boolean isOneChoice(Conditional first, Conditional second) {
        boolean takeTurns = isZero(first.whenTrue()) && isZero(second.whenFalse())
                || isZero(first.whenFalse()) && isZero(second.whenTrue());
        return takeTurns && isReal(first) && Expressions.same(first.condition(), second.condition());
    }
}
