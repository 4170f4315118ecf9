package io.pathwise.samples.benchmarks.nestedcalls;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.pathwise.samples.benchmarks.peers.TorchPeer;
import java.util.List;

/** {@link NestedCalls} by PyTorch. */
public final class NestedCallsTorch extends TorchPeer {
    private static final int BATCH = 16384;

    private final NestedCallsBenchmark problem;
    private final List<NDArray> shocks;

    /** On one batch of paths. */
    public NestedCallsTorch() {
        this(new NestedCallsBenchmark(BATCH));
    }

    private NestedCallsTorch(NestedCallsBenchmark problem) {
        super(problem);
        this.problem = problem;
        shocks = noises(problem.normals);
    }

    @Override
    protected NDList parameters(NDManager scratch) {
        return numbers(scratch, problem.start, problem.stiffness, problem.sharpness, problem.temperature);
    }

    @Override
    protected NDArray value(NDList parameters) {
        NDArray x = parameters.get(0);
        NDArray stiffness = parameters.get(1);
        NDArray sharpness = parameters.get(2);
        NDArray temperature = parameters.get(3);
        for (NDArray shock : shocks) {
            x = step(x, stiffness, sharpness).add(temperature.mul(shock));
        }
        return x.sum();
    }

    private static NDArray step(NDArray x, NDArray stiffness, NDArray sharpness) {
        return x.add(force(x, stiffness, sharpness).mul(0.01));
    }

    private static NDArray force(NDArray x, NDArray stiffness, NDArray sharpness) {
        return stiffness.neg().mul(x).mul(attenuation(sharpness.mul(x)));
    }

    private static NDArray attenuation(NDArray distance) {
        NDArray one = distance.getManager().create(1.0);
        return one.div(softened(distance).add(1.0));
    }

    private static NDArray softened(NDArray distance) {
        return energy(distance).add(1.0).sqrt();
    }

    private static NDArray energy(NDArray distance) {
        return distance.square().mul(0.5);
    }
}
