package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.List;

/** Replaces an expression by the variable that holds its value, from statement to statement as long as it does. */
final class Reuse {
    private final Expression expression;
    private final Expression holder;
    private final Disturbance disturbance;
    private int count;
    private boolean valid = true;

    Reuse(Expression expression, Variable holder, Disturbance disturbance) {
        this.expression = Expressions.withoutPositions(expression);
        this.holder = Algebra.local(holder);
        this.disturbance = disturbance;
    }

    /** How many expressions have been replaced. */
    int count() {
        return count;
    }

    /** Whether the variable still holds the value of the expression. */
    boolean isValid() {
        return valid;
    }

    /** The statement after those seen so far, with the expression replaced where that is right. */
    Statement in(Statement statement) {
        if (!valid) {
            return statement;
        } else if (statement instanceof If branch) {
            return inBranch(branch);
        } else if (Statements.isLoop(statement)) {
            valid = !ends(statement);
            return valid ? Statements.mapExpressions(statement, this::in) : statement;
        } else if (statement instanceof Block block) {
            return inBlock(block);
        } else if (statement instanceof Explained explained) {
            return new Explained(explained.comment(), in(explained.statements()), explained.position());
        }
        Statement replaced = Statements.mapExpressions(statement, this::in);
        valid = !ends(statement);
        return replaced;
    }

    private Statement inBranch(If branch) {
        Expression condition = in(branch.condition());
        valid = !disturbance.disturbs(branch.condition(), expression);
        boolean before = valid;
        Block then = inBlock(branch.then());
        boolean afterThen = valid;
        valid = before;
        Block otherwise = inBlock(branch.otherwise());
        valid &= afterThen;
        return new If(condition, then, otherwise, branch.position());
    }

    private Block inBlock(Block block) {
        return new Block(in(block.statements()), block.position());
    }

    private List<Statement> in(List<Statement> statements) {
        return statements.stream().map(this::in).toList();
    }

    private boolean ends(Statement statement) {
        return disturbance.disturbs(statement, expression) || disturbance.disturbs(statement, holder);
    }

    private Expression in(Expression candidate) {
        if (Expressions.same(candidate, expression)) {
            count++;
            return holder;
        }
        return Expressions.mapChildren(candidate, this::in);
    }
}
