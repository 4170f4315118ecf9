package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a statement stands.
 *
 * @param statement the statement
 * @param order its number in the order of execution
 * @param loops the loops around it from the outside, itself included
 * @param conditions of the branches around it
 */
record Place(Statement statement, int order, List<Loop> loops, List<Condition> conditions) {
    Place {
        loops = List.copyOf(loops);
        conditions = List.copyOf(conditions);
    }

    /**
     * A loop.
     *
     * @param statement the loop
     * @param number tells it from the others
     * @param counted its counter, if it has one
     */
    record Loop(Statement statement, int number, Optional<CountedLoop> counted) {
        Loop(Statement statement, int number) {
            this(statement, number, statement instanceof For head ? CountedLoop.of(head) : Optional.empty());
        }

        boolean counts(Variable variable) {
            return counted.filter(each -> each.counter().equals(variable)).isPresent();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Loop loop && loop.statement == statement;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /**
     * The condition of a branch.
     *
     * @param holds whether the branch is taken where it holds, rather than where it does not
     */
    record Condition(Expression expression, boolean holds) {}

    /** How many loops from the outside are around this and another place. */
    int commonLoops(Place other) {
        int common = 0;
        while (common < loops.size()
                && common < other.loops.size()
                && loops.get(common).equals(other.loops.get(common))) {
            common++;
        }
        return common;
    }

    /** The loop around the place that counts by the variable. */
    Optional<Loop> counting(Variable variable) {
        return loops.stream().filter(each -> each.counts(variable)).findFirst();
    }

    /** The place of a statement in this one. */
    Place of(Statement child, int number) {
        boolean isLoop = Statements.isLoop(child);
        return new Place(child, number, isLoop ? append(loops, new Loop(child, number)) : loops, conditions);
    }

    /** This place under one condition more. */
    Place where(Expression condition, boolean holds) {
        return new Place(statement, order, loops, append(conditions, new Condition(condition, holds)));
    }

    private static <T> List<T> append(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
