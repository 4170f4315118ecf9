package io.pathwise.processor.normalize;

import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What statements that move before an expression may change of what the expression reads in arrays. */
final class ArrayEffects {
    private ArrayEffects() {}

    /** Whether the expression reads an element that the statements may write. */
    static boolean disturb(Expression expression, List<Statement> statements) {
        return Expressions.any(expression, Element.class::isInstance) && writeElsewhere(statements);
    }

    /** Whether the statements write to arrays that they do not create themselves. */
    private static boolean writeElsewhere(List<Statement> statements) {
        Block block = Block.of(statements);
        Set<Variable> created = new HashSet<>();
        Statements.walk(block, each -> {
            if (each instanceof Declare declare
                    && declare.initializer().filter(ArrayOperations::isNewArray).isPresent()) {
                created.add(declare.variable());
            }
        });
        created.removeAll(Statements.assigned(block));
        return Statements.any(block, each -> writes(each, created));
    }

    private static boolean writes(Statement statement, Set<Variable> created) {
        if (statement instanceof Assign assign) {
            return assign.target() instanceof Element element && !isCreated(element, created);
        }
        return ArrayOperations.transfer(statement)
                .filter(call -> !isCreated(ArrayOperations.target(call), created))
                .isPresent();
    }

    /** A row of a new matrix may be an array of somebody else. */
    private static boolean isCreated(Expression array, Set<Variable> created) {
        Expression whole = array instanceof Element element ? element.array() : array;
        return whole instanceof Local local && created.contains(local.variable());
    }
}
