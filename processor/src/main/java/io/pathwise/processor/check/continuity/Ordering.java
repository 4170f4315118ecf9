package io.pathwise.processor.check.continuity;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Literal;
import java.util.Optional;

/** {@code Double.compare(a, b) < 0} orders numbers as {@code a < b} does. */
public final class Ordering {
    private Ordering() {}

    /** The call of {@code Double.compare} of which a comparison with zero asks the sign only. */
    public static Optional<Call> in(Expression expression) {
        boolean isOfZero = expression instanceof Binary binary
                && binary.operator().isComparison()
                && binary.left() instanceof Call call
                && call.function().owner().equals("java.lang.Double")
                && call.function().name().equals("compare")
                && binary.right() instanceof Literal zero
                && Integer.valueOf(0).equals(zero.value());
        return isOfZero ? Optional.of((Call) ((Binary) expression).left()) : Optional.empty();
    }

    /** What a comparison has on its left side, in the end. */
    static Expression left(Binary comparison) {
        return in(comparison).map(call -> call.arguments().get(0)).orElse(comparison.left());
    }

    /** What it has on its right side. */
    static Expression right(Binary comparison) {
        return in(comparison).map(call -> call.arguments().get(1)).orElse(comparison.right());
    }
}
