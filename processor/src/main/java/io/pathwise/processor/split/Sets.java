package io.pathwise.processor.split;

import java.util.BitSet;
import java.util.stream.Stream;

/** Sets of variables by their numbers. */
final class Sets {
    private Sets() {}

    /** What is in both. */
    static BitSet and(BitSet first, BitSet second) {
        BitSet both = (BitSet) first.clone();
        both.and(second);
        return both;
    }

    /** What is in either. */
    static BitSet or(BitSet first, BitSet second) {
        BitSet either = (BitSet) first.clone();
        either.or(second);
        return either;
    }

    /** What is in the first only. */
    static BitSet minus(BitSet first, BitSet second) {
        BitSet rest = (BitSet) first.clone();
        rest.andNot(second);
        return rest;
    }

    /** What is in any. */
    static BitSet union(Stream<BitSet> sets) {
        BitSet union = new BitSet();
        sets.forEach(union::or);
        return union;
    }
}
