package io.pathwise.samples.benchmarks;

import java.util.stream.DoubleStream;

/** The median, which one round that something disturbed does not change much. */
final class Median {
    private Median() {}

    /** The middle one of some numbers in order, or the mean of the middle two. */
    static double of(DoubleStream numbers) {
        double[] sorted = numbers.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
