package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;

/** Which statements an expression must not be moved over. */
final class Disturbance {
    private final ArrayAliases aliases;

    Disturbance(ArrayAliases aliases) {
        this.aliases = aliases;
    }

    /** Whether the expression could have another value, or other effects, after the statement than before it. */
    boolean disturbs(Statement statement, Expression expression) {
        return Statements.any(statement, each -> disturbsItself(each, expression));
    }

    /** The same for the statement without those below it. */
    boolean disturbsItself(Statement statement, Expression expression) {
        if (Effects.hasEffects(expression) && !isHarmless(statement)) {
            return true;
        }
        return writes(statement, expression)
                || Reads.evaluated(statement).stream().anyMatch(each -> disturbs(each, expression));
    }

    /** Whether the evaluation of one expression must keep its place before that of the other. */
    boolean disturbs(Expression evaluated, Expression expression) {
        return Effects.hasEffects(evaluated) && isSensitive(expression);
    }

    /** Whether the expression's value, or whether it has one, depends on more than variables. */
    static boolean isSensitive(Expression expression) {
        return Effects.readsMemory(expression) || Effects.mayThrow(expression) || Effects.hasEffects(expression);
    }

    /** Whether effects may be moved over the statement: it concerns scalar variables only and always completes. */
    private static boolean isHarmless(Statement statement) {
        boolean local =
                statement instanceof Declare || statement instanceof Assign assign && assign.target() instanceof Local;
        return local && Reads.evaluated(statement).stream().noneMatch(Disturbance::isSensitive);
    }

    private boolean writes(Statement statement, Expression expression) {
        if (statement instanceof Declare declare) {
            return Expressions.reads(expression, declare.variable());
        }
        if (!(statement instanceof Assign assign)) {
            return false;
        }
        if (assign.target() instanceof Local local) {
            return Expressions.reads(expression, local.variable());
        } else if (assign.target() instanceof Field written) {
            return Expressions.any(
                    expression,
                    each -> each instanceof Field field && field.name().equals(written.name()));
        }
        Element target = (Element) assign.target();
        return Expressions.any(
                expression, each -> each instanceof Element element && aliases.mayBeSame(target, element));
    }

    /** Whether the expression must not be evaluated before the statement instead of within it. */
    boolean disturbsBefore(Statement statement, Expression expression) {
        return Reads.evaluated(statement).stream().anyMatch(each -> disturbs(each, expression));
    }
}
