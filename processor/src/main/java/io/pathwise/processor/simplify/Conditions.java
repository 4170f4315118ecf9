package io.pathwise.processor.simplify;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;

/** Writes conditions as an expert does. */
final class Conditions {
    private Conditions() {}

    /** The opposite; NaN compares false, so an order of floating-point numbers is not reversed. */
    static Expression negate(Expression condition) {
        if (condition instanceof Unary unary && unary.operator() == UnaryOperator.NOT) {
            return unary.operand();
        } else if (condition instanceof Literal literal && literal.value() instanceof Boolean value) {
            return new Literal(!value, Primitive.BOOLEAN, literal.position());
        } else if (condition instanceof Binary binary && isReversible(binary)) {
            BinaryOperator opposite = binary.operator().opposite();
            return new Binary(opposite, binary.left(), binary.right(), binary.type(), binary.position());
        }
        return new Unary(UnaryOperator.NOT, condition, Primitive.BOOLEAN, condition.position());
    }

    /** The same condition without double negation. */
    static Expression simplify(Expression condition) {
        if (condition instanceof Unary not
                && not.operator() == UnaryOperator.NOT
                && (not.operand() instanceof Unary || not.operand() instanceof Literal)) {
            return negate(simplify(not.operand()));
        }
        return condition;
    }

    private static boolean isReversible(Binary binary) {
        return switch (binary.operator()) {
            case EQUAL, NOT_EQUAL -> true;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> isWhole(binary.left()) && isWhole(binary.right());
            default -> false;
        };
    }

    private static boolean isWhole(Expression operand) {
        return operand.type() instanceof Primitive type && type.isIntegral();
    }
}
