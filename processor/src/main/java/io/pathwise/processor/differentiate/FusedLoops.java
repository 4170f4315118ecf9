package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.FreeVariables;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The last loops of a block where they are reductions and what follows them is linear in their sums: then the adjoints
 * of the sums are known before the loops start, and each iteration can run forward and at once backward.
 *
 * @param first the index of the first of them in the block
 * @param before passes derivatives back to the sums
 * @param after passes back, after the loops, those that need the sums themselves, and through what stands between the
 *     loops
 */
record FusedLoops(int first, List<Statement> before, List<Statement> after) {
    /** Finds such loops, given what the reverse of straight code is. */
    record Search(Reductions reductions, Adjoints adjoints, UnaryOperator<List<Statement>> reverse) {
        /** As many loops of the block as qualify. */
        Optional<FusedLoops> in(List<Statement> statements) {
            List<Integer> places = candidates(statements);
            if (places.isEmpty()) {
                return Optional.empty();
            }
            int last = places.get(places.size() - 1);
            List<Statement> tail = reverse.apply(statements.subList(last + 1, statements.size()));
            for (int i = 0; i < places.size(); i++) {
                Optional<FusedLoops> found = from(places.subList(i, places.size()), statements, tail);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        /** The reductions at the end with only straight code between and behind them. */
        private List<Integer> candidates(List<Statement> statements) {
            List<Integer> places = new ArrayList<>();
            for (int at = statements.size() - 1; at >= 0; at--) {
                Statement each = statements.get(at);
                if (Statements.isLoop(each) && reductions.isReduction(each)) {
                    places.add(0, at);
                } else if (!isStraight(each)) {
                    break;
                }
            }
            return places;
        }

        private Optional<FusedLoops> from(List<Integer> places, List<Statement> statements, List<Statement> tail) {
            List<Statement> loops = places.stream().map(statements::get).toList();
            if (!areIndependent(loops)) {
                return Optional.empty();
            }
            int first = places.get(0);
            Optional<TailSlice> slice = TailSlice.of(tail, computed(statements.subList(first, statements.size())));
            if (slice.isEmpty() || !fits(loops.get(loops.size() - 1), slice.get())) {
                return Optional.empty();
            }
            for (int i = places.size() - 2; i >= 0; i--) {
                List<Statement> between = statements.subList(places.get(i) + 1, places.get(i + 1));
                if (!slice.get().append(reverse.apply(between)) || !fits(loops.get(i), slice.get())) {
                    return Optional.empty();
                }
            }
            return slice.map(each -> new FusedLoops(first, each.early(), each.late()));
        }

        /** Whether no loop has to do with the sums of another. */
        private boolean areIndependent(List<Statement> loops) {
            return loops.stream()
                    .allMatch(loop -> loops.stream()
                            .filter(other -> other != loop)
                            .allMatch(other -> Collections.disjoint(sumBars(loop), readBars(other))));
        }

        /** Whether what waits for the loop's end neither changes the adjoints it reads nor depends on what it adds to. */
        private boolean fits(Statement loop, TailSlice slice) {
            return sumBars(loop).stream().allMatch(slice::isKnownEarly)
                    && readBars(loop).stream().allMatch(slice::allowsAdditionsTo);
        }

        private Set<Variable> sumBars(Statement loop) {
            return reductions.sums(loop).stream().map(adjoints::of).collect(Collectors.toSet());
        }

        /** The adjoints of what the loop reads and of its sums. */
        private Set<Variable> readBars(Statement loop) {
            Set<Variable> bars = sumBars(loop);
            FreeVariables.of(List.of(loop)).stream()
                    .filter(adjoints::hasAdjoint)
                    .map(adjoints::of)
                    .forEach(bars::add);
            return bars;
        }

        private static Set<Variable> computed(List<Statement> statements) {
            Set<Variable> computed = new HashSet<>();
            for (Statement each : statements) {
                computed.addAll(Statements.declared(each));
                computed.addAll(Statements.assigned(each));
            }
            return computed;
        }

        private static boolean isStraight(Statement statement) {
            return statement instanceof Explained explained
                    ? explained.statements().stream().allMatch(Search::isStraight)
                    : statement instanceof Declare declare
                            && declare.initializer().isPresent();
        }
    }

    /** The loop with another body. */
    static Statement around(Statement loop, List<Statement> body) {
        if (loop instanceof For each) {
            return new For(each.init(), each.condition(), each.update(), Block.of(body), each.position());
        }
        return new While(Primal.transform(((While) loop).condition()), Block.of(body), Position.NONE);
    }
}
