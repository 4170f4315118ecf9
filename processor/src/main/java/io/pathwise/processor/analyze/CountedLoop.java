package io.pathwise.processor.analyze;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
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
import io.pathwise.processor.simplify.Effects;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.Optional;
import java.util.Set;

/**
 * A loop whose counter runs in equal steps between bounds that do not change while it runs, so that iterations have
 * numbers known beforehand.
 *
 * @param counter the counter, which the body only reads
 * @param start the counter's first value
 * @param bound the bound that the condition compares with
 * @param comparison {@code < <=} when counting up, {@code > >=} when counting down
 * @param step by how much the counter rises or falls, at least 1
 */
public record CountedLoop(Variable counter, Expression start, Expression bound, BinaryOperator comparison, int step) {
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
        BinaryOperator comparison = condition.operator();
        Expression start = declare.initializer().orElseThrow();
        return step(loop, declare.variable(), isUpward(comparison) ? BinaryOperator.ADD : BinaryOperator.SUBTRACT)
                .map(step -> new CountedLoop(declare.variable(), start, condition.right(), comparison, step))
                .filter(each -> each.isCounted(loop));
    }

    /** Whether the counter runs upwards. */
    public boolean isUpward() {
        return isUpward(comparison);
    }

    private static boolean isUpward(BinaryOperator comparison) {
        return comparison == BinaryOperator.LESS || comparison == BinaryOperator.LESS_OR_EQUAL;
    }

    /** Whether the counter takes every value from zero to a bound, which it does not reach. */
    public boolean countsFromZero() {
        return comparison == BinaryOperator.LESS && step == 1 && Algebra.isZero(start);
    }

    /** The number of the current iteration, from 0. */
    public Expression iteration() {
        Expression current = Algebra.local(counter);
        Expression distance =
                isUpward() ? WholeNumbers.subtract(current, start) : WholeNumbers.subtract(start, current);
        return WholeNumbers.divide(distance, step);
    }

    /** How many iterations there are; not positive if there are none. */
    public Expression iterations() {
        Expression distance = isUpward() ? WholeNumbers.subtract(bound, start) : WholeNumbers.subtract(start, bound);
        int rounding = isInclusive() ? step : step - 1;
        return WholeNumbers.divide(WholeNumbers.add(distance, WholeNumbers.literal(rounding)), step);
    }

    /** The counter's value in the last iteration, if there is one. */
    public Expression end() {
        if (step > 1) {
            Expression steps = WholeNumbers.subtract(iterations(), WholeNumbers.literal(1));
            Expression distance = WholeNumbers.multiply(WholeNumbers.literal(step), steps);
            return isUpward() ? WholeNumbers.add(start, distance) : WholeNumbers.subtract(start, distance);
        }
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
        return (isUpward() || comparison == BinaryOperator.GREATER || comparison == BinaryOperator.GREATER_OR_EQUAL)
                && !changing.contains(counter)
                && isInvariant(bound, changing)
                && isInvariant(start, Set.of());
    }

    /** By how much the counter changes, if by the same in every iteration. */
    private static Optional<Integer> step(For loop, Variable counter, BinaryOperator operator) {
        return loop.update().get(0) instanceof Assign update
                        && update.target() instanceof Local target
                        && target.variable().equals(counter)
                        && update.value() instanceof Binary value
                        && value.operator() == operator
                        && value.left() instanceof Local left
                        && left.variable().equals(counter)
                        && value.right() instanceof Literal literal
                        && literal.value() instanceof Integer step
                        && step > 0
                ? Optional.of(step)
                : Optional.empty();
    }

    private boolean isInvariant(Expression expression, Set<Variable> changing) {
        return expression.type() == Primitive.INT
                && !Expressions.any(
                        expression,
                        each -> !Effects.isRepeatable(each)
                                || each instanceof Element
                                || each instanceof Expression.Draw
                                || each instanceof Expression.Invoke
                                || each instanceof Expression.CompanionCall
                                || each instanceof Local local
                                        && (local.variable().equals(counter) || changing.contains(local.variable())));
    }
}
