package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The variables that code reads from outside: those that no declaration in scope provides. */
public final class FreeVariables {
    private final Set<Variable> free = new LinkedHashSet<>();

    private FreeVariables() {}

    /** The variables that a sequence reads from outside, in order of reading. */
    public static Set<Variable> of(List<Statement> statements) {
        FreeVariables variables = new FreeVariables();
        variables.sequence(statements, new HashSet<>());
        return variables.free;
    }

    private void sequence(List<Statement> statements, Set<Variable> declared) {
        statements.forEach(each -> statement(each, declared));
    }

    private void statement(Statement statement, Set<Variable> declared) {
        if (statement instanceof Declare declare) {
            declare.initializer().ifPresent(value -> read(value, declared));
            declared.add(declare.variable());
        } else if (statement instanceof Assign assign) {
            read(assign.value(), declared);
            if (!(assign.target() instanceof Local)) {
                read(assign.target(), declared);
            }
        } else if (statement instanceof Explained explained) {
            sequence(explained.statements(), declared);
        } else if (statement instanceof For loop) {
            Set<Variable> inside = new HashSet<>(declared);
            sequence(loop.init(), inside);
            read(loop.condition(), inside);
            sequence(loop.body().statements(), new HashSet<>(inside));
            sequence(loop.update(), inside);
        } else if (statement instanceof Block block) {
            sequence(block.statements(), new HashSet<>(declared));
        } else {
            Statements.expressions(statement).forEach(each -> read(each, declared));
            Statements.children(statement).forEach(each -> statement(each, declared));
        }
    }

    private void read(Expression expression, Set<Variable> declared) {
        for (Variable variable : Expressions.variables(expression)) {
            if (!declared.contains(variable)) {
                free.add(variable);
            }
        }
    }
}
