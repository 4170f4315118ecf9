package io.pathwise.processor.program;

import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Continue;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statement.While;
import java.util.List;

/** Whether the statement after a statement can be reached, as Java's rules on unreachable statements see it. */
public final class Completion {
    private Completion() {}

    /** Whether the statement can complete normally. */
    public static boolean completes(Statement statement) {
        if (statement instanceof Return
                || statement instanceof Throw
                || statement instanceof Break
                || statement instanceof Continue) {
            return false;
        } else if (statement instanceof If branch) {
            return completes(branch.then()) || completes(branch.otherwise());
        } else if (statement instanceof While loop) {
            return !isTrue(loop.condition()) || breaks(loop.body());
        } else if (statement instanceof For loop) {
            return !isTrue(loop.condition()) || breaks(loop.body());
        } else if (statement instanceof Block block) {
            return completes(block.statements());
        } else if (statement instanceof Explained explained) {
            return completes(explained.statements());
        }
        return true;
    }

    /** Whether the end of the sequence can be reached. */
    public static boolean completes(List<Statement> statements) {
        return statements.stream().allMatch(Completion::completes);
    }

    /** Whether the statement leaves the loop around it. */
    private static boolean breaks(Statement statement) {
        if (Statements.isLoop(statement)) {
            return false;
        }
        return statement instanceof Break
                || Statements.children(statement).stream().anyMatch(Completion::breaks);
    }

    /** Whether the condition is the literal {@code true}. */
    public static boolean isTrue(Expression condition) {
        return condition instanceof Literal literal && Boolean.TRUE.equals(literal.value());
    }

    /** Whether the condition is the literal {@code false}. */
    public static boolean isFalse(Expression condition) {
        return condition instanceof Literal literal && Boolean.FALSE.equals(literal.value());
    }
}
