package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a statement may concern an element that an earlier execution of a statement concerned. Each way in which the
 * executions may follow each other, in the same iteration of all loops around both or in a later iteration of one of them,
 * gives equations and inequalities between indices, counters and bounds; the way is closed if they contradict each other
 * (Banerjee, Dependence Analysis, 1997).
 */
final class ElementDependence {
    private final SettledNumbers settled;

    ElementDependence(SettledNumbers settled) {
        this.settled = settled;
    }

    /**
     * Whether the second may concern an element after the first did.
     *
     * @param follows whether the second comes after the first in one iteration of all loops around both
     * @param isRenewed whether each iteration of a loop has arrays of its own
     * @param rowsDiffer whether rows with different indices are different arrays
     */
    boolean mayFollow(
            Access first, Access second, boolean follows, Predicate<Place.Loop> isRenewed, boolean rowsDiffer) {
        int common = first.place().commonLoops(second.place());
        for (int shared = 0; shared < common; shared++) {
            Place.Loop differing = first.place().loops().get(shared);
            if (!isRenewed.test(differing) && mayMeet(first, second, shared, rowsDiffer)) {
                return true;
            }
        }
        return follows && mayMeet(first, second, common, rowsDiffer);
    }

    /**
     * Whether both may concern one element where the second runs in a later iteration of the first loop that they do not
     * share.
     */
    private boolean mayMeet(Access first, Access second, int shared, boolean rowsDiffer) {
        if (!first.isElement() || !second.isElement()) {
            return true;
        }
        ExecutionFacts earlier = new ExecutionFacts(first.place(), settled, shared, false);
        ExecutionFacts later = new ExecutionFacts(second.place(), settled, shared, true);
        WholeConstraints constraints = new WholeConstraints();
        if (!addIndices(earlier, first.indices(), later, second.indices(), rowsDiffer, constraints)) {
            return true;
        }
        earlier.addTo(constraints);
        later.addTo(constraints);
        if (shared < first.place().commonLoops(second.place())) {
            addOrder(first.place().loops().get(shared), earlier, later, constraints);
        }
        return !constraints.areContradictory();
    }

    /** Equates the indices; {@code false} if nothing is known of them. */
    private static boolean addIndices(
            ExecutionFacts earlier,
            List<Expression> first,
            ExecutionFacts later,
            List<Expression> second,
            boolean rowsDiffer,
            WholeConstraints constraints) {
        boolean all = rowsDiffer && first.size() == second.size();
        int compared = all ? first.size() : 1;
        boolean known = false;
        for (int i = 1; i <= compared; i++) {
            Affine one = earlier.of(first.get(first.size() - i));
            Affine other = later.of(second.get(second.size() - i));
            known |= isKnown(one) && isKnown(other);
            constraints.equal(one, other);
        }
        return known;
    }

    private static boolean isKnown(Affine index) {
        return index.coefficients().keySet().stream().noneMatch(each -> each.kind() == Unknown.Kind.OTHER);
    }

    private static void addOrder(
            Place.Loop loop, ExecutionFacts earlier, ExecutionFacts later, WholeConstraints constraints) {
        loop.counted().ifPresent(counted -> {
            Affine before = earlier.counter(loop);
            Affine after = later.counter(loop);
            if (counted.isUpward()) {
                constraints.less(before, after);
            } else {
                constraints.less(after, before);
            }
        });
    }
}
