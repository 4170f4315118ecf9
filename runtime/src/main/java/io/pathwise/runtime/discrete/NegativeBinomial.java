package io.pathwise.runtime.discrete;

/**
 * The negative binomial distribution, the number of failures before the r-th success: q<sub>k</sub> = C(k+r−1, k)
 * p<sup>r</sup> (1−p)<sup>k</sup>.
 *
 * <p>By Q<sub>k</sub>′ = (r+k) q<sub>k</sub> / p the weight of the boundary between k and k+1 is −(r+k) (k+1) / (p (k+1 + (r+k)
 * (1−p))); see {@link Boundaries}.
 */
public final class NegativeBinomial {
    private static final double LARGEST_MEAN = 1e8;
    private static final double LEAST = 1e-6;

    private NegativeBinomial() {}

    /**
     * Checks the parameters.
     *
     * @param successes the number of successes r, at least 1
     * @param p the probability of success, greater than 0 and at most 1
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static void require(int successes, double p) {
        Arguments.requireAtLeast("negativeBinomial", "successes", 1, successes);
        Arguments.requirePositiveProbability("negativeBinomial", p);
    }

    /**
     * Returns the outcome that a uniform number gives by inversion: the smallest k with u &lt; Q<sub>k</sub>.
     *
     * @param successes the number of successes r, at least 1
     * @param p the probability of success, greater than 0 and at most 1
     * @param u uniform on (0, 1)
     * @return the outcome, at least 0
     * @throws IllegalArgumentException if a parameter is out of its range
     * @throws ArithmeticException if outcomes may not fit into an {@code int}: their mean is above 1e8
     */
    public static int outcome(int successes, double p, double u) {
        require(successes, p);
        double mean = successes * (1 - p) / p;
        if (mean > LARGEST_MEAN) {
            throw new ArithmeticException("negativeBinomial: the outcome for p = " + p + " may be no int");
        }
        double none = Math.exp(successes * Math.log(p));
        int mode = (int) ((successes - 1) * (1 - p) / p);
        return Inversion.outcome(1 - p, successes, 1, none, mode, u);
    }

    /**
     * Returns the same with parameters that are out of their ranges moved to the ends. A path on which a draw takes an
     * outcome of probability zero, for a derivative from one side, may come where no path comes by itself.
     *
     * @param successes any number
     * @param p any number
     * @param u uniform on (0, 1)
     * @return the outcome
     */
    public static int boundedOutcome(int successes, double p, double u) {
        return outcome(Math.max(successes, 1), Math.min(Math.max(p, LEAST), 1), u);
    }

    /**
     * Chooses one of the two neighbours of an outcome, in proportion to the sizes of their weights.
     *
     * @param successes the number of successes r, at least 1
     * @param p the probability of success, greater than 0 and at most 1
     * @param outcome the outcome of the path
     * @param u uniform on (0, 1)
     * @return the neighbour; the outcome itself if no neighbour has a weight
     */
    public static int neighbour(int successes, double p, int outcome, double u) {
        return Boundaries.neighbour(boundary(successes, p, outcome), boundary(successes, p, outcome - 1), outcome, u);
    }

    /**
     * Returns the weight of {@code f(neighbour) − f(outcome)} in the derivative where {@link #neighbour} has chosen.
     *
     * @param successes the number of successes r, at least 1
     * @param p the probability of success, greater than 0 and at most 1
     * @param outcome the outcome of the path
     * @param neighbour the chosen one
     * @return the weight, divided by the probability of the choice; 0 if the neighbour is the outcome itself
     */
    public static double chosenWeight(int successes, double p, int outcome, int neighbour) {
        return Boundaries.chosenWeight(
                boundary(successes, p, outcome), boundary(successes, p, outcome - 1), outcome, neighbour);
    }

    /**
     * Lists the neighbours of an outcome: begins with the outcome itself and ends with it.
     *
     * @param successes the number of successes r, at least 1
     * @param p the probability of success, greater than 0 and at most 1
     * @param outcome the outcome of the path
     * @param previous the outcome itself, or the neighbour that this method returned last
     * @return the next neighbour with a weight; the outcome itself after the last
     */
    public static int next(int successes, double p, int outcome, int previous) {
        return Boundaries.next(boundary(successes, p, outcome), boundary(successes, p, outcome - 1), outcome, previous);
    }

    /**
     * Returns the weight of {@code f(neighbour) − f(outcome)} in the derivative where all neighbours are taken.
     *
     * @param successes the number of successes r, at least 1
     * @param p the probability of success, greater than 0 and at most 1
     * @param outcome the outcome of the path
     * @param neighbour the outcome with which the path is run again
     * @return the weight, per unit of p
     */
    public static double weight(int successes, double p, int outcome, int neighbour) {
        return Boundaries.weight(
                boundary(successes, p, outcome), boundary(successes, p, outcome - 1), outcome, neighbour);
    }

    /**
     * Returns the derivative of the logarithm of an outcome's probability.
     *
     * @param successes the number of successes r, at least 1
     * @param p the probability of success, greater than 0 and at most 1
     * @param outcome the outcome
     * @return {@code successes / p − outcome / (1 − p)}; NaN where p is 1, as no score sees the
     *     outcomes that are impossible
     */
    public static double score(int successes, double p, int outcome) {
        return p == 1 ? Double.NaN : successes / p - outcome / (1 - p);
    }

    /** The weight of the boundary above an outcome, 0 where there is none. */
    private static double boundary(int successes, double p, int outcome) {
        double gained = outcome + 1.0;
        double drawn = (double) successes + outcome;
        return gained == 0 ? 0 : -drawn * gained / (p * (gained + drawn * (1 - p)));
    }
}
