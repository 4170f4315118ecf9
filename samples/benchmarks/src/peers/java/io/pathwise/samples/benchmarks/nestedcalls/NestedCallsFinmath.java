package io.pathwise.samples.benchmarks.nestedcalls;

import io.pathwise.samples.benchmarks.peers.FinmathPeer;
import java.util.List;
import net.finmath.stochastic.RandomVariable;

/** {@link NestedCalls} by finmath-lib. */
public final class NestedCallsFinmath extends FinmathPeer {
    private static final int BATCH = 4096;

    private final List<RandomVariable> shocks;

    /** On one batch of paths. */
    public NestedCallsFinmath() {
        this(new NestedCallsBenchmark(BATCH));
    }

    private NestedCallsFinmath(NestedCallsBenchmark problem) {
        super(problem, problem.start, problem.stiffness, problem.sharpness, problem.temperature);
        shocks = noises(problem.normals);
    }

    @Override
    protected RandomVariable value(List<RandomVariable> parameters) {
        RandomVariable x = parameters.get(0);
        RandomVariable stiffness = parameters.get(1);
        RandomVariable sharpness = parameters.get(2);
        RandomVariable temperature = parameters.get(3);
        for (RandomVariable shock : shocks) {
            x = step(x, stiffness, sharpness).addProduct(temperature, shock);
        }
        return x;
    }

    private static RandomVariable step(RandomVariable x, RandomVariable stiffness, RandomVariable sharpness) {
        return x.addProduct(force(x, stiffness, sharpness), 0.01);
    }

    private static RandomVariable force(RandomVariable x, RandomVariable stiffness, RandomVariable sharpness) {
        return stiffness.mult(-1).mult(x).mult(attenuation(sharpness.mult(x)));
    }

    private static RandomVariable attenuation(RandomVariable distance) {
        return softened(distance).add(1).invert();
    }

    private static RandomVariable softened(RandomVariable distance) {
        return energy(distance).add(1).sqrt();
    }

    private static RandomVariable energy(RandomVariable distance) {
        return distance.squared().mult(0.5);
    }
}
