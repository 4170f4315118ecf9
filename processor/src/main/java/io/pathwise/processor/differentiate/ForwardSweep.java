package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.FreeVariables;
import io.pathwise.processor.differentiate.Memory.Slot;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Computes the value and keeps what the reverse sweep asked for. */
final class ForwardSweep {
    private final Kept kept;

    ForwardSweep(Kept kept) {
        this.kept = kept;
    }

    /** The statements with what must be kept saved. */
    List<Statement> of(List<Statement> statements) {
        return of(statements, null);
    }

    private List<Statement> of(List<Statement> statements, LoopFrame loop) {
        List<Statement> out = new ArrayList<>();
        statements.forEach(each -> statement(each, loop, out));
        return out;
    }

    private void statement(Statement statement, LoopFrame loop, List<Statement> out) {
        if (statement instanceof Explained explained) {
            out.addAll(of(explained.statements(), loop));
        } else if (statement instanceof Declare declare) {
            declare(declare, out);
        } else if (statement instanceof If branch) {
            out.add(new If(
                    Primal.transform(branch.condition()),
                    Block.of(of(branch.then().statements(), loop)),
                    Block.of(of(branch.otherwise().statements(), loop)),
                    branch.position()));
            saveAfter(branch, out);
        } else if (Statements.isLoop(statement)) {
            kept.frame(statement)
                    .ifPresentOrElse(frame -> loop(statement, frame, out), () -> out.add(plain(statement)));
            saveAfter(statement, out);
        } else if (statement instanceof Break && loop != null && loop.isLeftEarly()) {
            Expression counter = Algebra.local(loop.counted().orElseThrow().counter());
            out.add(new Assign(Algebra.local(loop.last()), counter, Position.NONE));
            out.add(statement);
        } else if (!(statement instanceof Evaluate evaluate && evaluate.expression() instanceof Draw)
                && Site.of(statement).isEmpty()) {
            out.add(Statements.mapExpressions(statement, Primal::transform));
        }
    }

    private void declare(Declare declare, List<Statement> out) {
        Variable variable = declare.variable();
        Optional<Expression> value = declare.initializer().map(Primal::transform);
        declareOrAssign(variable, value, declare.position(), out);
        if (value.isPresent()) {
            kept.slotAtDefinition(variable).ifPresent(slot -> out.add(slot.save()));
        }
    }

    private void declareOrAssign(
            Variable variable, Optional<Expression> value, Position position, List<Statement> out) {
        if (!kept.isHoisted(variable)) {
            out.add(new Declare(variable, value, position));
        } else if (value.isPresent()) {
            out.add(new Assign(Algebra.local(variable), value.get(), position));
        }
    }

    private void saveAfter(Statement statement, List<Statement> out) {
        kept.slotsAfter(statement).forEach(slot -> out.add(slot.save()));
    }

    /** A loop that never runs backwards. */
    private Statement plain(Statement loop) {
        if (loop instanceof For each) {
            Block body = Block.of(of(each.body().statements(), null));
            return new For(each.init(), each.condition(), each.update(), body, each.position());
        }
        While each = (While) loop;
        Block body = Block.of(of(each.body().statements(), null));
        return new While(Primal.transform(each.condition()), body, each.position());
    }

    private void loop(Statement loop, LoopFrame frame, List<Statement> out) {
        if (frame.outer() == null) {
            openNest(frame, out);
        }
        if (frame.isLeftEarly()) {
            declareOrAssign(
                    frame.last(), Optional.of(frame.counted().orElseThrow().end()), Position.NONE, out);
        }
        if (frame.outer() != null && frame.counted().isEmpty()) {
            out.add(new Declare(frame.first(), Algebra.local(frame.iterations()), Position.NONE));
        }
        if (frame.goesOn()) {
            Expression end = WholeNumbers.add(Algebra.local(frame.iterations()), frame.count());
            out.add(new Declare(frame.end(), end, Position.NONE));
            frame.ownSlots().forEach(slot -> out.add(withRoomFor(slot, Algebra.local(frame.end()))));
        }
        Block body = Block.of(iteration(frame));
        if (loop instanceof For each) {
            out.add(new For(each.init(), each.condition(), each.update(), body, each.position()));
        } else {
            Expression condition = Primal.transform(((While) loop).condition());
            out.add(new While(condition, body, loop.position()));
        }
        if (frame.goesOn()) {
            out.add(new Assign(Algebra.local(frame.iterations()), Algebra.local(frame.end()), Position.NONE));
        }
    }

    private void openNest(LoopFrame outermost, List<Statement> out) {
        for (Slot slot : outermost.slots()) {
            Expression size = slot.loop().isOnGrid() ? slot.loop().size() : WholeNumbers.ZERO;
            out.add(new Declare(slot.array(), kept.array(slot, size), Position.NONE));
        }
        for (LoopFrame each : outermost.nest()) {
            if (!each.isOnGrid()) {
                declareOrAssign(each.iterations(), Optional.of(WholeNumbers.ZERO), Position.NONE, out);
            }
        }
    }

    private List<Statement> iteration(LoopFrame frame) {
        List<Statement> out = new ArrayList<>();
        if (frame.countsVisits()) {
            out.add(new Declare(frame.visit(), Algebra.local(frame.iterations()), Position.NONE));
            out.add(ReverseLoop.step(frame.iterations(), BinaryOperator.ADD));
            frame.ownSlots().forEach(slot -> out.add(grow(slot)));
        }
        kept.slotsAtHead(frame).forEach(slot -> out.add(slot.save()));
        List<Statement> statements = frame.body().statements();
        Optional<Explained> partials = kept.partials(frame);
        int before = partials.map(each -> placeOf(each, statements)).orElse(0);
        out.addAll(of(statements.subList(0, before), frame));
        partials.ifPresent(
                each -> out.add(new Explained(each.comment(), of(each.statements(), frame), each.position())));
        out.addAll(of(statements.subList(before, statements.size()), frame));
        return out;
    }

    /** The index at which everything that the code reads has been computed, and checks that it may have passed. */
    private static int placeOf(Explained code, List<Statement> statements) {
        Set<Variable> read = FreeVariables.of(code.statements());
        int place = 0;
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Evaluate
                    || Scopes.declaredDirectly(statements.subList(i, i + 1)).stream()
                            .anyMatch(read::contains)) {
                place = i + 1;
            }
        }
        return place;
    }

    private Statement grow(Slot slot) {
        Expression array = Algebra.local(slot.array());
        Expression visit = slot.loop().index();
        Expression full = Algebra.compare(BinaryOperator.EQUAL, visit, new Length(array, Position.NONE));
        Expression size = WholeNumbers.add(visit, WholeNumbers.literal(1));
        return new If(full, Block.of(List.of(withRoomFor(slot, size))), Block.EMPTY, Position.NONE);
    }

    private Statement withRoomFor(Slot slot, Expression size) {
        return new Assign(Algebra.local(slot.array()), kept.array(slot, size), Position.NONE);
    }
}
