package io.pathwise.runtime.discrete;

/**
 * The binomial distribution, the number of successes in independent trials: q<sub>k</sub> = C(n, k) p<sup>k</sup> (1−p)<sup>n−k</sup>.
 *
 * <p>By Q<sub>k</sub>′ = −(n−k) q<sub>k</sub> / (1−p) the weight of the boundary between k and k+1 is (n−k) (k+1) / ((k+1) (1−p) +
 * (n−k) p); see {@link Boundaries}.
 */
public final class Binomial {
    private Binomial() {}

    /**
     * Checks the parameters.
     *
     * @param trials the number of trials n, at least 0
     * @param p the probability of success, from 0 to 1
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static void require(int trials, double p) {
        Arguments.requireAtLeast("binomial", "trials", 0, trials);
        Arguments.requireProbability("binomial", p);
    }

    /**
     * Returns the outcome that a uniform number gives by inversion: the smallest k with u &lt; Q<sub>k</sub>.
     *
     * @param trials the number of trials n, at least 0
     * @param p the probability of success, from 0 to 1
     * @param u uniform on (0, 1)
     * @return the outcome, from 0 to n
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static int outcome(int trials, double p, double u) {
        require(trials, p);
        if (p == 1) {
            return trials;
        }
        double none = Math.exp(trials * Math.log1p(-p));
        return Inversion.outcome(p / (1 - p), trials, -1, none, (int) (trials * p), u);
    }

    /**
     * Returns the same with parameters that are out of their ranges moved to the ends. A path on which a draw takes an
     * outcome of probability zero, for a derivative from one side, may come where no path comes by itself.
     *
     * @param trials any number
     * @param p any number
     * @param u uniform on (0, 1)
     * @return the outcome
     */
    public static int boundedOutcome(int trials, double p, double u) {
        return outcome(Math.max(trials, 0), Math.min(Math.max(p, 0), 1), u);
    }

    /**
     * Chooses one of the two neighbours of an outcome, in proportion to the sizes of their weights.
     *
     * @param trials the number of trials n, at least 0
     * @param p the probability of success, from 0 to 1
     * @param outcome the outcome of the path
     * @param u uniform on (0, 1)
     * @return the neighbour; the outcome itself if no neighbour has a weight
     */
    public static int neighbour(int trials, double p, int outcome, double u) {
        return Boundaries.neighbour(boundary(trials, p, outcome), boundary(trials, p, outcome - 1), outcome, u);
    }

    /**
     * Returns the weight of {@code f(neighbour) − f(outcome)} in the derivative where {@link #neighbour} has chosen.
     *
     * @param trials the number of trials n, at least 0
     * @param p the probability of success, from 0 to 1
     * @param outcome the outcome of the path
     * @param neighbour the chosen one
     * @return the weight, divided by the probability of the choice; 0 if the neighbour is the outcome itself
     */
    public static double chosenWeight(int trials, double p, int outcome, int neighbour) {
        return Boundaries.chosenWeight(
                boundary(trials, p, outcome), boundary(trials, p, outcome - 1), outcome, neighbour);
    }

    /**
     * Lists the neighbours of an outcome: begins with the outcome itself and ends with it.
     *
     * @param trials the number of trials n, at least 0
     * @param p the probability of success, from 0 to 1
     * @param outcome the outcome of the path
     * @param previous the outcome itself, or the neighbour that this method returned last
     * @return the next neighbour with a weight; the outcome itself after the last
     */
    public static int next(int trials, double p, int outcome, int previous) {
        return Boundaries.next(boundary(trials, p, outcome), boundary(trials, p, outcome - 1), outcome, previous);
    }

    /**
     * Returns the weight of {@code f(neighbour) − f(outcome)} in the derivative where all neighbours are taken.
     *
     * @param trials the number of trials n, at least 0
     * @param p the probability of success, from 0 to 1
     * @param outcome the outcome of the path
     * @param neighbour the outcome with which the path is run again
     * @return the weight, per unit of p
     */
    public static double weight(int trials, double p, int outcome, int neighbour) {
        return Boundaries.weight(boundary(trials, p, outcome), boundary(trials, p, outcome - 1), outcome, neighbour);
    }

    /**
     * Returns the derivative of the logarithm of an outcome's probability.
     *
     * @param trials the number of trials n, at least 0
     * @param p the probability of success, from 0 to 1
     * @param outcome the outcome
     * @return {@code outcome / p − (trials − outcome) / (1 − p)}; NaN where p is 0 or 1, as no score sees the
     *     outcomes that are impossible
     */
    public static double score(int trials, double p, int outcome) {
        if (trials > 0 && (p == 0 || p == 1)) {
            return Double.NaN;
        }
        double successes = outcome == 0 ? 0 : outcome / p;
        double failures = outcome == trials ? 0 : (trials - outcome) / (1 - p);
        return successes - failures;
    }

    /** The weight of the boundary above an outcome, 0 where there is none. */
    private static double boundary(int trials, double p, int outcome) {
        double left = (double) trials - outcome;
        double gained = outcome + 1.0;
        return left == 0 || gained == 0 ? 0 : left * gained / (gained * (1 - p) + left * p);
    }
}
