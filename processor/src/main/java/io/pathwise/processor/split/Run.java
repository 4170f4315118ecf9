package io.pathwise.processor.split;

import java.util.BitSet;

/**
 * Statements in a row that become a method.
 *
 * @param start index of the first
 * @param end index behind the last
 * @param leaves whether they end with the method's result on every path
 * @param in the variables, by number, whose values they take
 * @param out the variables whose values they leave
 */
record Run(int start, int end, boolean leaves, BitSet in, BitSet out) {}
