package io.pathwise.processor.read;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the values of one {@code switch} expression, whose type may follow from all of them only. */
final class YieldTarget {
    private final Variable result;
    private final Optional<Type> required;
    private final String label;
    private final List<Expression> values = new ArrayList<>();

    /**
     * Prepares for the values.
     *
     * @param result stands for the variable that holds the value, whatever its type will be
     * @param required the type that the context asks for; absent where the values decide
     * @param label of the statements that make up the {@code switch}
     */
    YieldTarget(Variable result, Optional<Type> required, String label) {
        this.result = result;
        this.required = required;
        this.label = label;
    }

    Variable result() {
        return result;
    }

    Optional<Type> required() {
        return required;
    }

    String label() {
        return label;
    }

    List<Expression> values() {
        return values;
    }

    /** Takes a value and leaves. */
    List<Statement> take(Expression value, Position position) {
        values.add(value);
        return List.of(
                new Assign(new Local(result, position), value, position), new Break(Optional.of(label), position));
    }
}
