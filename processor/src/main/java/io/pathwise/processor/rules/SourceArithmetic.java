package io.pathwise.processor.rules;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.simplify.Algebra;
import java.util.OptionalDouble;

/**
 * Arithmetic on {@code double} parameters that rounds as the runtime's does: the order of operations stays, and only
 * what is exact is folded. Arguments of narrower types are widened first, as a call widens them.
 */
final class SourceArithmetic {
    private SourceArithmetic() {}

    /** {@code left + right}. */
    static Expression add(Expression left, Expression right) {
        return Algebra.isZero(left) ? right : binary(BinaryOperator.ADD, left, right);
    }

    /** {@code left - right}. */
    static Expression subtract(Expression left, Expression right) {
        OptionalDouble a = Algebra.literal(left);
        OptionalDouble b = Algebra.literal(right);
        if (a.isPresent() && b.isPresent()) {
            return Algebra.number(a.getAsDouble() - b.getAsDouble());
        }
        if (Algebra.isZero(left)) {
            return negate(right);
        }
        return Algebra.isZero(right) ? widened(left) : binary(BinaryOperator.SUBTRACT, left, right);
    }

    /** {@code left * right}. */
    static Expression multiply(Expression left, Expression right) {
        if (Algebra.is(left, 1)) {
            return right;
        } else if (Algebra.is(left, -1)) {
            return Algebra.negate(right);
        }
        return binary(BinaryOperator.MULTIPLY, left, right);
    }

    /** {@code left / right}, right not being zero. */
    static Expression divide(Expression left, Expression right) {
        return Algebra.is(right, 1) ? widened(left) : binary(BinaryOperator.DIVIDE, left, right);
    }

    /** {@code shift + scale * noise}. */
    static Expression affine(Expression shift, Expression scale, Expression noise) {
        return add(shift, multiply(scale, noise));
    }

    /** {@code -operand}. */
    static Expression negate(Expression operand) {
        OptionalDouble literal = Algebra.literal(operand);
        return literal.isPresent()
                ? Algebra.number(-literal.getAsDouble())
                : new Unary(UnaryOperator.NEGATE, widened(operand), Primitive.DOUBLE, Position.NONE);
    }

    private static Expression binary(BinaryOperator operator, Expression left, Expression right) {
        return new Binary(operator, operand(left, right), operand(right, left), Primitive.DOUBLE, Position.NONE);
    }

    /** Whole numbers are written without a fraction where the other operand makes the operation one on doubles. */
    private static Expression operand(Expression expression, Expression other) {
        boolean isReal =
                other.type() == Primitive.DOUBLE && Algebra.literal(other).isEmpty();
        return isReal ? Algebra.asInitializer(withoutOurCast(expression)) : widened(expression);
    }

    /** An operation with a double widens by itself. */
    private static Expression withoutOurCast(Expression expression) {
        return expression instanceof Cast cast && cast.type() == Primitive.DOUBLE && cast.position() == Position.NONE
                ? cast.operand()
                : expression;
    }

    private static Expression widened(Expression expression) {
        if (expression.type() == Primitive.DOUBLE) {
            return expression;
        }
        OptionalDouble literal = Algebra.literal(expression);
        return literal.isPresent()
                ? Algebra.number(literal.getAsDouble())
                : new Cast(expression, Primitive.DOUBLE, Position.NONE);
    }
}
