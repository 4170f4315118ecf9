package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Addition;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A parameter's adjoint to which only one statement outside loops adds goes straight to the gradient's field. */
final class GradientFields {
    private final Variable adjoint;
    private final Expression field;

    private GradientFields(Variable adjoint, Expression field) {
        this.adjoint = adjoint;
        this.field = field;
    }

    /**
     * Replaces adjoints by fields where one addition is all there is.
     *
     * @param fields the gradient's fields by the adjoints that are added to them
     */
    static List<Statement> direct(List<Statement> body, Map<Variable, Expression> fields) {
        List<Statement> current = body;
        for (Map.Entry<Variable, Expression> each : fields.entrySet()) {
            current = new GradientFields(each.getKey(), each.getValue()).direct(current);
        }
        return current;
    }

    private List<Statement> direct(List<Statement> body) {
        List<Assign> additions = new ArrayList<>();
        Block whole = Block.of(body);
        Statements.walk(whole, each -> {
            if (each instanceof Assign assign
                    && assign.target() instanceof Local target
                    && target.variable().equals(adjoint)) {
                additions.add(assign);
            }
        });
        boolean once = additions.size() == 1
                && isAddition(additions.get(0))
                && !isReadElsewhere(whole, additions.get(0))
                && !isInLoop(whole, false);
        return once ? replaced(body) : body;
    }

    /** Whether something but the addition and the hand-over to the field reads the adjoint. */
    private boolean isReadElsewhere(Block whole, Assign addition) {
        return Statements.any(whole, each -> each != addition && !isHandOver(each) && readsItself(each));
    }

    private boolean readsItself(Statement statement) {
        return Statements.expressions(statement).stream().anyMatch(each -> Expressions.reads(each, adjoint));
    }

    private boolean isHandOver(Statement statement) {
        return statement instanceof Assign assign && Expressions.same(assign.target(), field);
    }

    private boolean isAddition(Assign assign) {
        return Addition.of(assign)
                .filter(addition -> !Expressions.reads(addition.more(), adjoint))
                .isPresent();
    }

    private boolean isInLoop(Statement statement, boolean inLoop) {
        if (inLoop && statement instanceof Assign assign && Expressions.same(assign.target(), Algebra.local(adjoint))) {
            return true;
        }
        boolean inside = inLoop || Statements.isLoop(statement);
        return Statements.children(statement).stream().anyMatch(each -> isInLoop(each, inside));
    }

    private List<Statement> replaced(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : statements) {
            if (each instanceof Declare declare && declare.variable().equals(adjoint)) {
                continue;
            }
            if (each instanceof Assign assign && assign.target() instanceof Field && reads(assign)) {
                continue;
            }
            out.add(replaced(each));
        }
        return out;
    }

    private boolean reads(Assign assign) {
        return Expressions.reads(assign.value(), adjoint);
    }

    private Statement replaced(Statement statement) {
        if (statement instanceof Assign assign && Expressions.same(assign.target(), Algebra.local(adjoint))) {
            Binary sum = (Binary) assign.value();
            Expression increased = new Binary(sum.operator(), field, sum.right(), sum.type(), sum.position());
            return new Assign(field, increased, assign.position());
        } else if (statement instanceof If branch) {
            return new If(branch.condition(), block(branch.then()), block(branch.otherwise()), branch.position());
        } else if (statement instanceof Explained explained) {
            return new Explained(explained.comment(), replaced(explained.statements()), explained.position());
        }
        return statement;
    }

    private Block block(Block block) {
        return new Block(replaced(block.statements()), block.position());
    }
}
