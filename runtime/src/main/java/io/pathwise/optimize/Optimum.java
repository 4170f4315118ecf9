package io.pathwise.optimize;

import java.util.List;

/** What an optimiser found. */
public final class Optimum {
    private final List<String> parameterNames;
    private final double[] parameters;
    private final List<Step> history;
    private final boolean isPartial;

    Optimum(List<String> parameterNames, double[] parameters, List<Step> history, boolean isPartial) {
        this.parameterNames = parameterNames;
        this.parameters = parameters;
        this.history = List.copyOf(history);
        this.isPartial = isPartial;
    }

    /**
     * Returns the parameters.
     *
     * @return those after the last step, or the mean of those after the last steps if averaging was chosen
     */
    public double[] parameters() {
        return parameters.clone();
    }

    /**
     * Returns one of the parameters.
     *
     * @param name its name
     * @return its value
     * @throws IllegalArgumentException if there is no such parameter
     */
    public double parameter(String name) {
        int index = parameterNames.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no parameter " + name);
        }
        return parameters[index];
    }

    /**
     * Returns all steps.
     *
     * @return an unmodifiable list, in order
     */
    public List<Step> history() {
        return history;
    }

    /**
     * Returns the mean of the estimated objective over the last steps, which is less noisy than that of one.
     *
     * @param steps how many, at least 1; if there are fewer, all
     * @return the mean; NaN if no step was made
     * @throws IllegalArgumentException if the number of steps is less than 1
     */
    public double recentValue(int steps) {
        Functions.requireAtLeastOne("steps", steps);
        return history.stream()
                .skip(Math.max(0, history.size() - steps))
                .mapToDouble(Step::value)
                .average()
                .orElse(Double.NaN);
    }

    /**
     * Tells whether the optimisation was interrupted, so that it made fewer steps than asked for.
     *
     * @return whether it was
     */
    public boolean isPartial() {
        return isPartial;
    }
}
