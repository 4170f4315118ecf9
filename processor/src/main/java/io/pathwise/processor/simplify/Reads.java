package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What statements read and mention. */
final class Reads {
    private Reads() {}

    /**
     * The expressions whose values the statement itself needs, in order of evaluation; of a target only its object, array
     * and index.
     */
    static List<Expression> evaluated(Statement statement) {
        if (statement instanceof Assign assign) {
            if (assign.target() instanceof Element element) {
                return List.of(element.array(), element.index(), assign.value());
            } else if (assign.target() instanceof Field field) {
                return List.of(field.object(), assign.value());
            }
            return List.of(assign.value());
        }
        return Statements.expressions(statement);
    }

    /** How often the value of the variable is read in the statement and below it. */
    static int count(Statement statement, Variable variable) {
        int[] count = {0};
        Statements.walk(statement, each -> count[0] += countOwn(each, variable));
        return count[0];
    }

    /** How often the statement itself reads the variable. */
    static int countOwn(Statement statement, Variable variable) {
        return evaluated(statement).stream()
                .mapToInt(expression -> count(expression, variable))
                .sum();
    }

    /** How often the expression reads the variable. */
    static int count(Expression expression, Variable variable) {
        int[] count = {0};
        Expressions.walk(expression, each -> {
            if (each instanceof Local local && local.variable().equals(variable)) {
                count[0]++;
            }
        });
        return count[0];
    }

    /** Whether the statement or one below it reads the variable. */
    static boolean reads(Statement statement, Variable variable) {
        return count(statement, variable) > 0;
    }

    /** Whether the statement or one below it reads or assigns the variable. */
    static boolean mentions(Statement statement, Variable variable) {
        return Statements.anyExpression(
                statement,
                each -> each instanceof Local local && local.variable().equals(variable));
    }

    /** All variables that are read or assigned in the statement or below it. */
    static Set<Variable> mentioned(Statement statement) {
        Set<Variable> mentioned = new HashSet<>();
        Statements.walkExpressions(statement, each -> {
            if (each instanceof Local local) {
                mentioned.add(local.variable());
            }
        });
        return mentioned;
    }
}
