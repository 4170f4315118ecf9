package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.peers.Peer;

/** Whether another library computes the same gradient. */
final class PeerAgreement {
    private static final double TOLERANCE = 1e-9;

    private PeerAgreement() {}

    /**
     * Compares value and partial derivatives, summed over each batch.
     *
     * @throws IllegalStateException if two of them differ by more than 1e-9, relative to the larger one where it exceeds
     *     1
     */
    static void require(String name, Peer peer) {
        for (int first = 0; first < peer.problem().paths(); first += peer.batch()) {
            Agreement.requireEqual(
                    name + ", paths from " + first,
                    expert(peer.problem(), first, peer.batch()),
                    "the peer",
                    peer.gradient(first),
                    TOLERANCE);
        }
    }

    private static double[] expert(Problem problem, int first, int batch) {
        double[] sums = problem.expertAt(first);
        for (int path = first + 1; path < first + batch; path++) {
            double[] numbers = problem.expertAt(path);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += numbers[i];
            }
        }
        return sums;
    }
}
