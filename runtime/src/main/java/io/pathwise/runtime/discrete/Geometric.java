package io.pathwise.runtime.discrete;

/**
 * The geometric distribution, the number of failures before the first success: q<sub>k</sub> = p (1−p)<sup>k</sup>.
 *
 * <p>By Q<sub>k</sub>′ = (k+1) (1−p)<sup>k</sup> the weight of the boundary between k and k+1 is −(k+1) / (p (2−p)); see {@link
 * Boundaries}.
 */
public final class Geometric {
    private static final double LEAST = 1e-6;

    private Geometric() {}

    /**
     * Checks the parameters.
     *
     * @param p the probability of success, greater than 0 and at most 1
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static void require(double p) {
        Arguments.requirePositiveProbability("geometric", p);
    }

    /**
     * Returns the outcome that a uniform number gives by inversion: the smallest k with u &lt; Q<sub>k</sub>.
     *
     * @param p the probability of success, greater than 0 and at most 1
     * @param u uniform on (0, 1)
     * @return the outcome, at least 0
     * @throws IllegalArgumentException if a parameter is out of its range
     * @throws ArithmeticException if the outcome does not fit into an {@code int}, which takes p below 2e-8
     */
    public static int outcome(double p, double u) {
        require(p);
        double failures = Math.floor(Math.log1p(-u) / Math.log1p(-p));
        if (failures > Integer.MAX_VALUE - 1) {
            throw new ArithmeticException("geometric: the outcome for p = " + p + " is no int");
        }
        return (int) failures;
    }

    /**
     * Returns the same with parameters that are out of their ranges moved to the ends. A path on which a draw takes an
     * outcome of probability zero, for a derivative from one side, may come where no path comes by itself.
     *
     * @param p any number
     * @param u uniform on (0, 1)
     * @return the outcome
     */
    public static int boundedOutcome(double p, double u) {
        return outcome(Math.min(Math.max(p, LEAST), 1), u);
    }

    /**
     * Chooses one of the two neighbours of an outcome, in proportion to the sizes of their weights.
     *
     * @param p the probability of success, greater than 0 and at most 1
     * @param outcome the outcome of the path
     * @param u uniform on (0, 1)
     * @return the neighbour; the outcome itself if no neighbour has a weight
     */
    public static int neighbour(double p, int outcome, double u) {
        return Boundaries.neighbour(boundary(p, outcome), boundary(p, outcome - 1), outcome, u);
    }

    /**
     * Returns the weight of {@code f(neighbour) − f(outcome)} in the derivative where {@link #neighbour} has chosen.
     *
     * @param p the probability of success, greater than 0 and at most 1
     * @param outcome the outcome of the path
     * @param neighbour the chosen one
     * @return the weight, divided by the probability of the choice; 0 if the neighbour is the outcome itself
     */
    public static double chosenWeight(double p, int outcome, int neighbour) {
        return Boundaries.chosenWeight(boundary(p, outcome), boundary(p, outcome - 1), outcome, neighbour);
    }

    /**
     * Lists the neighbours of an outcome: begins with the outcome itself and ends with it.
     *
     * @param p the probability of success, greater than 0 and at most 1
     * @param outcome the outcome of the path
     * @param previous the outcome itself, or the neighbour that this method returned last
     * @return the next neighbour with a weight; the outcome itself after the last
     */
    public static int next(double p, int outcome, int previous) {
        return Boundaries.next(boundary(p, outcome), boundary(p, outcome - 1), outcome, previous);
    }

    /**
     * Returns the weight of {@code f(neighbour) − f(outcome)} in the derivative where all neighbours are taken.
     *
     * @param p the probability of success, greater than 0 and at most 1
     * @param outcome the outcome of the path
     * @param neighbour the outcome with which the path is run again
     * @return the weight, per unit of p
     */
    public static double weight(double p, int outcome, int neighbour) {
        return Boundaries.weight(boundary(p, outcome), boundary(p, outcome - 1), outcome, neighbour);
    }

    /**
     * Returns the derivative of the logarithm of an outcome's probability.
     *
     * @param p the probability of success, greater than 0 and at most 1
     * @param outcome the outcome
     * @return {@code 1 / p − outcome / (1 − p)}; NaN where p is 1, as no score sees the
     *     outcomes that are impossible
     */
    public static double score(double p, int outcome) {
        return p == 1 ? Double.NaN : 1 / p - outcome / (1 - p);
    }

    /** The weight of the boundary above an outcome, 0 where there is none. */
    private static double boundary(double p, int outcome) {
        return -(outcome + 1.0) / (p * (2 - p));
    }
}
