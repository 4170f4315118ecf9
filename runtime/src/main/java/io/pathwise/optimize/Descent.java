package io.pathwise.optimize;

import java.util.ArrayList;
import java.util.List;

/** One optimisation from start to end. */
final class Descent {
    private final Objective objective;
    private final int sign;
    private final UpdateRule rule;
    private final LearningRate learningRate;
    private final Bounds bounds;

    Descent(Objective objective, int sign, UpdateRule rule, LearningRate learningRate, Bounds bounds) {
        this.objective = objective;
        this.sign = sign;
        this.rule = rule;
        this.learningRate = learningRate;
        this.bounds = bounds;
    }

    Optimum run(double[] start, long steps, double averagedShare, StepListener listener) {
        requireStart(start);
        double[] parameters = start.clone();
        double[] gradient = new double[start.length];
        List<Step> history = new ArrayList<>();
        Average average = new Average(start.length);
        long firstAveraged = steps - (long) Math.ceil(averagedShare * steps);
        long number = 0;
        while (number < steps && !Thread.currentThread().isInterrupted()) {
            Step step = step(number, steps, parameters, gradient);
            history.add(step);
            if (number >= firstAveraged) {
                average.add(parameters);
            }
            listener.stepped(step, parameters.clone());
            number++;
        }
        double[] result = average.isEmpty() ? parameters : average.mean();
        return new Optimum(objective.parameterNames(), result, history, number < steps);
    }

    private Step step(long number, long steps, double[] parameters, double[] gradient) {
        double value = objective.evaluate(number, parameters, gradient);
        requireFinite(number, "the value", value);
        double squares = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (!Double.isFinite(gradient[i])) {
                requireFinite(number, "∂/∂" + objective.parameterNames().get(i), gradient[i]);
            }
            squares += gradient[i] * gradient[i];
            gradient[i] *= sign;
        }
        double rate = learningRate.at(number, steps);
        rule.step(parameters, gradient, rate);
        bounds.clamp(parameters);
        return new Step(number, value, Math.sqrt(squares), rate);
    }

    private void requireFinite(long number, String what, double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("step " + number + " of " + objective.name() + ": " + what + " is " + value
                    + "; a smaller learning rate or bounds may help");
        }
    }

    private void requireStart(double[] start) {
        int size = objective.parameterNames().size();
        if (start.length != size) {
            throw new IllegalArgumentException(
                    objective.name() + " has " + size + " parameters, but the start has " + start.length);
        }
        for (int i = 0; i < size; i++) {
            if (!Double.isFinite(start[i])) {
                throw new IllegalArgumentException(objective.name() + ": the start of "
                        + objective.parameterNames().get(i) + " must be finite, but is " + start[i]);
            }
        }
        bounds.requireContain(start);
    }

    /** The running mean of parameters. */
    private static final class Average {
        private final double[] mean;
        private long count;

        Average(int size) {
            mean = new double[size];
        }

        void add(double[] parameters) {
            count++;
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (parameters[i] - mean[i]) / count;
            }
        }

        boolean isEmpty() {
            return count == 0;
        }

        double[] mean() {
            return mean;
        }
    }
}
