package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The expressions that variables stand for: those declared with a value and never assigned another. */
public final class Definitions {
    private final Map<Variable, Expression> definitions = new HashMap<>();

    /** Collects the definitions in a statement. */
    public Definitions(Statement statement) {
        Statements.walk(statement, each -> {
            if (each instanceof Declare declare) {
                declare.initializer().ifPresent(value -> definitions.put(declare.variable(), value));
            }
        });
        definitions.keySet().removeAll(Statements.assigned(statement));
    }

    /** The expression that the variable stands for, if there is only one. */
    public Optional<Expression> of(Variable variable) {
        return Optional.ofNullable(definitions.get(variable));
    }
}
