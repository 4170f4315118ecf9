package io.pathwise.samples.benchmarks.chain;

import io.pathwise.samples.benchmarks.peers.HipparchusPeer;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link Chain} by Hipparchus. */
public final class ChainHipparchus extends HipparchusPeer {
    private final ChainBenchmark problem;

    /** On the problem's own paths. */
    public ChainHipparchus() {
        this(new ChainBenchmark());
    }

    private ChainHipparchus(ChainBenchmark problem) {
        super(problem);
        this.problem = problem;
    }

    @Override
    protected Gradient value(int path) {
        Gradient mu = Gradient.variable(3, 0, problem.mu);
        Gradient sigma = Gradient.variable(3, 1, problem.sigma);
        Gradient x = Gradient.variable(3, 2, problem.start);
        for (double shock : problem.normals[path]) {
            x = x.sin()
                    .multiply(mu)
                    .add(sigma.multiply(shock))
                    .add(x.multiply(x).add(1).log());
        }
        return x;
    }
}
