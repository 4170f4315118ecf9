package io.pathwise.processor.read;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.List;
import java.util.Map;

/** Replaces variables, where they are declared as well as where they are used. */
final class Renaming {
    private final Map<Variable, Variable> replacements;

    Renaming(Map<Variable, Variable> replacements) {
        this.replacements = Map.copyOf(replacements);
    }

    List<Statement> of(List<Statement> statements) {
        return statements.stream().map(this::statement).toList();
    }

    private Statement statement(Statement statement) {
        return declarations(Statements.mapExpressions(statement, this::expression));
    }

    private Statement declarations(Statement statement) {
        if (statement instanceof Declare declare) {
            return new Declare(variable(declare.variable()), declare.initializer(), declare.position());
        } else if (statement instanceof For loop) {
            return new For(
                    loop.init().stream().map(this::declarations).toList(),
                    loop.condition(),
                    loop.update(),
                    Rewriting.block(loop.body(), this::declarations),
                    loop.position());
        }
        return Rewriting.children(statement, this::declarations);
    }

    private Expression expression(Expression expression) {
        if (expression instanceof Local local) {
            return new Local(variable(local.variable()), local.position());
        }
        Expression renamed = Expressions.mapChildren(expression, this::expression);
        return renamed instanceof Compound compound
                ? new Compound(of(compound.statements()), compound.value(), compound.position())
                : renamed;
    }

    private Variable variable(Variable variable) {
        return replacements.getOrDefault(variable, variable);
    }
}
