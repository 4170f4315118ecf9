package io.pathwise.processor.program;

import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Type.Primitive;
import java.util.Optional;

/**
 * An assignment that Java writes {@code target operator= operand}.
 *
 * @param operand what follows the operator
 */
record CompoundAssignment(Expression target, BinaryOperator operator, Expression operand) {
    /** The assignment as a compound one, if its value is computed from the target's old value in that way. */
    static Optional<CompoundAssignment> of(Assign assign) {
        Expression target = assign.target();
        if (withoutImpliedCast(assign.value(), target.type()) instanceof Binary binary
                && isCompound(binary.operator())
                && fits(binary.right(), target.type())
                && Expressions.same(binary.left(), target)) {
            return Optional.of(new CompoundAssignment(target, binary.operator(), binary.right()));
        }
        return Optional.empty();
    }

    /** Whether it counts by one, {@code i++} or {@code i--}. */
    boolean isStep() {
        boolean whole = target.type() instanceof Primitive type && type.isIntegral();
        boolean sum = operator == BinaryOperator.ADD || operator == BinaryOperator.SUBTRACT;
        return whole
                && sum
                && operand instanceof Literal literal
                && literal.value().equals(1);
    }

    /** A compound assignment converts its result to the target's type. */
    private static Expression withoutImpliedCast(Expression value, Type target) {
        return value instanceof Cast cast && cast.type().equals(target) ? cast.operand() : value;
    }

    /** What a conversion may lose is better seen: Java would convert the result of {@code n += 0.5} in silence. */
    private static boolean fits(Expression operand, Type target) {
        if (operand instanceof Literal literal && literal.value() instanceof Integer
                || operand.type().equals(target)) {
            return true;
        }
        return operand.type() instanceof Primitive from
                && target instanceof Primitive to
                && to != Primitive.CHAR
                && from.compareTo(to) <= 0;
    }

    private static boolean isCompound(BinaryOperator operator) {
        return !operator.isComparison() && !operator.isShortCircuit();
    }
}
