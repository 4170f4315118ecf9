package io.pathwise.processor.split;

import java.util.BitSet;

/**
 * What a part does to variables that are carried in arrays: no argument and no result shows it. Sets hold numbers of
 * variables.
 *
 * @param in those whose values it takes
 * @param atEnd those whose values it leaves at its end
 * @param atBreak those whose values it leaves where it breaks out of the loop that its call stands in
 */
record Effects(BitSet in, BitSet atEnd, BitSet atBreak) {
    static final Effects NONE = new Effects(new BitSet(), new BitSet(), new BitSet());

    /** Those whose values it leaves in some place. */
    BitSet out() {
        return Sets.or(atEnd, atBreak);
    }

    /** All variables that are concerned. */
    BitSet all() {
        return Sets.or(in, out());
    }

    /** What two parts do one after the other. */
    Effects and(Effects other) {
        return new Effects(Sets.or(in, other.in), Sets.or(atEnd, other.atEnd), Sets.or(atBreak, other.atBreak));
    }
}
