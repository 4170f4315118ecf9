package io.pathwise.samples.benchmarks.chain;

import io.pathwise.samples.benchmarks.peers.FinmathPeer;
import java.util.List;
import net.finmath.stochastic.RandomVariable;

/** {@link Chain} by finmath-lib. */
public final class ChainFinmath extends FinmathPeer {
    private static final int BATCH = 4096;

    private final List<RandomVariable> shocks;

    /** On one batch of paths. */
    public ChainFinmath() {
        this(new ChainBenchmark(BATCH));
    }

    private ChainFinmath(ChainBenchmark problem) {
        super(problem, problem.mu, problem.sigma, problem.start);
        shocks = noises(problem.normals);
    }

    @Override
    protected RandomVariable value(List<RandomVariable> parameters) {
        RandomVariable mu = parameters.get(0);
        RandomVariable sigma = parameters.get(1);
        RandomVariable x = parameters.get(2);
        for (RandomVariable shock : shocks) {
            x = x.sin().mult(mu).addProduct(sigma, shock).add(x.squared().add(1).log());
        }
        return x;
    }
}
