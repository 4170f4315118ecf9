package io.pathwise.samples.benchmarks.peers;

import io.pathwise.samples.benchmarks.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.finmath.montecarlo.RandomVariableFromDoubleArray;
import net.finmath.montecarlo.automaticdifferentiation.RandomVariableDifferentiable;
import net.finmath.montecarlo.automaticdifferentiation.backward.RandomVariableDifferentiableAADFactory;
import net.finmath.stochastic.RandomVariable;

/** A problem written with the random variables of finmath-lib, which are vectors of one number for each path. */
public abstract class FinmathPeer implements Peer {
    private final RandomVariableDifferentiableAADFactory factory = new RandomVariableDifferentiableAADFactory();
    private final Problem problem;
    private final double[] point;

    /**
     * A peer that takes all paths of the problem as one batch.
     *
     * @param point the parameters, in the order of the problem's partial derivatives
     */
    protected FinmathPeer(Problem problem, double... point) {
        this.problem = problem;
        this.point = point;
    }

    /** The value on every path. */
    protected abstract RandomVariable value(List<RandomVariable> parameters);

    @Override
    public final Problem problem() {
        return problem;
    }

    @Override
    public final int batch() {
        return problem.paths();
    }

    @Override
    public final double[] gradient(int first) {
        List<RandomVariable> parameters = Arrays.stream(point)
                .<RandomVariable>mapToObj(parameter -> factory.createRandomVariable(0, parameter))
                .toList();
        RandomVariableDifferentiable value = (RandomVariableDifferentiable) value(parameters);
        Map<Long, RandomVariable> derivatives = value.getGradient();
        double[] sums = new double[1 + point.length];
        sums[0] = sum(value);
        for (int i = 0; i < point.length; i++) {
            sums[1 + i] = sum(derivatives.get(((RandomVariableDifferentiable) parameters.get(i)).getID()));
        }
        return sums;
    }

    private double sum(RandomVariable variable) {
        return variable.getAverage() * batch();
    }

    /** Noise: one number for each path. */
    protected static RandomVariable noise(double[] numbers) {
        return new RandomVariableFromDoubleArray(0, numbers);
    }

    /** For each draw of a path, its noise on all paths. */
    protected static List<RandomVariable> noises(double[][] paths) {
        return Arrays.stream(Batches.transpose(paths)).map(FinmathPeer::noise).toList();
    }
}
