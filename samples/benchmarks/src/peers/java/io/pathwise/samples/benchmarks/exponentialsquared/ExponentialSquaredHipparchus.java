package io.pathwise.samples.benchmarks.exponentialsquared;

import io.pathwise.samples.benchmarks.peers.HipparchusPeer;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link ExponentialSquared} by Hipparchus. */
public final class ExponentialSquaredHipparchus extends HipparchusPeer {
    private final ExponentialSquaredBenchmark problem;

    /** On the problem's own paths. */
    public ExponentialSquaredHipparchus() {
        this(new ExponentialSquaredBenchmark());
    }

    private ExponentialSquaredHipparchus(ExponentialSquaredBenchmark problem) {
        super(problem);
        this.problem = problem;
    }

    @Override
    protected Gradient value(int path) {
        Gradient x = Gradient.variable(1, 0, problem.mean).multiply(-Math.log1p(-problem.uniforms[path]));
        return x.multiply(x);
    }
}
