package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.Effects;
import io.pathwise.processor.simplify.ScratchMemory;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;

/**
 * Brings the values that the reverse sweep of a block needs back into being: what costs no more than reading it is
 * computed again, results of dear functions and of loops are kept by the forward sweep and read.
 */
final class Recomputation {
    private final Kept kept;
    private final Frame frame;
    private final Set<Variable> needed;
    private final LinkedList<Statement> code = new LinkedList<>();

    /**
     * Prepares the recomputation of one block.
     *
     * @param needed the wanted variables; afterwards, those that must come from outside the block
     */
    Recomputation(Kept kept, Frame frame, Set<Variable> needed) {
        this.kept = kept;
        this.frame = frame;
        this.needed = needed;
        needed.removeAll(frame.visible());
    }

    /** The statements that compute what is needed. */
    List<Statement> of(List<Statement> statements) {
        List<Statement> flat = flatten(statements);
        for (int i = flat.size() - 1; i >= 0; i--) {
            statement(flat.get(i));
        }
        return new ArrayList<>(code);
    }

    private static List<Statement> flatten(List<Statement> statements) {
        List<Statement> flat = new ArrayList<>();
        for (Statement each : statements) {
            if (each instanceof Explained explained) {
                flat.addAll(flatten(explained.statements()));
            } else {
                flat.add(each);
            }
        }
        return flat;
    }

    private void statement(Statement statement) {
        if (statement instanceof Declare declare) {
            declare(declare);
        } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            assign(assign, target.variable());
        } else if (statement instanceof If branch) {
            branch(branch);
        } else if (Statements.isLoop(statement)) {
            loadResults(statement);
        }
    }

    private void declare(Declare declare) {
        Variable variable = declare.variable();
        if (!needed.remove(variable)) {
            return;
        }
        if (declare.initializer().isEmpty()) {
            code.addFirst(declare);
        } else if (kept.isSnapshot(variable) || isDear(declare.initializer().get())) {
            load(declare, variable);
        } else {
            recompute(declare.initializer().get(), value -> new Declare(variable, value, declare.position()));
        }
    }

    private void load(Declare declare, Variable variable) {
        if (frame.loop() == null) {
            kept.hoist(variable);
        } else {
            Expression kept = this.kept.atDefinition(variable, frame.loop()).load();
            loadFrom(variable, kept, declare.position());
        }
    }

    private void loadFrom(Variable variable, Expression value, Position position) {
        need(value);
        code.addFirst(new Declare(variable, value, position));
    }

    /** An assignment in a branch gives a declared variable its value; one at the end of an iteration is not undone. */
    private void assign(Assign assign, Variable target) {
        boolean carried = frame.loop() != null && frame.loop().heads().contains(target);
        if (!carried && needed.contains(target)) {
            recompute(assign.value(), value -> new Assign(assign.target(), value, assign.position()));
        }
    }

    private void recompute(Expression value, java.util.function.Function<Expression, Statement> statement) {
        Expression transformed = Primal.transform(value);
        need(transformed);
        code.addFirst(statement.apply(transformed));
    }

    private void need(Expression expression) {
        for (Variable each : Expressions.variables(expression)) {
            if (!frame.visible().contains(each)) {
                needed.add(each);
            }
        }
    }

    private void branch(If branch) {
        Set<Variable> results = Statements.assigned(branch);
        results.retainAll(needed);
        if (frame.loop() != null) {
            results.removeAll(frame.loop().heads());
        }
        if (results.isEmpty()) {
            return;
        }
        if (Statements.any(branch, Statements::isLoop)) {
            loadResults(branch);
            return;
        }
        if (!Completion.completes(branch.then())) {
            inline(branch.otherwise());
        } else if (!Completion.completes(branch.otherwise())) {
            inline(branch.then());
        } else {
            choose(branch);
        }
    }

    private void choose(If branch) {
        Block then = Block.of(arm(branch.then()));
        Block otherwise = Block.of(arm(branch.otherwise()));
        Expression condition = Primal.transform(branch.condition());
        need(condition);
        code.addFirst(new If(condition, then, otherwise, branch.position()));
    }

    private List<Statement> arm(Block arm) {
        Recomputation inside = new Recomputation(kept, frame, needed);
        return inside.of(arm.statements());
    }

    /** The code of the only branch after which the reverse sweep passes here. */
    private void inline(Block arm) {
        List<Statement> statements = arm(arm);
        for (int i = statements.size() - 1; i >= 0; i--) {
            code.addFirst(statements.get(i));
        }
    }

    /** What loops compute is kept, not computed again. */
    private void loadResults(Statement statement) {
        Set<Variable> results = Statements.assigned(statement);
        results.retainAll(needed);
        results.removeAll(Statements.declared(statement));
        if (frame.loop() != null) {
            results.removeAll(frame.loop().heads());
        }
        for (Variable result : results) {
            needed.remove(result);
            if (frame.loop() == null) {
                kept.hoist(result);
            } else {
                loadFrom(result, kept.after(statement, result, frame.loop()).load(), Position.NONE);
            }
        }
    }

    /** Whether computing the expression again costs more than reading a kept value. */
    static boolean isDear(Expression expression) {
        return Expressions.any(Primal.transform(expression), each -> {
            if (each instanceof Call call) {
                return Effects.hasEffects(call) || Rules.isDear(call.function());
            }
            if (each instanceof Component) {
                return true;
            }
            if ((each instanceof Field || each instanceof Method) && each.type() == Primitive.DOUBLE) {
                return true;
            }
            return ScratchMemory.isNewArray(each)
                    || each instanceof New
                    || each instanceof Binary binary
                            && binary.type() == Primitive.DOUBLE
                            && (binary.operator() == BinaryOperator.REMAINDER
                                    || binary.operator() == BinaryOperator.DIVIDE
                                            && Algebra.literal(binary.right()).isEmpty());
        });
    }
}
