package io.pathwise.montecarlo;

/**
 * A confidence interval.
 *
 * @param lower its lower end
 * @param upper its upper end
 */
public record Interval(double lower, double upper) {
    /**
     * Tells whether a number lies in the interval.
     *
     * @param number any number
     * @return whether it is neither below nor above
     */
    public boolean contains(double number) {
        return lower <= number && number <= upper;
    }
}
