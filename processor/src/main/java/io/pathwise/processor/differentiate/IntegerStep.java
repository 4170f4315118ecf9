package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.Optional;
import java.util.Set;

/** A whole number that grows or falls by the same amount in every iteration: taking the amount off again is cheaper than memory. */
final class IntegerStep {
    private static final Set<BinaryOperator> STEPS = Set.of(BinaryOperator.ADD, BinaryOperator.SUBTRACT);

    private IntegerStep() {}

    /** The statement that takes back one iteration's step of a carried variable, if it makes such steps. */
    static Optional<Statement> undo(Block body, Variable head) {
        if (head.type() != Primitive.INT || Statements.any(body, each -> each instanceof Break)) {
            return Optional.empty();
        }
        return next(body, head).flatMap(next -> step(body, head, next)).map(step -> {
            Expression local = Algebra.local(head);
            Expression before = step.operator() == BinaryOperator.ADD
                    ? WholeNumbers.subtract(local, step.right())
                    : WholeNumbers.add(local, step.right());
            return new Assign(local, before, step.position());
        });
    }

    /** The variable that holds the head's next value. */
    private static Optional<Variable> next(Block body, Variable head) {
        return body.statements().stream()
                .filter(each -> each instanceof Assign assign
                        && assign.target() instanceof Local target
                        && target.variable().equals(head)
                        && assign.value() instanceof Local)
                .map(each -> ((Local) ((Assign) each).value()).variable())
                .findFirst();
    }

    private static Optional<Binary> step(Block body, Variable head, Variable next) {
        for (Statement each : body.statements()) {
            if (each instanceof Declare declare
                    && declare.variable().equals(next)
                    && declare.initializer().orElse(null) instanceof Binary sum
                    && STEPS.contains(sum.operator())
                    && sum.left() instanceof Local left
                    && left.variable().equals(head)
                    && sum.right() instanceof Literal) {
                return Optional.of(sum);
            }
        }
        return Optional.empty();
    }
}
