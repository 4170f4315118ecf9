package io.pathwise.processor;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The statement with the largest expression of all. Passes go down into expressions by recursion, so the stack limits
 * their size.
 *
 * @param position the statement
 * @param operations the number of its operations and operands
 */
record LargestExpression(Position position, int operations) {
    /** What no stack that a virtual machine starts with is too small for. */
    private static final int HARMLESS = 300;

    /** The largest of some programs; of size 0 if they have no expressions. */
    static LargestExpression of(Collection<Program> programs) {
        List<LargestExpression> all = new ArrayList<>(List.of(new LargestExpression(Position.NONE, 0)));
        programs.forEach(program -> Statements.walk(
                program.body(),
                statement -> Statements.expressions(statement)
                        .forEach(each -> all.add(new LargestExpression(statement.position(), operations(each))))));
        return all.stream()
                .max(Comparator.comparingInt(LargestExpression::operations))
                .orElseThrow();
    }

    /** Whether a stack may be too small. */
    boolean isLarge() {
        return operations > HARMLESS;
    }

    private static int operations(Expression expression) {
        List<Expression> all = new ArrayList<>();
        Expressions.walk(expression, all::add);
        return all.size();
    }
}
