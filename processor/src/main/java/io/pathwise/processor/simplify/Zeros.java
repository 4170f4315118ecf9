package io.pathwise.processor.simplify;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import java.util.Optional;

/** Leaves out a variable that is known to be zero at the start of a sum. */
final class Zeros {
    private Zeros() {}

    /** The sum without the variable, which is a {@code double} zero; absent where the value is no such sum. */
    static Optional<Expression> leaveOut(Variable zero, Expression value) {
        if (zero.type() != Primitive.DOUBLE || Reads.count(value, zero) != 1) {
            return Optional.empty();
        }
        return rest(zero, value);
    }

    private static Optional<Expression> rest(Variable zero, Expression value) {
        if (!(value instanceof Binary binary)) {
            return Optional.empty();
        } else if (binary.operator() == BinaryOperator.ADD) {
            return restOfSum(zero, binary);
        } else if (binary.operator() == BinaryOperator.SUBTRACT) {
            return is(binary.left(), zero) ? Optional.of(negate(binary.right())) : restOnLeft(zero, binary);
        }
        return Optional.empty();
    }

    private static Optional<Expression> restOfSum(Variable zero, Binary sum) {
        if (is(sum.left(), zero)) {
            return Optional.of(sum.right());
        } else if (is(sum.right(), zero)) {
            return Optional.of(sum.left());
        }
        return restOnLeft(zero, sum);
    }

    private static Optional<Expression> restOnLeft(Variable zero, Binary binary) {
        return rest(zero, binary.left())
                .map(left -> new Binary(
                        binary.operator(), real(left, binary), binary.right(), binary.type(), binary.position()));
    }

    /** Without the zero, whole numbers could meet as such. */
    private static Expression real(Expression left, Binary binary) {
        boolean whole = left.type() != Primitive.DOUBLE && binary.right().type() != Primitive.DOUBLE;
        return whole ? new Cast(left, Primitive.DOUBLE, Position.NONE) : left;
    }

    private static Expression negate(Expression subtrahend) {
        if (subtrahend.type() == Primitive.DOUBLE) {
            return Algebra.asInitializer(Algebra.negate(subtrahend));
        }
        Expression real = new Cast(subtrahend, Primitive.DOUBLE, Position.NONE);
        return new Unary(UnaryOperator.NEGATE, real, Primitive.DOUBLE, Position.NONE);
    }

    private static boolean is(Expression expression, Variable variable) {
        return expression instanceof Local local && local.variable().equals(variable);
    }
}
