package io.pathwise.processor.split;

import java.util.BitSet;

/**
 * What a part does to variables that are carried in arrays: no argument and no result shows it. Sets hold numbers of
 * variables.
 *
 * @param in those whose values it takes
 * @param out those whose values it leaves
 */
record Effects(BitSet in, BitSet out) {
    static final Effects NONE = new Effects(new BitSet(), new BitSet());

    /** All variables that are concerned. */
    BitSet all() {
        return Sets.or(in, out);
    }
}
