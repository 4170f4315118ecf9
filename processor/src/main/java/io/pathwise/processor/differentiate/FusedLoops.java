package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.FreeVariables;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds the reductions at the end of a block that can run both sweeps in one loop, because what follows them is linear
 * in their sums: then the adjoints of the sums are known before the sums are.
 */
final class FusedLoops {
    private final Reductions reductions;
    private final ReverseSweep reverse;
    private final Adjoints adjoints;

    FusedLoops(Reductions reductions, ReverseSweep reverse, Adjoints adjoints) {
        this.reductions = reductions;
        this.reverse = reverse;
        this.adjoints = adjoints;
    }

    /**
     * A block cut in two.
     *
     * @param first where the loops begin that run both sweeps
     * @param before passes derivatives back through what follows the loops, up to the sums
     * @param after passes back those that need the sums themselves
     */
    record Cut(int first, List<Statement> before, List<Statement> after) {}

    /** Where to cut; empty where no loop qualifies. */
    Optional<Cut> in(List<Statement> statements, Frame frame) {
        OptionalInt from = firstCandidate(statements);
        while (from.isPresent()) {
            int first = from.getAsInt();
            Optional<Cut> cut = at(first, statements, frame);
            if (cut.isPresent()) {
                return cut;
            }
            from = nextLoop(statements, first + 1);
        }
        return Optional.empty();
    }

    /** The first loop after which all is straight code or another reduction. */
    private OptionalInt firstCandidate(List<Statement> statements) {
        int first = statements.size();
        while (first > 0 && (isStraight(statements.get(first - 1)) || isReduction(statements.get(first - 1)))) {
            first--;
        }
        return nextLoop(statements, first);
    }

    private boolean isReduction(Statement statement) {
        return Reductions.isLoop(statement) && reductions.isReduction(statement);
    }

    private static OptionalInt nextLoop(List<Statement> statements, int from) {
        for (int i = from; i < statements.size(); i++) {
            if (Reductions.isLoop(statements.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isStraight(Statement statement) {
        return statement instanceof Explained explained
                ? explained.statements().stream().allMatch(FusedLoops::isStraight)
                : statement instanceof Declare declare && declare.initializer().isPresent();
    }

    private Optional<Cut> at(int first, List<Statement> statements, Frame frame) {
        List<Statement> rest = statements.subList(first, statements.size());
        List<Statement> loops = rest.stream().filter(Reductions::isLoop).toList();
        List<Statement> straight =
                rest.stream().filter(each -> !Reductions.isLoop(each)).toList();
        int last = rest.lastIndexOf(loops.get(loops.size() - 1));
        List<Statement> between = rest.subList(0, last).stream()
                .filter(each -> !Reductions.isLoop(each))
                .toList();
        List<Statement> behind = reverse.of(between, frame);
        if (feedsLoops(loops, straight) || shareSums(loops) || !behind.stream().allMatch(FusedLoops::isZero)) {
            return Optional.empty();
        }
        Set<Variable> computed = new HashSet<>();
        rest.forEach(each -> {
            computed.addAll(Statements.declared(each));
            computed.addAll(Statements.assigned(each));
        });
        Slice slice = Slice.of(reverse.of(rest.subList(last + 1, rest.size()), frame), computed);
        boolean known = loops.stream()
                .flatMap(each -> reductions.sums(each).stream())
                .noneMatch(sum -> slice.changesLate(adjoints.of(sum)));
        List<Statement> after = new ArrayList<>(slice.late());
        after.addAll(behind);
        return known ? Optional.of(new Cut(first, slice.early(), after)) : Optional.empty();
    }

    /** Whether a loop reads the sum of another, or two have one adjoint: then they cannot run backward in this order. */
    private boolean shareSums(List<Statement> loops) {
        for (Statement loop : loops) {
            Set<Variable> read = FreeVariables.of(List.of(loop));
            for (Statement other : loops) {
                if (other != loop
                        && reductions.sums(other).stream().anyMatch(sum -> read.contains(sum) || owns(loop, sum))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean owns(Statement loop, Variable sum) {
        return reductions.sums(loop).stream().anyMatch(each -> adjoints.of(each).equals(adjoints.of(sum)));
    }

    /** Whether the statement only forgets an adjoint. */
    private static boolean isZero(Statement statement) {
        return statement instanceof Explained explained
                ? explained.statements().stream().allMatch(FusedLoops::isZero)
                : statement instanceof Assign assign && Algebra.isZero(assign.value());
    }

    /** Whether a loop passes derivatives to what the straight code before it computes. */
    private boolean feedsLoops(List<Statement> loops, List<Statement> straight) {
        Set<Variable> defined = new HashSet<>();
        straight.forEach(each -> defined.addAll(Statements.declared(each)));
        defined.removeIf(each -> !adjoints.hasAdjoint(each));
        return loops.stream()
                .anyMatch(loop -> FreeVariables.of(List.of(loop)).stream()
                        .anyMatch(each -> defined.contains(each)
                                && !Statements.assigned(loop).contains(each)));
    }

    /** The loop with both sweeps in its body. */
    static Statement around(Statement loop, List<Statement> body) {
        if (loop instanceof For each) {
            return new For(each.init(), each.condition(), each.update(), Block.of(body), each.position());
        }
        return new While(Primal.transform(((While) loop).condition()), Block.of(body), Position.NONE);
    }

    /** The body of a loop without the statements that hand values to the next iteration. */
    static Block withoutCarries(Statement loop) {
        Block body = Reductions.body(loop);
        int carries = Reductions.carries(body).size();
        return Block.of(
                new ArrayList<>(body.statements().subList(0, body.statements().size() - carries)));
    }
}
