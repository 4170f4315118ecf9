package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives each declaration a variable of its own, where a generator declared one variable in several scopes. */
final class UniqueVariables {
    private final Names names;
    private final Set<Variable> declared = new HashSet<>();

    private UniqueVariables(Names names) {
        this.names = names;
    }

    /** The block with each variable declared once. */
    static Block apply(Block block, Names names) {
        return new UniqueVariables(names).rename(block, Map.of());
    }

    private Block rename(Block block, Map<Variable, Variable> outer) {
        return new Block(rename(block.statements(), new HashMap<>(outer)), block.position());
    }

    /** Renames in order; what the statements declare is added to the scope. */
    private List<Statement> rename(List<Statement> statements, Map<Variable, Variable> scope) {
        List<Statement> renamed = new ArrayList<>();
        statements.forEach(each -> renamed.add(rename(each, scope)));
        return renamed;
    }

    private Statement rename(Statement statement, Map<Variable, Variable> scope) {
        if (statement instanceof Declare declare) {
            var initializer = declare.initializer().map(each -> rename(each, scope));
            return new Declare(declared(declare.variable(), scope), initializer, declare.position());
        } else if (statement instanceof Assign assign) {
            return new Assign(rename(assign.target(), scope), rename(assign.value(), scope), assign.position());
        } else if (statement instanceof Evaluate evaluate) {
            return new Evaluate(rename(evaluate.expression(), scope), evaluate.position());
        } else if (statement instanceof If branch) {
            return new If(
                    rename(branch.condition(), scope),
                    rename(branch.then(), scope),
                    rename(branch.otherwise(), scope),
                    branch.position());
        } else if (statement instanceof For loop) {
            Map<Variable, Variable> inner = new HashMap<>(scope);
            List<Statement> init = rename(loop.init(), inner);
            Expression condition = rename(loop.condition(), inner);
            Block body = rename(loop.body(), inner);
            return new For(init, condition, rename(loop.update(), inner), body, loop.position());
        } else if (statement instanceof While loop) {
            return new While(rename(loop.condition(), scope), rename(loop.body(), scope), loop.position());
        } else if (statement instanceof Throw || statement instanceof Assert) {
            return Statements.mapExpressions(statement, each -> rename(each, scope));
        } else if (statement instanceof Return exit) {
            return new Return(exit.value().map(each -> rename(each, scope)), exit.position());
        } else if (statement instanceof Block block) {
            return rename(block, scope);
        } else if (statement instanceof Explained explained) {
            return new Explained(explained.comment(), rename(explained.statements(), scope), explained.position());
        }
        return statement;
    }

    private Variable declared(Variable variable, Map<Variable, Variable> scope) {
        Variable unique = declared.add(variable) ? variable : names.version(variable);
        scope.put(variable, unique);
        return unique;
    }

    private static Expression rename(Expression expression, Map<Variable, Variable> scope) {
        return Expressions.substitute(expression, variable -> {
            Variable renamed = scope.get(variable);
            boolean same = renamed == null || renamed.equals(variable);
            return same ? null : Algebra.local(renamed);
        });
    }
}
