package io.pathwise.processor.simplify;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.List;

/** Recognizes loops that count towards a fixed bound with a counter of their own. */
final class Termination {
    private Termination() {}

    /** Whether the loop ends whatever the data are, provided that its body changes neither counter nor bound. */
    static boolean isCounted(For loop) {
        return loop.init().size() == 1
                && loop.init().get(0) instanceof Declare counter
                && counter.initializer().filter(Effects::isDeletable).isPresent()
                && loop.update().size() == 1
                && loop.condition() instanceof Binary comparison
                && isLocal(comparison.left(), counter.variable())
                && isFixed(comparison.right(), loop, counter.variable())
                && step(loop.update().get(0), counter.variable()) * direction(comparison.operator()) > 0;
    }

    private static boolean isFixed(Expression bound, For loop, Variable counter) {
        List<Variable> assigned = loop.body().statements().stream()
                .flatMap(each -> Statements.assigned(each).stream())
                .toList();
        return Effects.isDeletable(bound)
                && !Effects.readsMemory(bound)
                && !Expressions.reads(bound, counter)
                && Expressions.variables(bound).stream().noneMatch(assigned::contains)
                && !assigned.contains(counter);
    }

    /** The literal by which the statement increases the counter; 0 if it does something else. */
    private static long step(Statement update, Variable counter) {
        if (update instanceof Assign assign
                && isLocal(assign.target(), counter)
                && assign.value() instanceof Binary sum
                && isLocal(sum.left(), counter)
                && sum.type() instanceof Primitive type
                && type.isIntegral()
                && sum.right() instanceof Literal literal
                && literal.value() instanceof Integer step) {
            return switch (sum.operator()) {
                case ADD -> step;
                case SUBTRACT -> -(long) step;
                default -> 0;
            };
        }
        return 0;
    }

    private static int direction(BinaryOperator comparison) {
        return switch (comparison) {
            case LESS, LESS_OR_EQUAL -> 1;
            case GREATER, GREATER_OR_EQUAL -> -1;
            default -> 0;
        };
    }

    private static boolean isLocal(Expression expression, Variable variable) {
        return expression instanceof Local local && local.variable().equals(variable);
    }
}
