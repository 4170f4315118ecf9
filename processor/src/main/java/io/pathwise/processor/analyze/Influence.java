package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.ArrayAliases;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the returned value may depend on, through values or through conditions. The analysis ignores the order of
 * statements: a variable counts if it counts anywhere.
 */
public final class Influence {
    private final Set<Variable> variables = new HashSet<>();

    private final ArrayAliases aliases;

    private Influence(ArrayAliases aliases) {
        this.aliases = aliases;
    }

    /** Analyses a program. */
    public static Influence of(Program program) {
        Influence influence = new Influence(ArrayAliases.of(program.body()));
        int known;
        do {
            known = influence.variables.size();
            Statements.walk(program.body(), influence::visit);
        } while (influence.variables.size() > known);
        return influence;
    }

    /** Whether the returned value may depend on the variable. */
    public boolean reaches(Variable variable) {
        return variables.contains(variable);
    }

    /** Whether the returned value may depend on what the statement does. */
    public boolean reaches(Statement statement) {
        if (statement instanceof Return || statement instanceof Break) {
            return true;
        } else if (statement instanceof Declare declare) {
            return reaches(declare.variable());
        } else if (statement instanceof Assign assign) {
            return assigned(assign.target()).map(this::reaches).orElse(true);
        } else if (ArrayOperations.transfer(statement).isPresent()) {
            Expression target =
                    ArrayOperations.target(ArrayOperations.transfer(statement).get());
            return Expressions.variables(target).stream().anyMatch(this::reaches);
        }
        return Statements.children(statement).stream().anyMatch(this::reaches);
    }

    private void visit(Statement statement) {
        if (!(statement instanceof Block) && reaches(statement)) {
            for (Expression expression : Statements.expressions(statement)) {
                Expressions.variables(expression).forEach(this::reach);
            }
        }
    }

    /** What counts in an array counts by all its names. */
    private void reach(Variable variable) {
        variables.add(variable);
        if (variable.type() instanceof Type.ArrayOf) {
            variables.addAll(aliases.sharing(variable));
        }
    }

    private static Optional<Variable> assigned(Expression target) {
        if (target instanceof Local local) {
            return Optional.of(local.variable());
        } else if (target instanceof Element element) {
            return assigned(element.array());
        } else if (target instanceof Field field) {
            return assigned(field.object());
        }
        return Optional.empty();
    }
}
