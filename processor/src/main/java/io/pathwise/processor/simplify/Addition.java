package io.pathwise.processor.simplify;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import java.util.Optional;

/**
 * {@code target += more} or {@code target -= more}.
 *
 * @param operator which of the two
 */
public record Addition(Expression target, BinaryOperator operator, Expression more) {
    /** What the statement adds, if that is all it does. */
    public static Optional<Addition> of(Statement statement) {
        return statement instanceof Assign assign
                        && assign.value() instanceof Binary sum
                        && (sum.operator() == BinaryOperator.ADD || sum.operator() == BinaryOperator.SUBTRACT)
                        && Expressions.same(sum.left(), assign.target())
                ? Optional.of(new Addition(assign.target(), sum.operator(), sum.right()))
                : Optional.empty();
    }

    /** What is added, with its sign. */
    public Expression signed() {
        return operator == BinaryOperator.ADD ? more : Algebra.negate(more);
    }
}
