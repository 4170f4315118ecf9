package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import java.util.List;

/**
 * Gives variables that are declared without one a value. Where flags stand for jumps, the compiler no longer sees that
 * every path assigns before it reads.
 */
public final class InitialValues {
    private InitialValues() {}

    /** The block with every variable initialised where it is declared. */
    static Block in(Block block) {
        return Rewriting.block(block, InitialValues::in);
    }

    private static Statement in(Statement statement) {
        if (statement instanceof Declare declare && declare.initializer().isEmpty()) {
            return new Declare(declare.variable(), of(declare.variable().type()), declare.position());
        }
        return Rewriting.children(statement, InitialValues::in);
    }

    /** The value that Java gives to a field of the type. */
    public static Expression of(Type type) {
        if (type instanceof Type.Record record) {
            List<Expression> components = record.components().stream()
                    .map(component -> of(component.type()))
                    .toList();
            return new RecordValue(record, components, Position.NONE);
        }
        Object value = 0;
        if (type == Primitive.BOOLEAN) {
            value = false;
        } else if (type == Primitive.LONG) {
            value = 0L;
        } else if (!(type instanceof Primitive)) {
            value = null;
        }
        boolean widens = value instanceof Integer;
        return new Literal(value, widens ? Primitive.INT : type, Position.NONE);
    }
}
