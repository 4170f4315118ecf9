package io.pathwise.optimize;

/** How large the steps of an optimiser are, from the first to the last. */
@FunctionalInterface
public interface LearningRate {
    /**
     * Returns the learning rate of a step.
     *
     * @param step the number of the step, from 0
     * @param steps how many steps there are in all
     * @return the factor of the step, positive
     */
    double at(long step, long steps);

    /**
     * Returns a rate that stays.
     *
     * @param rate positive
     * @return the schedule
     * @throws IllegalArgumentException if the rate is not positive and finite
     */
    static LearningRate constant(double rate) {
        Functions.requirePositive("rate", rate);
        return (step, steps) -> rate;
    }

    /**
     * Returns a rate that falls as {@code first / (1 + step / halfLife)}, by which stochastic gradient descent converges (H.
     * Robbins and S. Monro, A stochastic approximation method, Annals of Mathematical Statistics 22, 1951).
     *
     * @param first the rate of the first step, positive
     * @param halfLife after how many steps it has halved, positive
     * @return the schedule
     * @throws IllegalArgumentException if a number is not positive and finite
     */
    static LearningRate inverseTime(double first, double halfLife) {
        Functions.requirePositive("first", first);
        Functions.requirePositive("halfLife", halfLife);
        return (step, steps) -> first / (1 + step / halfLife);
    }

    /**
     * Returns a rate that falls by the same factor in each step.
     *
     * @param first the rate of the first step, positive
     * @param last the rate after the last step, positive
     * @return the schedule
     * @throws IllegalArgumentException if a number is not positive and finite
     */
    static LearningRate exponential(double first, double last) {
        Functions.requirePositive("first", first);
        Functions.requirePositive("last", last);
        return (step, steps) -> first * Math.pow(last / first, (double) step / steps);
    }

    /**
     * Returns a rate that falls along half a cosine: slowly at first and in the end (I. Loshchilov and F. Hutter, SGDR, 2017).
     *
     * @param first the rate of the first step, positive
     * @param last the rate after the last step, positive
     * @return the schedule
     * @throws IllegalArgumentException if a number is not positive and finite
     */
    static LearningRate cosine(double first, double last) {
        Functions.requirePositive("first", first);
        Functions.requirePositive("last", last);
        return (step, steps) -> last + 0.5 * (first - last) * (1 + Math.cos(Math.PI * step / steps));
    }
}
