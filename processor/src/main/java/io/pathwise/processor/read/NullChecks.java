package io.pathwise.processor.read;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** Reads what asks for {@code null}: comparisons, and {@code Objects.requireNonNull}. */
final class NullChecks {
    private final Names variables;

    NullChecks(Names variables) {
        this.variables = variables;
    }

    /** {@code null}. */
    static Expression literal(Position position) {
        return new Literal(null, JavaTypes.NULL, position);
    }

    /** Whether the method returns its first argument, unless that is {@code null}. */
    static boolean includes(ExecutableElement method) {
        return JavaTypes.qualifiedName(method).equals("java.util.Objects.requireNonNull");
    }

    /** The comparison of an object or array with {@code null}; absent for numbers. */
    static Optional<Expression> compared(BinaryOperator operator, Expression object, Position position) {
        if (object.type() instanceof Type.Record) {
            // before anything else its components are read, which fails if there is none
            return Optional.of(new Literal(operator == BinaryOperator.NOT_EQUAL, Primitive.BOOLEAN, position));
        }
        return object.type() instanceof Primitive
                ? Optional.empty()
                : Optional.of(new Binary(operator, object, literal(position), Primitive.BOOLEAN, position));
    }

    /** The first argument, which is compared before. */
    Expression required(List<Expression> arguments, Position position) {
        if (arguments.stream().anyMatch(Unknown::is)) {
            return Unknown.at(position);
        }
        List<Statement> before = new ArrayList<>();
        Expression value = named(arguments.get(0), before);
        Optional<Expression> isNull =
                compared(BinaryOperator.EQUAL, value, position).filter(each -> each instanceof Binary);
        isNull.ifPresent(condition -> {
            New exception = new New(
                    new Type.Reference("java.lang.NullPointerException"),
                    arguments.subList(1, arguments.size()),
                    position);
            Block fails = new Block(List.of(new Throw(exception, position)), position);
            before.add(new If(condition, fails, Block.EMPTY, position));
        });
        return before.isEmpty() ? value : new Compound(before, value, position);
    }

    private Expression named(Expression value, List<Statement> before) {
        if (value instanceof Local) {
            return value;
        }
        Variable once = variables.create("required", value.type(), Variable.Origin.GENERATED);
        before.add(new Declare(once, value, value.position()));
        return new Local(once, value.position());
    }
}
