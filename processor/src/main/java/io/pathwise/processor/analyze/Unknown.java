package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression.Length;

/**
 * A whole number that is not known while the program is compiled.
 *
 * @param kind what it is
 * @param of the loop, variable or expression that has it
 * @param later whether it is that of the later one of two executions, where they may differ
 */
record Unknown(Kind kind, Object of, boolean later) {
    /** What has the number. */
    enum Kind {
        /** The counter of a loop; the loop is told by its number. */
        COUNTER,
        /** How often the counter of a loop has changed; the loop is told by its number. */
        STEPS,
        /** An expression of variables that get their values once. */
        VALUE,
        /** Anything else, which is equal to nothing but itself. */
        OTHER
    }

    /** The least that it can be: a length is not negative. */
    long least() {
        return of instanceof Length ? 0 : Integer.MIN_VALUE;
    }

    /** A number of which nothing is known. */
    static Unknown other() {
        return new Unknown(Kind.OTHER, new Object(), false);
    }
}
