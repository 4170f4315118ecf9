package io.pathwise.processor.read;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The variables that occur in statements, those inside expressions included. */
final class Mentions {
    private final Set<Variable> all = new LinkedHashSet<>();
    private final Set<Variable> declared = new LinkedHashSet<>();
    private final Set<Variable> assigned = new LinkedHashSet<>();

    private Mentions() {}

    static Mentions in(List<Statement> statements) {
        Mentions mentions = new Mentions();
        statements.forEach(mentions::statement);
        return mentions;
    }

    static Mentions in(Expression expression) {
        Mentions mentions = new Mentions();
        mentions.expression(expression);
        return mentions;
    }

    /** The variables that are declared, read or assigned to, in the order in which they occur. */
    Set<Variable> all() {
        return all;
    }

    /** The variables that are declared. */
    Set<Variable> declared() {
        return declared;
    }

    /** The variables that get another value. */
    Set<Variable> assigned() {
        return assigned;
    }

    private void statement(Statement statement) {
        Statements.walk(statement, each -> {
            if (each instanceof Declare declare) {
                all.add(declare.variable());
                declared.add(declare.variable());
            } else if (each instanceof Assign assign && assign.target() instanceof Local target) {
                assigned.add(target.variable());
            }
            Statements.expressions(each).forEach(this::expression);
        });
    }

    private void expression(Expression expression) {
        Expressions.walk(expression, each -> {
            if (each instanceof Local local) {
                all.add(local.variable());
            } else if (each instanceof Compound compound) {
                compound.statements().forEach(this::statement);
            }
        });
    }
}
