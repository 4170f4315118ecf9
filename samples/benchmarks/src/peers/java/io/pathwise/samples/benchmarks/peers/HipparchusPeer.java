package io.pathwise.samples.benchmarks.peers;

import io.pathwise.samples.benchmarks.Problem;
import org.hipparchus.analysis.differentiation.Gradient;

/** A problem written with the numbers of Hipparchus, which carry their partial derivatives with them. */
public abstract class HipparchusPeer implements Peer {
    private final Problem problem;

    /** A peer on the paths of the problem. */
    protected HipparchusPeer(Problem problem) {
        this.problem = problem;
    }

    /** The value on a path, and its partial derivatives in the order of the parameters. */
    protected abstract Gradient value(int path);

    @Override
    public final Problem problem() {
        return problem;
    }

    @Override
    public final int batch() {
        return 1;
    }

    @Override
    public final double[] gradient(int first) {
        Gradient value = value(first);
        double[] numbers = new double[1 + value.getFreeParameters()];
        numbers[0] = value.getValue();
        System.arraycopy(value.getGradient(), 0, numbers, 1, numbers.length - 1);
        return numbers;
    }
}
