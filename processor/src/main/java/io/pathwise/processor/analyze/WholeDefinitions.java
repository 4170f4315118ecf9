package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What whole-number variables and lengths of arrays are that get their value only once. */
public final class WholeDefinitions {
    private final Map<Variable, Expression> values = new HashMap<>();
    private final Map<Variable, Expression> lengths = new HashMap<>();

    /** Collects the definitions in a program. */
    public WholeDefinitions(Program program) {
        Statements.walk(program.body(), each -> {
            if (each instanceof Declare declare && declare.initializer().isPresent()) {
                collect(declare.variable(), declare.initializer().get());
            }
        });
        values.keySet().removeAll(Statements.assigned(program.body()));
        lengths.keySet().removeAll(Statements.assigned(program.body()));
    }

    private void collect(Variable variable, Expression value) {
        if (variable.type() == Primitive.INT && value.type() == Primitive.INT) {
            values.put(variable, value);
        } else if (variable.type() instanceof Type.ArrayOf) {
            length(value).ifPresent(length -> lengths.put(variable, length));
        }
    }

    private static Optional<Expression> length(Expression array) {
        if (array instanceof New creation) {
            return Optional.of(creation.arguments().get(0));
        } else if (array instanceof ArrayValues written) {
            return Optional.of(WholeNumbers.literal(written.values().size()));
        } else if (array instanceof Local alias) {
            return Optional.of(new Length(alias, Position.NONE));
        } else if (array instanceof Method clone && clone.name().equals("clone")) {
            return Optional.of(new Length(clone.receiver(), Position.NONE));
        } else if (array instanceof Call call && call.function().owner().equals("java.util.Arrays")) {
            return copied(call.function().name(), call.arguments());
        }
        return Optional.empty();
    }

    private static Optional<Expression> copied(String name, List<Expression> arguments) {
        return switch (name) {
            case "copyOf" -> Optional.of(arguments.get(1));
            case "copyOfRange" -> Optional.of(WholeNumbers.subtract(arguments.get(2), arguments.get(1)));
            default -> Optional.empty();
        };
    }

    /** The expression in terms of what has no such definition. */
    public Expression expand(Expression expression) {
        if (expression instanceof Local local && values.containsKey(local.variable())) {
            return expand(values.get(local.variable()));
        } else if (expression instanceof Length length
                && length.array() instanceof Local array
                && lengths.containsKey(array.variable())) {
            return expand(lengths.get(array.variable()));
        }
        return Expressions.mapChildren(expression, this::expand);
    }
}
