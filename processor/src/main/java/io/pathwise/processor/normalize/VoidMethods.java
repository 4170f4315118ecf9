package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Type.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets methods that return nothing return a truth value that nobody asks for, so that all methods return something. */
public final class VoidMethods {
    private VoidMethods() {}

    /** The method with a value. */
    public static Program valued(Program program) {
        if (program.result() != null) {
            return program;
        }
        Block body = Rewriting.block(program.body(), VoidMethods::in);
        List<Statement> statements = new ArrayList<>(body.statements());
        if (Completion.completes(body)) {
            statements.add(nothing(body.position()));
        }
        return program.withResult(Primitive.BOOLEAN).withBody(new Block(statements, body.position()), program.names());
    }

    private static Statement in(Statement statement) {
        return statement instanceof Return exit
                ? nothing(exit.position())
                : Rewriting.children(statement, VoidMethods::in);
    }

    private static Statement nothing(Position position) {
        Expression value = new Literal(false, Primitive.BOOLEAN, position);
        return new Return(Optional.of(value), position);
    }
}
