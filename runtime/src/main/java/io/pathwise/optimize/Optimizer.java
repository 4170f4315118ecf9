package io.pathwise.optimize;

import io.pathwise.runtime.PathwiseFunction;
import java.util.Objects;

/**
 * The settings that all optimisers share. Instances are immutable: each setting returns a new one.
 *
 * @param <T> the optimiser itself
 */
public abstract sealed class Optimizer<T extends Optimizer<T>> permits Adam, StochasticGradientDescent {
    private static final int DEFAULT_STEPS = 1_000;
    private static final int DEFAULT_BATCH = 64;

    private final PathwiseFunction function;
    private final Objective objective;
    private long steps = DEFAULT_STEPS;
    private int batch = DEFAULT_BATCH;
    private long seed;
    private LearningRate learningRate;
    private double averagedShare;
    private Bounds bounds = Bounds.NONE;
    private StepListener listener = (step, parameters) -> {};

    Optimizer(PathwiseFunction function, Objective objective, LearningRate learningRate) {
        this.function = function;
        this.objective = objective;
        this.learningRate = learningRate;
    }

    Optimizer(Optimizer<T> other) {
        function = other.function;
        objective = other.objective;
        steps = other.steps;
        batch = other.batch;
        seed = other.seed;
        learningRate = other.learningRate;
        averagedShare = other.averagedShare;
        bounds = other.bounds;
        listener = other.listener;
    }

    /** Returns a copy that may be changed before anyone sees it. */
    abstract T copy();

    /** The same object as this base class sees it. */
    private Optimizer<T> settings(T copy) {
        return copy;
    }

    /** Returns how this optimiser turns gradients into steps. */
    abstract UpdateRule rule(int size);

    /**
     * Sets the number of steps.
     *
     * @param steps at least 1; 1,000 unless set
     * @return an optimiser with that setting
     * @throws IllegalArgumentException if the number is less than 1
     */
    public T steps(long steps) {
        Functions.requireAtLeastOne("steps", steps);
        T changed = copy();
        settings(changed).steps = steps;
        return changed;
    }

    /**
     * Sets the number of paths of each step.
     *
     * @param paths at least 1; 64 unless set
     * @return an optimiser with that setting
     * @throws IllegalArgumentException if the number is less than 1
     * @throws IllegalStateException if the objective is not a function, and so has batches of its own
     */
    public T batch(int paths) {
        Functions.requireAtLeastOne("batch", paths);
        requireFunction("batch");
        T changed = copy();
        settings(changed).batch = paths;
        return changed;
    }

    /**
     * Sets the seed of the noise. Equal seeds give equal results.
     *
     * @param seed any number
     * @return an optimiser with that setting
     * @throws IllegalStateException if the objective is not a function, and so has a seed of its own
     */
    public T seed(long seed) {
        requireFunction("seed");
        T changed = copy();
        settings(changed).seed = seed;
        return changed;
    }

    private void requireFunction(String setting) {
        if (function == null) {
            throw new IllegalStateException(
                    "set the " + setting + " where the objective is made, which has one of its own");
        }
    }

    /**
     * Sets a learning rate that stays the same.
     *
     * @param rate positive
     * @return an optimiser with that setting
     * @throws IllegalArgumentException if the rate is not positive and finite
     */
    public T learningRate(double rate) {
        return learningRate(LearningRate.constant(rate));
    }

    /**
     * Sets the learning rate.
     *
     * @param schedule the rate for each step
     * @return an optimiser with that setting
     */
    public T learningRate(LearningRate schedule) {
        T changed = copy();
        settings(changed).learningRate = Objects.requireNonNull(schedule, "schedule");
        return changed;
    }

    /**
     * Lets the result be the mean of the parameters after the last steps, which wavers less than those after the very last
     * (B. Polyak and A. Juditsky, Acceleration of stochastic approximation by averaging, SIAM Journal on Control and
     * Optimization 30, 1992).
     *
     * @param share the part of the steps to average over, from 0, which is the last one only, to less than 1
     * @return an optimiser with that setting
     * @throws IllegalArgumentException if the share is out of that range
     */
    public T averaging(double share) {
        Functions.requireShare("share", share);
        T changed = copy();
        settings(changed).averagedShare = share;
        return changed;
    }

    /**
     * Keeps the parameters between bounds: after each step, one that is beyond is moved to its bound.
     *
     * @param lower one for each parameter; minus infinity for none
     * @param upper one for each parameter, at least the lower; infinity for none
     * @return an optimiser with that setting
     * @throws IllegalArgumentException if the arrays differ in length, a bound is NaN, or bounds are in the wrong order
     */
    public T bounds(double[] lower, double[] upper) {
        T changed = copy();
        settings(changed).bounds = Bounds.of(lower, upper);
        return changed;
    }

    /**
     * Sets who is told of each step.
     *
     * @param listener replaces the one that was set before
     * @return an optimiser with that setting
     */
    public T listener(StepListener listener) {
        T changed = copy();
        settings(changed).listener = Objects.requireNonNull(listener, "listener");
        return changed;
    }

    /**
     * Looks for a minimum. If the thread is interrupted, the result so far is returned, marked as partial; the thread stays
     * interrupted.
     *
     * @param start where to begin
     * @return what was found
     * @throws IllegalArgumentException if the number of parameters or of bounds is wrong, or a parameter is not finite or out
     *     of bounds
     * @throws ArithmeticException if a value or a partial derivative is NaN or infinite
     */
    public Optimum minimize(double... start) {
        return descend(start, 1);
    }

    /**
     * Looks for a maximum, otherwise like {@link #minimize}.
     *
     * @param start where to begin
     * @return what was found
     * @throws IllegalArgumentException as by {@link #minimize}
     * @throws ArithmeticException if a value or a partial derivative is NaN or infinite
     */
    public Optimum maximize(double... start) {
        return descend(start, -1);
    }

    private Optimum descend(double[] start, int sign) {
        Objects.requireNonNull(start, "start");
        Objective goal = function == null ? objective : Objective.mean(function, batch, seed);
        Descent descent = new Descent(goal, sign, rule(start.length), learningRate, bounds);
        return descent.run(start, steps, averagedShare, listener);
    }
}
