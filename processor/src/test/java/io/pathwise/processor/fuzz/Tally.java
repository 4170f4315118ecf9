package io.pathwise.processor.fuzz;

import java.util.EnumMap;
import java.util.Map;

/** How much was compared, so that a fuzzer that checks nothing is noticed. */
final class Tally {
    /** What became of a point or of a partial derivative. */
    enum Event {
        POINT,
        SOURCE_THROWS,
        VALUE_NOT_FINITE,
        MODES_COMPARED,
        ILL_CONDITIONED,
        NOT_FINITE,
        /** Partial derivatives that are not numbers meet an adjoint of zero: loud, and in the README's limits. */
        REVERSE_NAN,
        DIFFERENCES_COMPARED,
        NOT_SMOOTH
    }

    private final Map<Event, Integer> counts = new EnumMap<>(Event.class);

    void add(Event event) {
        counts.merge(event, 1, Integer::sum);
    }

    int of(Event event) {
        return counts.getOrDefault(event, 0);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
