package io.pathwise.optimize;

import io.pathwise.runtime.PathwiseFunction;
import java.util.Objects;

/**
 * Steps whose size adapts to each parameter: D. Kingma and J. Ba, Adam: A Method for Stochastic Optimization, 2015. A step
 * of a parameter is at most about the learning rate, whatever the scale of the objective.
 *
 * <pre>{@code
 * Optimum optimum = Adam.of(function).learningRate(0.01).batch(64).steps(1_000).seed(1).minimize(0.5, 0.2);
 * }</pre>
 */
public final class Adam extends Optimizer<Adam> {
    private static final double DEFAULT_RATE = 0.001;

    private double firstDecay = 0.9;
    private double secondDecay = 0.999;
    private double epsilon = 1e-8;

    private Adam(PathwiseFunction function, Objective objective) {
        super(function, objective, LearningRate.constant(DEFAULT_RATE));
    }

    private Adam(Adam other) {
        super(other);
        firstDecay = other.firstDecay;
        secondDecay = other.secondDecay;
        epsilon = other.epsilon;
    }

    /**
     * Returns an optimiser of the mean of a function, with the authors' settings: learning rate 0.001, decay rates 0.9 and
     * 0.999, ε 1e-8.
     *
     * @param function whose mean to optimise
     * @return the optimiser
     */
    public static Adam of(PathwiseFunction function) {
        return new Adam(Objects.requireNonNull(function, "function"), null);
    }

    /**
     * Returns an optimiser of an objective, with the authors' settings: learning rate 0.001, decay rates 0.9 and 0.999, ε
     * 1e-8.
     *
     * @param objective what to optimise
     * @return the optimiser
     */
    public static Adam of(Objective objective) {
        return new Adam(null, Objects.requireNonNull(objective, "objective"));
    }

    /**
     * Sets how fast earlier gradients are forgotten.
     *
     * @param first the decay rate of the mean of gradients, from 0 to less than 1
     * @param second the decay rate of the mean of their squares, from 0 to less than 1
     * @return an optimiser with that setting
     * @throws IllegalArgumentException if a rate is out of that range
     */
    public Adam decayRates(double first, double second) {
        Functions.requireShare("first", first);
        Functions.requireShare("second", second);
        Adam changed = copy();
        changed.firstDecay = first;
        changed.secondDecay = second;
        return changed;
    }

    /**
     * Sets what is added to the root of the mean square, which bounds the steps along parameters with tiny gradients.
     *
     * @param epsilon positive
     * @return an optimiser with that setting
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public Adam epsilon(double epsilon) {
        Functions.requirePositive("epsilon", epsilon);
        Adam changed = copy();
        changed.epsilon = epsilon;
        return changed;
    }

    @Override
    Adam copy() {
        return new Adam(this);
    }

    @Override
    UpdateRule rule(int size) {
        return new AdamRule(size, firstDecay, secondDecay, epsilon);
    }
}
