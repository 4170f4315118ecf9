package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.List;

/** Runs the iterations of a loop in reverse order, from the one in which the forward sweep left it. */
final class ReverseLoop {
    private final LoopFrame frame;
    private final Kept kept;
    private final Frame outside;

    ReverseLoop(LoopFrame frame, Kept kept, Frame outside) {
        this.frame = frame;
        this.kept = kept;
        this.outside = outside;
    }

    /** Adds the loop and what it needs around it. */
    void around(List<Statement> body, List<Statement> out) {
        boolean outermost = frame.outer() == null;
        if (outermost && !outside.direct()) {
            outlive(out);
        }
        if (frame.goesOn()) {
            Expression iterations = Algebra.local(frame.iterations());
            Expression before =
                    new Binary(BinaryOperator.SUBTRACT, iterations, frame.count(), Primitive.INT, Position.NONE);
            out.add(new Assign(iterations, before, Position.NONE));
        }
        if (frame.counted().isPresent()) {
            out.add(counted(frame.counted().get(), body));
        } else {
            Expression first = outermost
                    ? WholeNumbers.ZERO
                    : kept.after(frame.loop(), frame.first(), frame.outer()).load();
            out.add(uncounted(body, first));
            if (!outermost) {
                out.add(new Assign(Algebra.local(frame.iterations()), first, Position.NONE));
            }
        }
    }

    /** What the forward sweep declared inside a branch is declared again, or outlives the branch. */
    private void outlive(List<Statement> out) {
        for (Memory.Slot slot : frame.slots()) {
            out.add(new Declare(slot.array(), kept.array(slot, WholeNumbers.ZERO), Position.NONE));
        }
        frame.nest().stream().filter(each -> !each.isOnGrid()).forEach(each -> kept.hoist(each.iterations()));
        if (frame.isLeftEarly()) {
            kept.hoist(frame.last());
        }
    }

    private Statement counted(CountedLoop loop, List<Statement> body) {
        List<Statement> numbered = new ArrayList<>();
        if (frame.countsVisits()) {
            numbered.add(step(frame.iterations(), BinaryOperator.SUBTRACT));
            numbered.add(new Declare(frame.visit(), Algebra.local(frame.iterations()), Position.NONE));
        }
        numbered.addAll(body);
        return new For(
                List.of(new Declare(loop.counter(), lastIteration(), Position.NONE)),
                backToStart(loop),
                List.of(step(
                        loop.counter(), loop.isUpward() ? BinaryOperator.SUBTRACT : BinaryOperator.ADD, loop.step())),
                Block.of(numbered),
                frame.loop().position());
    }

    private static Expression backToStart(CountedLoop loop) {
        Expression counter = Algebra.local(loop.counter());
        if (loop.isUpward()) {
            return Algebra.compare(BinaryOperator.GREATER_OR_EQUAL, counter, loop.start());
        }
        boolean isBelow = loop.start() instanceof Binary start
                && start.operator() == BinaryOperator.SUBTRACT
                && WholeNumbers.value(start.right()).isPresent();
        return isBelow
                ? Algebra.compare(BinaryOperator.LESS, counter, WholeNumbers.add(loop.start(), WholeNumbers.literal(1)))
                : Algebra.compare(BinaryOperator.LESS_OR_EQUAL, counter, loop.start());
    }

    private Expression lastIteration() {
        if (!frame.isLeftEarly()) {
            return frame.counted().orElseThrow().end();
        }
        return frame.outer() == null
                ? Algebra.local(frame.last())
                : kept.after(frame.loop(), frame.last(), frame.outer()).load();
    }

    private Statement uncounted(List<Statement> body, Expression first) {
        Expression last = WholeNumbers.subtract(Algebra.local(frame.iterations()), WholeNumbers.literal(1));
        return new For(
                List.of(new Declare(frame.visit(), last, Position.NONE)),
                Algebra.compare(BinaryOperator.GREATER_OR_EQUAL, Algebra.local(frame.visit()), first),
                List.of(step(frame.visit(), BinaryOperator.SUBTRACT)),
                Block.of(body),
                frame.loop().position());
    }

    /** {@code variable++} or {@code variable--}. */
    static Statement step(Variable variable, BinaryOperator operator) {
        return step(variable, operator, 1);
    }

    private static Statement step(Variable variable, BinaryOperator operator, int by) {
        Expression local = Algebra.local(variable);
        Expression next = operator == BinaryOperator.ADD
                ? WholeNumbers.add(local, WholeNumbers.literal(by))
                : WholeNumbers.subtract(local, WholeNumbers.literal(by));
        return new Assign(local, next, Position.NONE);
    }
}
