package io.pathwise.samples.benchmarks.chain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.pathwise.samples.benchmarks.peers.TorchPeer;
import java.util.List;

/** {@link Chain} by PyTorch. */
public final class ChainTorch extends TorchPeer {
    private static final int BATCH = 65536;

    private final ChainBenchmark problem;
    private final List<NDArray> shocks;

    /** On one batch of paths. */
    public ChainTorch() {
        this(new ChainBenchmark(BATCH));
    }

    private ChainTorch(ChainBenchmark problem) {
        super(problem);
        this.problem = problem;
        shocks = noises(problem.normals);
    }

    @Override
    protected NDList parameters(NDManager scratch) {
        return numbers(scratch, problem.mu, problem.sigma, problem.start);
    }

    @Override
    protected NDArray value(NDList parameters) {
        NDArray mu = parameters.get(0);
        NDArray sigma = parameters.get(1);
        NDArray x = parameters.get(2);
        for (NDArray shock : shocks) {
            x = x.sin().mul(mu).add(sigma.mul(shock)).add(x.square().add(1.0).log());
        }
        return x.sum();
    }
}
