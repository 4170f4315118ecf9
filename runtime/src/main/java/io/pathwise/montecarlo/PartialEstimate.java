package io.pathwise.montecarlo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What some blocks of the paths of an estimate yielded. Partial estimates of different blocks are merged in any order and
 * grouping, on one machine or many; once all blocks are there, the estimate is bit for bit the same. Instances are
 * immutable. Their size does not depend on the number of paths, except for its logarithm.
 */
public final class PartialEstimate implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Identity identity;
    private final ArrayList<Node> nodes;

    private PartialEstimate(Identity identity, List<Node> nodes) {
        this.identity = identity;
        this.nodes = new ArrayList<>(nodes);
    }

    static PartialEstimate empty(Identity identity) {
        return new PartialEstimate(identity, List.of());
    }

    /** Runs blocks in order. A null ends the run early. */
    static PartialEstimate run(Identity identity, long firstBlock, long endBlock, LongFunction<Tally> runner) {
        List<Node> nodes = new ArrayList<>();
        for (long block = firstBlock; block < endBlock; block++) {
            Tally tally = runner.apply(block);
            if (tally == null) {
                break;
            }
            Node.append(nodes, new Node(block, 0, tally));
        }
        return new PartialEstimate(identity, nodes);
    }

    /**
     * Returns the estimate's part that consists of the blocks of this and of another part.
     *
     * @param other has other blocks of the same estimate
     * @return both parts as one
     * @throws IllegalArgumentException if the parts have blocks in common, or differ in function, parameters, seed, or the
     *     way the noise is drawn
     */
    public PartialEstimate merge(PartialEstimate other) {
        if (identity != other.identity && !identity.equals(other.identity)) {
            throw new IllegalArgumentException("the partial estimates are of different estimates: of " + identity.name()
                    + " with seed " + identity.seed() + " and of " + other.identity.name() + " with seed "
                    + other.identity.seed() + ", or at different parameters, or with different noise");
        }
        return new PartialEstimate(identity, Node.merge(nodes, other.nodes));
    }

    /**
     * Returns the number of paths that ran.
     *
     * @return the number, at least 0
     */
    public long paths() {
        return nodes.stream().mapToLong(node -> node.tally().paths()).sum();
    }

    /**
     * Returns the estimate from these paths alone. Of no paths it is NaN.
     *
     * @return the estimate, which is not marked as partial
     */
    public Estimate toEstimate() {
        return Estimate.of(identity, tally(), false);
    }

    Estimate toEstimate(boolean isPartial) {
        return Estimate.of(identity, tally(), isPartial);
    }

    private Tally tally() {
        return nodes.stream().map(Node::tally).reduce(Tally::merge).orElseGet(this::nothing);
    }

    private Tally nothing() {
        Moments[] moments = new Moments[identity.scheme().replicates()];
        int controls = identity.controlMeans().size();
        for (int i = 0; i < moments.length; i++) {
            moments[i] = new Moments(1 + identity.parameterNames().size() + controls, controls);
        }
        return new Tally(0, moments, Extremes.NONE, Skipped.NONE);
    }
}
