package io.pathwise.processor.program;

/** How derivatives pass through draws of whole numbers; named as the values of {@code io.pathwise.Discrete}. */
public enum DiscreteStrategy {
    /** One alternative outcome of one draw, chosen at random. */
    COUPLED,
    /** Every alternative outcome of every draw. */
    COUPLED_ALL,
    /** The value times the derivative of the logarithm of the probability. */
    SCORE_FUNCTION
}
