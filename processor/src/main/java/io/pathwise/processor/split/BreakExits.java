package io.pathwise.processor.split;

import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import java.util.ArrayList;
import java.util.List;

/** Lets a part tell whether the loop that its call stands in is left: where the part breaks, it returns {@code true}. */
final class BreakExits {
    private final List<Statement> atBreak;

    private BreakExits(List<Statement> atBreak) {
        this.atBreak = atBreak;
    }

    /**
     * The statements with returns in place of breaks.
     *
     * @param atBreak statements to run where the loop is left
     * @param atEnd statements to run where it goes on
     */
    static List<Statement> apply(List<Statement> statements, List<Statement> atBreak, List<Statement> atEnd) {
        List<Statement> out = new ArrayList<>(new BreakExits(atBreak).returning(statements));
        if (Completion.completes(statements)) {
            out.addAll(atEnd);
            out.add(exit(false));
        }
        return out;
    }

    private List<Statement> returning(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : statements) {
            if (each instanceof Break) {
                out.addAll(atBreak);
                out.add(exit(true));
            } else {
                out.add(returning(each));
            }
        }
        return out;
    }

    private Statement returning(Statement statement) {
        if (Statements.isLoop(statement)) {
            return statement;
        }
        return Sequences.isSequence(statement)
                ? Sequences.withStatements(statement, returning(Sequences.statements(statement)))
                : Sequences.mapSequences(statement, this::returning);
    }

    private static Statement exit(boolean isLeft) {
        return new Return(new Literal(isLeft, Primitive.BOOLEAN, Position.NONE), Position.NONE);
    }
}
