package io.pathwise.processor.split;

import java.util.BitSet;

/**
 * Statements in a row that become a method.
 *
 * @param start index of the first
 * @param end index behind the last
 * @param exit how they are left
 * @param in the variables, by number, whose values they take
 * @param atEnd the variables whose values they leave at their end
 * @param atBreak the variables whose values they leave where they break out of the loop around them
 */
record Run(int start, int end, Exit exit, BitSet in, BitSet atEnd, BitSet atBreak) {
    /** The ways to leave a run. */
    enum Exit {
        /** At its end only. */
        COMPLETES,
        /** At its end, or out of the loop around it; its method tells which. */
        MAY_BREAK,
        /** With the method's result on every path. */
        RETURNS
    }

    /** The variables whose values are left in some place. */
    BitSet out() {
        return Sets.or(atEnd, atBreak);
    }
}
