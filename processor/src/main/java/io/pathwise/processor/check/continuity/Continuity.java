package io.pathwise.processor.check.continuity;

import io.pathwise.processor.analyze.Influence;
import io.pathwise.processor.analyze.Sign;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.ArrayAliases;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proves that the sides of a branch meet: that on the border between them both lead to the same values, either directly
 * after the branch or after some of the statements that follow.
 */
final class Continuity {
    private final Symbols symbols;
    private final Influence influence;
    private final ArrayAliases aliases;

    Continuity(Symbols symbols, Influence influence, ArrayAliases aliases) {
        this.symbols = symbols;
        this.influence = influence;
        this.aliases = aliases;
    }

    /**
     * Whether the sides are proved to meet.
     *
     * @param statement the statement that the branch is or lies in
     * @param branch the branch itself
     * @param pivot the comparison whose sides are asked for
     * @param start values and facts before the statement
     * @param frames what follows, innermost first
     */
    boolean holds(Statement statement, Object branch, Pivot pivot, Path start, List<Frame> frames) {
        Boundary boundary = new Boundary(symbols, pivot.difference());
        Side above = new Side(branch, pivot.whenPositive(), pivot.difference(), Sign.POSITIVE, boundary);
        Side below = new Side(branch, !pivot.whenPositive(), pivot.difference(), Sign.NEGATIVE, boundary);
        try {
            return new Comparison(above, below, start).meet(statement, frames);
        } catch (Undecidable e) {
            return false;
        }
    }

    /** The paths on both sides, executed in step. */
    private final class Comparison {
        private final Side above;
        private final Side below;
        private List<Path> pathsAbove;
        private List<Path> pathsBelow;

        Comparison(Side above, Side below, Path start) {
            this.above = above;
            this.below = below;
            pathsAbove = List.of(start);
            pathsBelow = List.of(start);
        }

        boolean meet(Statement statement, List<Frame> frames) throws Undecidable {
            step(statement);
            for (int depth = 0; depth < frames.size(); depth++) {
                Frame frame = frames.get(depth);
                List<Frame> outer = frames.subList(depth + 1, frames.size());
                for (int i = 0; i < frame.rest().size(); i++) {
                    if (areEqual(live(frame.from(i), outer))) {
                        return true;
                    } else if (frame.repeats()) {
                        return false;
                    }
                    step(frame.rest().get(i));
                }
            }
            return areEqual(Set.of());
        }

        private void step(Statement statement) throws Undecidable {
            pathsAbove = Execution.execute(symbols, above, statement, pathsAbove);
            pathsBelow = Execution.execute(symbols, below, statement, pathsBelow);
        }

        private Set<Variable> live(Frame frame, List<Frame> outer) {
            Set<Variable> live = new HashSet<>(frame.read());
            outer.forEach(each -> live.addAll(each.read()));
            live.removeIf(variable -> !influence.reaches(variable));
            return live;
        }

        private boolean areEqual(Set<Variable> live) {
            return pathsAbove.stream()
                    .allMatch(one ->
                            pathsBelow.stream().allMatch(other -> one.excludes(other) || areEqual(one, other, live)));
        }

        private boolean areEqual(Path one, Path other, Set<Variable> live) {
            if (one.exit() == Path.Exit.THROW || other.exit() == Path.Exit.THROW) {
                return true;
            } else if (one.exit() != other.exit()) {
                return false;
            } else if (one.exit() == Path.Exit.RETURN) {
                return one.result().isEmpty()
                        || agree(one.result().get(), other.result().orElseThrow());
            }
            return live.stream()
                    .allMatch(variable -> agree(
                                    one.memory().get(variable, symbols),
                                    other.memory().get(variable, symbols))
                            && agreeOnContents(variable, one.memory(), other.memory()));
        }

        private boolean agreeOnContents(Variable variable, Memory one, Memory other) {
            if (!(variable.type() instanceof Type.ArrayOf)) {
                return true;
            }
            Object group = aliases.group(variable);
            return agree(one.contents(group, symbols), other.contents(group, symbols));
        }

        private boolean agree(Polynomial one, Polynomial other) {
            return above.boundary().annuls(one.minus(other));
        }
    }
}
