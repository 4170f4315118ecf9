package io.pathwise.samples.benchmarks.peers;

import io.pathwise.samples.benchmarks.Problem;

/** The gradient of a problem by another library, one batch of paths at a time. */
public interface Peer extends AutoCloseable {
    /** The problem, which has the same paths. */
    Problem problem();

    /** The number of paths of a batch, which divides the number of paths of the problem. */
    int batch();

    /**
     * Computes one batch.
     *
     * @param first the first path of the batch
     * @return the value, followed by the partial derivatives, each summed over the paths of the batch
     */
    double[] gradient(int first);

    @Override
    default void close() {}
}
