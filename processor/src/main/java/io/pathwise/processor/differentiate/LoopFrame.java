package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.analyze.LoopNest;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.Effects;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the iterations of one loop are numbered, in the forward and in the reverse sweep.
 *
 * <p>Counted loops number by their counter, nested ones row by row, so that all memory is known when the outermost loop
 * starts. Where the bounds change from one execution to the next, each execution goes on where the last one ended, so that
 * its memory is known when it starts. Other loops count their iterations as they go.
 */
final class LoopFrame {
    /** For how many iterations of a loop that is left early there is memory at once. */
    private static final int LARGEST_RESERVED = 1 << 16;

    private final Statement loop;
    private final LoopFrame outer;
    private final Optional<CountedLoop> counted;
    private final boolean isLeftEarly;
    private final Set<Variable> heads;
    private final Optional<Expression> gridIndex;
    private final Optional<Expression> gridSize;
    private final Variable iterations;
    private final Variable visit;
    private final Variable first;
    private final Variable last;
    private final Variable end;
    private final List<LoopFrame> nest = new ArrayList<>();
    private final List<Memory.Slot> slots = new ArrayList<>();

    LoopFrame(Statement loop, LoopFrame outer, Names names) {
        this.loop = loop;
        this.outer = outer;
        this.counted = loop instanceof For each ? CountedLoop.of(each) : Optional.empty();
        this.isLeftEarly = counted.isPresent() && breaks(body());
        this.heads = carried();
        this.gridIndex = gridIndex();
        this.gridSize = gridSize();
        this.iterations = names.create("iterations", Primitive.INT, Origin.GENERATED);
        this.visit = names.create("i", Primitive.INT, Origin.GENERATED);
        this.first = names.create("first", Primitive.INT, Origin.GENERATED);
        this.last = names.create("last", Primitive.INT, Origin.GENERATED);
        this.end = names.create("end", Primitive.INT, Origin.GENERATED);
        outermost().nest.add(this);
    }

    private Optional<Expression> gridIndex() {
        if (counted.isEmpty() || !startsOnGrid() || isLeftEarly && isGuard(counted.get())) {
            return Optional.empty();
        }
        Expression iteration = counted.get().iteration();
        if (outer == null) {
            return Optional.of(iteration);
        }
        Expression perOuter = counted.get().iterations();
        return outer.gridIndex.map(index -> WholeNumbers.add(WholeNumbers.multiply(index, perOuter), iteration));
    }

    private Optional<Expression> gridSize() {
        if (gridIndex.isEmpty()) {
            return Optional.empty();
        }
        Expression size = counted.orElseThrow().iterations();
        return outer == null ? Optional.of(size) : outer.gridSize.map(rows -> WholeNumbers.multiply(rows, size));
    }

    /** Whether the bound is not meant to be reached, so that memory for all iterations would be wasted. */
    private static boolean isGuard(CountedLoop loop) {
        Expression greatest = loop.isUpward() ? loop.bound() : loop.start();
        return LoopNest.constant(greatest)
                .filter(number -> number > LARGEST_RESERVED)
                .isPresent();
    }

    /** Whether the bounds are the same in every iteration of the loops around, and known without any. */
    private boolean startsOnGrid() {
        if (outer == null) {
            return true;
        }
        CountedLoop counter = counted.orElseThrow();
        if (Effects.mayThrow(counter.start()) || Effects.mayThrow(counter.bound())) {
            return false;
        }
        Set<Variable> bounds = new HashSet<>(Expressions.variables(counter.start()));
        bounds.addAll(Expressions.variables(counter.bound()));
        Statement outermost = outermostLoop();
        return bounds.stream().noneMatch(Statements.declared(outermost)::contains)
                && bounds.stream().noneMatch(Statements.assigned(outermost)::contains);
    }

    private Statement outermostLoop() {
        return outer == null ? loop : outer.outermostLoop();
    }

    /** The loop's body. */
    Block body() {
        return Statements.body(loop);
    }

    /** The variables that the loop carries from one iteration to the next. */
    Set<Variable> heads() {
        return heads;
    }

    private Set<Variable> carried() {
        Set<Variable> carried = new LinkedHashSet<>(Statements.assigned(body()));
        carried.removeAll(Statements.declared(body()));
        return Collections.unmodifiableSet(carried);
    }

    /** Whether the loop runs over its own counter. */
    Optional<CountedLoop> counted() {
        return counted;
    }

    /** Whether the number of an iteration follows from counters alone. */
    boolean isOnGrid() {
        return gridIndex.isPresent();
    }

    /** Whether each execution of the loop numbers its iterations from where the last execution ended. */
    boolean goesOn() {
        return !isOnGrid() && counted.isPresent() && !isLeftEarly;
    }

    /** Whether the loop counts its iterations as it goes. */
    boolean countsVisits() {
        return !isOnGrid() && !goesOn();
    }

    /** Whether a {@code break} can leave a counted loop before its end. */
    boolean isLeftEarly() {
        return isLeftEarly;
    }

    private static boolean breaks(Block body) {
        return body.statements().stream().anyMatch(LoopFrame::breaks);
    }

    private static boolean breaks(Statement statement) {
        if (statement instanceof If branch) {
            return breaks(branch.then()) || breaks(branch.otherwise());
        }
        return statement instanceof Break
                || statement instanceof Statement.Explained explained
                        && explained.statements().stream().anyMatch(LoopFrame::breaks);
    }

    /** The number of the current iteration over all executions of the loop. */
    Expression index() {
        if (goesOn()) {
            return WholeNumbers.add(
                    Algebra.local(iterations), counted.orElseThrow().iteration());
        }
        return gridIndex.orElseGet(() -> Algebra.local(visit));
    }

    /** How many iterations one execution has. */
    Expression count() {
        Expression count = counted.orElseThrow().iterations();
        return LoopNest.isNeverNegative(count, around()) ? count : WholeNumbers.atLeastZero(count);
    }

    private List<Statement> around() {
        List<Statement> loops = outer == null ? new ArrayList<>() : outer.around();
        if (outer != null) {
            loops.add(outer.loop);
        }
        return loops;
    }

    /** How many numbers there can be; only {@link #isOnGrid() on the grid}. */
    Expression size() {
        return gridSize.orElseThrow();
    }

    /** Counts the iterations of all executions of the loop, or of those that have ended. */
    Variable iterations() {
        return iterations;
    }

    /** The number of the current iteration, where it is counted. */
    Variable visit() {
        return visit;
    }

    /** The number of the first iteration of one execution, where it is counted. */
    Variable first() {
        return first;
    }

    /** The counter's value in the last iteration, where the loop can be left early. */
    Variable last() {
        return last;
    }

    /** How many iterations there are up to the end of one execution, where it goes on from the last one. */
    Variable end() {
        return end;
    }

    /** The loop itself. */
    Statement loop() {
        return loop;
    }

    LoopFrame outer() {
        return outer;
    }

    LoopFrame outermost() {
        return outer == null ? this : outer.outermost();
    }

    void add(Memory.Slot slot) {
        slots.add(slot);
    }

    /** The loop and the loops in it. */
    List<LoopFrame> nest() {
        return nest;
    }

    /** The memory that the loop and the loops in it need. */
    List<Memory.Slot> slots() {
        return slots;
    }

    /** The memory in which each iteration of this loop has its place. */
    List<Memory.Slot> ownSlots() {
        return outermost().slots.stream().filter(each -> each.loop() == this).toList();
    }
}
