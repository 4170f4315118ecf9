package io.pathwise;

/**
 * How derivatives pass through draws of whole numbers, whose outcomes jump where ordinary draws move.
 *
 * <p>All strategies are unbiased: the mean of the estimates over many paths is the derivative of the mean. They differ in
 * their variance and in their cost; {@code io.pathwise.runtime.discrete.Boundaries} derives them. The annotation of a method chooses for all of its draws, {@code
 * Sampler.poisson(mean, Discrete.COUPLED_ALL)} for one.
 */
public enum Discrete {
    /**
     * One draw of the path, chosen at random, takes an alternative outcome, and the rest of the path is run again on the
     * same noise. Costs a gradient and about one more value however many draws there are, and one more uniform number.
     */
    COUPLED,

    /**
     * Every draw of the path takes each of its alternative outcomes in turn. Least variance; costs a gradient and one or
     * two more values for each draw.
     */
    COUPLED_ALL,

    /**
     * The value times the derivative of the logarithm of the outcomes' probabilities. No further run of the path, but
     * mostly much more variance. A baseline, given as the last argument and near the mean of the value, reduces it.
     */
    SCORE_FUNCTION
}
