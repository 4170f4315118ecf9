package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.DoWhile;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;

/**
 * How a statement uses a variable.
 *
 * @param isAssigned whether it gets another value
 * @param isOften whether its value may be read more than once
 */
record Uses(boolean isAssigned, boolean isOften) {
    static Uses of(Variable variable, Statement statement) {
        boolean isAssigned = Statements.assigned(statement).contains(variable);
        return new Uses(isAssigned, count(variable, statement) > 1);
    }

    /** A use inside a loop counts twice. */
    private static int count(Variable variable, Statement statement) {
        int[] count = {0};
        for (Expression expression : Statements.expressions(statement)) {
            boolean isTarget =
                    statement instanceof Assign assign && assign.target() == expression && expression instanceof Local;
            Expressions.walk(expression, each -> {
                if (!isTarget && each instanceof Local local && local.variable().equals(variable)) {
                    count[0]++;
                }
            });
        }
        Statements.children(statement).forEach(each -> count[0] += count(variable, each));
        boolean isLoop = Statements.isLoop(statement) || statement instanceof DoWhile;
        return isLoop ? 2 * count[0] : count[0];
    }
}
