package io.pathwise.samples.benchmarks.exponentialsquared;

import io.pathwise.samples.benchmarks.peers.FinmathPeer;
import java.util.List;
import net.finmath.stochastic.RandomVariable;

/** {@link ExponentialSquared} by finmath-lib. */
public final class ExponentialSquaredFinmath extends FinmathPeer {
    private static final int BATCH = 1024;

    private final RandomVariable uniforms;

    /** On one batch of paths. */
    public ExponentialSquaredFinmath() {
        this(new ExponentialSquaredBenchmark(BATCH));
    }

    private ExponentialSquaredFinmath(ExponentialSquaredBenchmark problem) {
        super(problem, problem.mean);
        uniforms = noise(problem.uniforms);
    }

    @Override
    protected RandomVariable value(List<RandomVariable> parameters) {
        return parameters.get(0).mult(uniforms.apply(u -> -Math.log1p(-u))).squared();
    }
}
