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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The last loop of a block where it is a reduction and what follows it is linear in its sums: then their adjoints are
 * known before the loop starts, and each of its iterations can run forward and at once backward.
 *
 * @param place the loop's index in the block
 * @param before passes derivatives back to the sums
 * @param after passes back, after the loop, those that need the sums themselves
 */
record FusedLoop(int place, List<Statement> before, List<Statement> after) {
    /**
     * The loop of the block that qualifies.
     *
     * @param tail the reverse of what follows the loop
     */
    static Optional<FusedLoop> of(
            List<Statement> statements, int place, List<Statement> tail, Reductions reductions, Adjoints adjoints) {
        Statement loop = statements.get(place);
        if (!reductions.isReduction(loop)) {
            return Optional.empty();
        }
        Set<Variable> awaited = new HashSet<>();
        statements.subList(place, statements.size()).forEach(each -> {
            awaited.addAll(Statements.declared(each));
            awaited.addAll(Statements.assigned(each));
        });
        return TailSlice.of(tail, awaited)
                .filter(slice -> reductions.sums(loop).stream().allMatch(sum -> slice.isKnownEarly(adjoints.of(sum))))
                .filter(slice -> FreeVariables.of(List.of(loop)).stream()
                        .filter(adjoints::hasAdjoint)
                        .allMatch(each -> slice.allowsAdditionsTo(adjoints.of(each))))
                .map(slice -> new FusedLoop(place, slice.early(), slice.late()));
    }

    /** The index of the last loop, if only straight code follows it. */
    static Optional<Integer> candidate(List<Statement> statements) {
        int last = statements.size() - 1;
        while (last >= 0 && isStraight(statements.get(last))) {
            last--;
        }
        return last >= 0 && Reductions.isLoop(statements.get(last)) ? Optional.of(last) : Optional.empty();
    }

    private static boolean isStraight(Statement statement) {
        return statement instanceof Explained explained
                ? explained.statements().stream().allMatch(FusedLoop::isStraight)
                : statement instanceof Declare declare && declare.initializer().isPresent();
    }

    /** The loop with another body. */
    static Statement around(Statement loop, List<Statement> body) {
        if (loop instanceof For each) {
            return new For(each.init(), each.condition(), each.update(), Block.of(body), each.position());
        }
        return new While(Primal.transform(((While) loop).condition()), Block.of(body), Position.NONE);
    }
}
