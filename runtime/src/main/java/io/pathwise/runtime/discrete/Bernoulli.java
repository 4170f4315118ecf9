package io.pathwise.runtime.discrete;

/**
 * The Bernoulli distribution: 1 with probability p, else 0.
 *
 * <p>Its single boundary moves by one per unit of p between two outcomes of total probability one: the estimate f(1) − f(0)
 * is the same on both; see {@link Boundaries}.
 */
public final class Bernoulli {
    private Bernoulli() {}

    /**
     * Checks the parameters.
     *
     * @param p the probability of 1, from 0 to 1
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static void require(double p) {
        Arguments.requireProbability("bernoulli", p);
    }

    /**
     * Returns the outcome that a uniform number gives by inversion, the outcome 1 first: so {@code u < p} is the same draw.
     *
     * @param p the probability of 1, from 0 to 1
     * @param u uniform on (0, 1)
     * @return 1 where u is below p, else 0
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static int outcome(double p, double u) {
        require(p);
        return u < p ? 1 : 0;
    }

    /**
     * Returns the outcome that stands for the comparison {@code u < p}, which any p allows.
     *
     * @param p the probability of 1; NaN if it is unknown
     * @param u uniform on (0, 1)
     * @return 1 where u is below p, else 0, also where p is NaN
     */
    public static int below(double p, double u) {
        return u < p ? 1 : 0;
    }

    /**
     * Returns the outcome that stands for the comparison {@code u > p}, which any p allows.
     *
     * @param p the probability of 1; NaN if it is unknown
     * @param u uniform on (0, 1)
     * @return 0 where u is above p, else 1, also where p is NaN
     */
    public static int notAbove(double p, double u) {
        return u > p ? 0 : 1;
    }

    /**
     * Returns the outcome with parameters that are out of their ranges moved to the ends. A path on which a draw takes an
     * outcome of probability zero, for a derivative from one side, may come where no path comes by itself.
     *
     * @param p any number
     * @param u uniform on (0, 1)
     * @return the outcome
     */
    public static int boundedOutcome(double p, double u) {
        if (Double.isNaN(p)) {
            require(p);
        }
        // No uniform number is below 0 or above 1, so that the comparison needs no bounds.
        return u < p ? 1 : 0;
    }

    /**
     * Returns the other outcome, the only one there is to choose.
     *
     * @param p the probability of 1, from 0 to 1
     * @param outcome the outcome of the path
     * @param u uniform on (0, 1)
     * @return the other outcome
     */
    public static int neighbour(double p, int outcome, double u) {
        return 1 - outcome;
    }

    /**
     * Returns the weight of {@code f(neighbour) − f(outcome)} in the derivative where {@link #neighbour} has chosen.
     *
     * @param p the probability of 1, from 0 to 1
     * @param outcome the outcome of the path
     * @param neighbour the chosen one
     * @return 1 or −1: the estimate is {@code f(1) − f(0)}
     */
    public static double chosenWeight(double p, int outcome, int neighbour) {
        return neighbour - outcome;
    }

    /**
     * Lists the neighbours of an outcome: begins with the outcome itself and ends with it.
     *
     * @param p the probability of 1, from 0 to 1
     * @param outcome the outcome of the path
     * @param previous the outcome itself, or the neighbour that this method returned last
     * @return the next neighbour with a weight; the outcome itself after the last
     */
    public static int next(double p, int outcome, int previous) {
        return previous == outcome ? 1 - outcome : outcome;
    }

    /**
     * Returns the weight of {@code f(neighbour) − f(outcome)} in the derivative where all neighbours are taken.
     *
     * @param p the probability of 1, from 0 to 1
     * @param outcome the outcome of the path
     * @param neighbour the outcome with which the path is run again
     * @return the weight, per unit of p
     */
    public static double weight(double p, int outcome, int neighbour) {
        return neighbour - outcome;
    }

    /**
     * Returns the derivative of the logarithm of an outcome's probability.
     *
     * @param p the probability of 1, from 0 to 1
     * @param outcome the outcome
     * @return {@code 1 / p} or {@code −1 / (1 − p)}; NaN where p is 0 or 1, as no score sees the outcome that is impossible
     */
    public static double score(double p, int outcome) {
        if (p == 0 || p == 1) {
            return Double.NaN;
        }
        return outcome == 1 ? 1 / p : -1 / (1 - p);
    }
}
