package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Whether a statement may concern an element that an earlier execution of a statement concerned. Each way in which the
 * executions may follow each other, in the same iteration of all loops around both or in a later iteration of one of them,
 * gives equations and inequalities between indices, counters and bounds; the way is closed if they contradict each other
 * (Banerjee, Dependence Analysis, 1997).
 */
final class ElementDependence {
    private final SettledNumbers settled;
    private final Map<Place, Map<Role, ExecutionFacts>> facts = new IdentityHashMap<>();

    /**
     * Which of two executions one is.
     *
     * @param shared how many of the loops from the outside are in the same iteration in both
     * @param later whether this is the later one
     */
    private record Role(int shared, boolean later) {}

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
        try {
            return !first.isElement() || !second.isElement() || meet(first, second, shared, rowsDiffer);
        } catch (ArithmeticException beyondLong) {
            return true;
        }
    }

    private boolean meet(Access first, Access second, int shared, boolean rowsDiffer) {
        ExecutionFacts earlier = facts(first.place(), shared, false);
        ExecutionFacts later = facts(second.place(), shared, true);
        WholeConstraints constraints = indices(earlier, first.indices(), later, second.indices(), rowsDiffer);
        constraints.addAll(earlier.known());
        constraints.addAll(later.known());
        if (shared < first.place().commonLoops(second.place())) {
            addOrder(first.place().loops().get(shared), earlier, later, constraints);
        }
        return !constraints.areContradictory();
    }

    private ExecutionFacts facts(Place place, int shared, boolean later) {
        return facts.computeIfAbsent(place, each -> new HashMap<>())
                .computeIfAbsent(new Role(shared, later), each -> new ExecutionFacts(place, settled, shared, later));
    }

    /** The equations of the indices, of the last ones only where rows may be the same. */
    private static WholeConstraints indices(
            ExecutionFacts earlier,
            List<Expression> first,
            ExecutionFacts later,
            List<Expression> second,
            boolean rowsDiffer) {
        int compared = rowsDiffer && first.size() == second.size() ? first.size() : 1;
        WholeConstraints equations = new WholeConstraints();
        for (int i = 1; i <= compared; i++) {
            Affine one = earlier.ofIndex(first.get(first.size() - i));
            Affine other = later.ofIndex(second.get(second.size() - i));
            equations.equal(one, other);
        }
        return equations;
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
