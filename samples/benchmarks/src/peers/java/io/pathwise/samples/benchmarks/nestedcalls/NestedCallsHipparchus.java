package io.pathwise.samples.benchmarks.nestedcalls;

import io.pathwise.samples.benchmarks.peers.HipparchusPeer;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link NestedCalls} by Hipparchus. */
public final class NestedCallsHipparchus extends HipparchusPeer {
    private final NestedCallsBenchmark problem;

    /** On the problem's own paths. */
    public NestedCallsHipparchus() {
        this(new NestedCallsBenchmark());
    }

    private NestedCallsHipparchus(NestedCallsBenchmark problem) {
        super(problem);
        this.problem = problem;
    }

    @Override
    protected Gradient value(int path) {
        Gradient x = Gradient.variable(4, 0, problem.start);
        Gradient stiffness = Gradient.variable(4, 1, problem.stiffness);
        Gradient sharpness = Gradient.variable(4, 2, problem.sharpness);
        Gradient temperature = Gradient.variable(4, 3, problem.temperature);
        for (double shock : problem.normals[path]) {
            x = step(x, stiffness, sharpness).add(temperature.multiply(shock));
        }
        return x;
    }

    private static Gradient step(Gradient x, Gradient stiffness, Gradient sharpness) {
        return x.add(force(x, stiffness, sharpness).multiply(0.01));
    }

    private static Gradient force(Gradient x, Gradient stiffness, Gradient sharpness) {
        return stiffness.negate().multiply(x).multiply(attenuation(sharpness.multiply(x)));
    }

    private static Gradient attenuation(Gradient distance) {
        return softened(distance).add(1).reciprocal();
    }

    private static Gradient softened(Gradient distance) {
        return energy(distance).add(1).sqrt();
    }

    private static Gradient energy(Gradient distance) {
        return distance.multiply(distance).multiply(0.5);
    }
}
