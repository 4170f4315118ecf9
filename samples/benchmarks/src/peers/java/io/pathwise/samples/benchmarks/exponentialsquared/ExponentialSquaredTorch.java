package io.pathwise.samples.benchmarks.exponentialsquared;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.pathwise.samples.benchmarks.peers.TorchPeer;

/** {@link ExponentialSquared} by PyTorch. */
public final class ExponentialSquaredTorch extends TorchPeer {
    private static final int BATCH = 65536;

    private final ExponentialSquaredBenchmark problem;
    private final NDArray uniforms;

    /** On one batch of paths. */
    public ExponentialSquaredTorch() {
        this(new ExponentialSquaredBenchmark(BATCH));
    }

    private ExponentialSquaredTorch(ExponentialSquaredBenchmark problem) {
        super(problem);
        this.problem = problem;
        uniforms = noise(problem.uniforms);
    }

    @Override
    protected NDList parameters(NDManager scratch) {
        return numbers(scratch, problem.mean);
    }

    /** The Deep Java Library has no {@code log1p}. */
    @Override
    protected NDArray value(NDList parameters) {
        NDArray mean = parameters.get(0);
        NDArray survival = mean.getManager().create(1.0).sub(uniforms);
        return mean.mul(survival.log().neg()).square().sum();
    }
}
