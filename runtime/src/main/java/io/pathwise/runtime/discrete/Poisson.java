package io.pathwise.runtime.discrete;

/**
 * The Poisson distribution: q<sub>k</sub> = e<sup>−mean</sup> mean<sup>k</sup> / k!.
 *
 * <p>By Q<sub>k</sub>′ = −q<sub>k</sub> the weight of the boundary between k and k+1 is (k+1) / (k+1+mean); see {@link
 * Boundaries}.
 */
public final class Poisson {
    private static final double LARGEST_MEAN = 1e9;

    private Poisson() {}

    /**
     * Checks the parameters.
     *
     * @param mean the mean, from 0 to 1e9
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static void require(double mean) {
        Arguments.requireBetween("poisson", "mean", 0, LARGEST_MEAN, mean);
    }

    /**
     * Returns the outcome that a uniform number gives by inversion: the smallest k with u &lt; Q<sub>k</sub>.
     *
     * @param mean the mean, from 0 to 1e9
     * @param u uniform on (0, 1)
     * @return the outcome, at least 0
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static int outcome(double mean, double u) {
        require(mean);
        return Inversion.outcome(mean, 1, 0, Math.exp(-mean), (int) mean, u);
    }

    /**
     * Returns the same with parameters that are out of their ranges moved to the ends. A path on which a draw takes an
     * outcome of probability zero, for a derivative from one side, may come where no path comes by itself.
     *
     * @param mean any number
     * @param u uniform on (0, 1)
     * @return the outcome
     */
    public static int boundedOutcome(double mean, double u) {
        return outcome(Math.min(Math.max(mean, 0), LARGEST_MEAN), u);
    }

    /**
     * Chooses one of the two neighbours of an outcome, in proportion to the sizes of their weights.
     *
     * @param mean the mean, from 0 to 1e9
     * @param outcome the outcome of the path
     * @param u uniform on (0, 1)
     * @return the neighbour; the outcome itself if no neighbour has a weight
     */
    public static int neighbour(double mean, int outcome, double u) {
        return Boundaries.neighbour(boundary(mean, outcome), boundary(mean, outcome - 1), outcome, u);
    }

    /**
     * Returns the weight of {@code f(neighbour) − f(outcome)} in the derivative where {@link #neighbour} has chosen.
     *
     * @param mean the mean, from 0 to 1e9
     * @param outcome the outcome of the path
     * @param neighbour the chosen one
     * @return the weight, divided by the probability of the choice; 0 if the neighbour is the outcome itself
     */
    public static double chosenWeight(double mean, int outcome, int neighbour) {
        return Boundaries.chosenWeight(boundary(mean, outcome), boundary(mean, outcome - 1), outcome, neighbour);
    }

    /**
     * Lists the neighbours of an outcome: begins with the outcome itself and ends with it.
     *
     * @param mean the mean, from 0 to 1e9
     * @param outcome the outcome of the path
     * @param previous the outcome itself, or the neighbour that this method returned last
     * @return the next neighbour with a weight; the outcome itself after the last
     */
    public static int next(double mean, int outcome, int previous) {
        return Boundaries.next(boundary(mean, outcome), boundary(mean, outcome - 1), outcome, previous);
    }

    /**
     * Returns the weight of {@code f(neighbour) − f(outcome)} in the derivative where all neighbours are taken.
     *
     * @param mean the mean, from 0 to 1e9
     * @param outcome the outcome of the path
     * @param neighbour the outcome with which the path is run again
     * @return the weight, per unit of mean
     */
    public static double weight(double mean, int outcome, int neighbour) {
        return Boundaries.weight(boundary(mean, outcome), boundary(mean, outcome - 1), outcome, neighbour);
    }

    /**
     * Returns the derivative of the logarithm of an outcome's probability.
     *
     * @param mean the mean, from 0 to 1e9
     * @param outcome the outcome
     * @return {@code outcome / mean − 1}; NaN where the mean is 0, as no score sees the outcomes that are impossible
     */
    public static double score(double mean, int outcome) {
        return mean == 0 ? Double.NaN : outcome / mean - 1;
    }

    /** The weight of the boundary above an outcome, 0 where there is none. */
    private static double boundary(double mean, int outcome) {
        double gained = outcome + 1.0;
        return gained == 0 ? 0 : gained / (gained + mean);
    }
}
