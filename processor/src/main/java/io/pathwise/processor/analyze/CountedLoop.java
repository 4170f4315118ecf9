package io.pathwise.processor.analyze;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.Optional;
import java.util.Set;

/**
 * A loop whose counter runs by one between bounds that do not change while it runs, so that iterations have numbers
 * known beforehand.
 *
 * @param counter the counter, which the body only reads
 * @param start the counter's first value
 * @param bound the bound that the condition compares with
 * @param comparison {@code < <=} when counting up, {@code > >=} when counting down
 */
public record CountedLoop(Variable counter, Expression start, Expression bound, BinaryOperator comparison) {
    /** The loop as a counted one, if it is. */
    public static Optional<CountedLoop> of(For loop) {
        if (loop.init().size() != 1
                || loop.update().size() != 1
                || !(loop.init().get(0) instanceof Declare declare)
                || declare.variable().type() != Primitive.INT
                || !(loop.condition() instanceof Binary condition)
                || !(condition.left() instanceof Local left)
                || !left.variable().equals(declare.variable())) {
            return Optional.empty();
        }
        CountedLoop counted = new CountedLoop(
                declare.variable(), declare.initializer().orElseThrow(), condition.right(), condition.operator());
        return counted.isCounted(loop) ? Optional.of(counted) : Optional.empty();
    }

    /** Whether the counter runs upwards. */
    public boolean isUpward() {
        return comparison == BinaryOperator.LESS || comparison == BinaryOperator.LESS_OR_EQUAL;
    }

    /** The number of the current iteration, from 0. */
    public Expression iteration() {
        Expression current = Algebra.local(counter);
        return isUpward() ? WholeNumbers.subtract(current, start) : WholeNumbers.subtract(start, current);
    }

    /** How many iterations there are; not positive if there are none. */
    public Expression iterations() {
        Expression exclusive = isUpward() ? WholeNumbers.subtract(bound, start) : WholeNumbers.subtract(start, bound);
        return isInclusive() ? WholeNumbers.add(exclusive, WholeNumbers.literal(1)) : exclusive;
    }

    /** The counter's value in the last iteration, if there is one. */
    public Expression end() {
        if (isInclusive()) {
            return bound;
        }
        return isUpward()
                ? WholeNumbers.subtract(bound, WholeNumbers.literal(1))
                : WholeNumbers.add(bound, WholeNumbers.literal(1));
    }

    private boolean isInclusive() {
        return comparison == BinaryOperator.LESS_OR_EQUAL || comparison == BinaryOperator.GREATER_OR_EQUAL;
    }

    private boolean isCounted(For loop) {
        Set<Variable> changing = Statements.assigned(loop.body());
        changing.addAll(Statements.declared(loop.body()));
        return stepsBy(loop, isUpward() ? BinaryOperator.ADD : BinaryOperator.SUBTRACT)
                && (isUpward() || comparison == BinaryOperator.GREATER || comparison == BinaryOperator.GREATER_OR_EQUAL)
                && !changing.contains(counter)
                && isInvariant(bound, changing)
                && isInvariant(start, Set.of());
    }

    private boolean stepsBy(For loop, BinaryOperator operator) {
        return loop.update().get(0) instanceof Assign step
                && step.target() instanceof Local target
                && target.variable().equals(counter)
                && step.value() instanceof Binary value
                && value.operator() == operator
                && value.left() instanceof Local left
                && left.variable().equals(counter)
                && value.right() instanceof Literal literal
                && Integer.valueOf(1).equals(literal.value());
    }

    private boolean isInvariant(Expression expression, Set<Variable> changing) {
        return expression.type() == Primitive.INT
                && !Expressions.any(
                        expression,
                        each -> each instanceof Call
                                || each instanceof Element
                                || each instanceof Expression.Draw
                                || each instanceof Expression.Invoke
                                || each instanceof Expression.CompanionCall
                                || each instanceof Local local
                                        && (local.variable().equals(counter) || changing.contains(local.variable())));
    }
}
