package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies statements with variables of their own, so that a copy can stand beside the original. */
final class Fresh {
    private final Map<Variable, Expression> replacements;

    private Fresh(Map<Variable, Expression> replacements) {
        this.replacements = replacements;
    }

    /**
     * Copies a block.
     *
     * @param given what stands for variables declared outside the block
     * @param names hands out the variables that replace those declared inside
     */
    static Block copy(Block block, Map<Variable, Expression> given, Names names) {
        Map<Variable, Expression> replacements = new HashMap<>(given);
        for (Variable declared : Statements.declared(block)) {
            replacements.put(declared, new Local(names.version(declared), Position.NONE));
        }
        return new Fresh(replacements).block(block);
    }

    private Block block(Block block) {
        return new Block(all(block.statements()), block.position());
    }

    private List<Statement> all(List<Statement> statements) {
        return statements.stream().map(this::statement).toList();
    }

    private Statement statement(Statement statement) {
        if (statement instanceof Declare declare) {
            return new Declare(
                    variable(declare.variable()), declare.initializer().map(this::expression), declare.position());
        } else if (statement instanceof If branch) {
            return new If(
                    expression(branch.condition()), block(branch.then()), block(branch.otherwise()), branch.position());
        } else if (statement instanceof For loop) {
            return new For(
                    all(loop.init()),
                    expression(loop.condition()),
                    all(loop.update()),
                    block(loop.body()),
                    loop.position());
        } else if (statement instanceof While loop) {
            return new While(expression(loop.condition()), block(loop.body()), loop.position());
        } else if (statement instanceof Block block) {
            return block(block);
        } else if (statement instanceof Explained explained) {
            return new Explained(explained.comment(), all(explained.statements()), explained.position());
        }
        return Statements.mapExpressions(statement, this::expression);
    }

    private Variable variable(Variable variable) {
        return ((Local) replacements.get(variable)).variable();
    }

    private Expression expression(Expression expression) {
        return Expressions.substitute(expression, replacements::get);
    }
}
