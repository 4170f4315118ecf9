package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Gives variables that are declared without one a value. Where flags stand for jumps, or branches for {@code &&} and
 * {@code ||}, the compiler no longer sees that every path assigns before it reads.
 */
public final class InitialValues {
    private InitialValues() {}

    /** The block with every variable initialised where it is declared. */
    static Block in(Block block) {
        return in(block, variable -> true);
    }

    /** The program with those variables initialised that a compiler would not see assigned before they are read. */
    public static Program whereUnproven(Program program) {
        Set<Variable> unproven = DefiniteAssignment.unproven(program.body());
        return unproven.isEmpty() ? program : program.withBody(in(program.body(), unproven::contains), program.names());
    }

    private static Block in(Block block, Predicate<Variable> needing) {
        return Rewriting.block(block, each -> in(each, needing));
    }

    private static Statement in(Statement statement, Predicate<Variable> needing) {
        if (statement instanceof Declare declare
                && declare.initializer().isEmpty()
                && needing.test(declare.variable())) {
            return new Declare(declare.variable(), of(declare.variable().type()), declare.position());
        }
        return Rewriting.children(statement, each -> in(each, needing));
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
