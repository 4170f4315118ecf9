package io.pathwise.runtime.discrete;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A distribution at a parameter, with its probabilities and their derivatives from textbook formulas. */
interface Distribution {
    /** The outcomes are those below this number; all others have no probability that a double could tell from 0. */
    int count();

    double probability(int k);

    double probabilityDerivative(int k);

    int outcome(double u);

    int neighbour(int k, double u);

    double chosenWeight(int k, int other);

    int next(int k, int previous);

    double weight(int k, int other);

    double score(int k);

    /** Whether outcomes with a derivative have probability zero, so that the score function cannot see them. */
    default boolean isAtTheEdge() {
        return IntStream.range(0, count()).anyMatch(k -> probability(k) == 0 && probabilityDerivative(k) != 0);
    }

    /** The outcomes in the order in which they follow each other on (0, 1). */
    default int[] order() {
        return IntStream.range(0, count()).toArray();
    }

    default double derivative(IntToDoubleFunction f) {
        return IntStream.range(0, count())
                .mapToDouble(k -> probabilityDerivative(k) * f.applyAsDouble(k))
                .sum();
    }
}
