package io.pathwise.optimize;

import io.pathwise.runtime.PathwiseFunction;
import java.util.Objects;

/**
 * Steps against the gradient of a batch of paths, with momentum if wanted.
 *
 * <pre>{@code
 * Optimum optimum = StochasticGradientDescent.of(function).learningRate(LearningRate.inverseTime(0.1, 100))
 *         .batch(64).steps(1_000).seed(1).minimize(0.5, 0.2);
 * }</pre>
 */
public final class StochasticGradientDescent extends Optimizer<StochasticGradientDescent> {
    private static final double DEFAULT_RATE = 0.01;

    private double momentum;

    private StochasticGradientDescent(PathwiseFunction function, Objective objective) {
        super(function, objective, LearningRate.constant(DEFAULT_RATE));
    }

    private StochasticGradientDescent(StochasticGradientDescent other) {
        super(other);
        momentum = other.momentum;
    }

    /**
     * Returns an optimiser of the mean of a function, with learning rate 0.01 and no momentum.
     *
     * @param function whose mean to optimise
     * @return the optimiser
     */
    public static StochasticGradientDescent of(PathwiseFunction function) {
        return new StochasticGradientDescent(Objects.requireNonNull(function, "function"), null);
    }

    /**
     * Returns an optimiser of an objective, with learning rate 0.01 and no momentum.
     *
     * @param objective what to optimise
     * @return the optimiser
     */
    public static StochasticGradientDescent of(Objective objective) {
        return new StochasticGradientDescent(null, Objects.requireNonNull(objective, "objective"));
    }

    /**
     * Lets each step continue part of the step before: {@code velocity ← momentum · velocity + gradient}, {@code parameters
     * ← parameters − rate · velocity} (B. Polyak, Some methods of speeding up the convergence of iteration methods, 1964).
     *
     * @param momentum from 0 to less than 1, such as 0.9
     * @return an optimiser with that setting
     * @throws IllegalArgumentException if the momentum is out of that range
     */
    public StochasticGradientDescent momentum(double momentum) {
        Functions.requireShare("momentum", momentum);
        StochasticGradientDescent changed = copy();
        changed.momentum = momentum;
        return changed;
    }

    @Override
    StochasticGradientDescent copy() {
        return new StochasticGradientDescent(this);
    }

    @Override
    UpdateRule rule(int size) {
        double[] velocity = new double[size];
        double kept = momentum;
        return (parameters, gradient, learningRate) -> {
            for (int i = 0; i < size; i++) {
                velocity[i] = kept * velocity[i] + gradient[i];
                parameters[i] -= learningRate * velocity[i];
            }
        };
    }
}
