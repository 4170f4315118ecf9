package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.List;

/** Looks along the statements after {@code copy = original} whether the copy is read after the original has changed. */
final class CopyScan {
    private final Variable copy;
    private final Variable original;

    CopyScan(Variable copy, Variable original) {
        this.copy = copy;
        this.original = original;
    }

    /** Whether each read of the copy may read the original instead. */
    boolean isUndisturbed(List<Statement> statements) {
        return scan(statements, State.SAME) != State.WRONG;
    }

    private enum State {
        SAME,
        CHANGED,
        WRONG;

        State or(State other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    private State scan(List<Statement> statements, State before) {
        State state = before;
        for (Statement statement : statements) {
            state = scan(statement, state);
        }
        return state;
    }

    private State scan(Statement statement, State before) {
        if (before == State.WRONG) {
            return before;
        } else if (before == State.CHANGED) {
            return Reads.reads(statement, copy) ? State.WRONG : before;
        } else if (statement instanceof If branch) {
            return scan(branch.then().statements(), before)
                    .or(scan(branch.otherwise().statements(), before));
        } else if (Statements.isLoop(statement)) {
            boolean changes = Statements.assigned(statement).contains(original);
            return changes ? scanChanging(statement) : before;
        } else if (statement instanceof Assign assign) {
            return changes(assign) ? State.CHANGED : before;
        }
        return scan(Statements.children(statement), before);
    }

    /** To give the original the value of its copy changes nothing. */
    private boolean changes(Assign assign) {
        boolean restores =
                assign.value() instanceof Local value && value.variable().equals(copy);
        return !restores
                && assign.target() instanceof Local local
                && local.variable().equals(original);
    }

    private State scanChanging(Statement loop) {
        return Reads.reads(loop, copy) ? State.WRONG : State.CHANGED;
    }
}
