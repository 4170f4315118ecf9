package io.pathwise.optimize;

/**
 * Is told of each step, on the thread that optimises. An exception that it throws ends the optimisation; to end it with the
 * parameters so far, interrupt the current thread.
 */
@FunctionalInterface
public interface StepListener {
    /**
     * Called after each step.
     *
     * @param step the step
     * @param parameters those after the step, a copy
     */
    void stepped(Step step, double[] parameters);
}
