package io.pathwise.runtime.discrete;

/**
 * The categorical distribution: outcome k with probability q<sub>k</sub> = w<sub>k</sub> / W, where W is the sum of the
 * weights w.
 *
 * <p>Let k and m be successive outcomes of positive probability, and Q the cumulative probability of k. The boundary
 * between them moves by −∂Q/∂w<sub>i</sub> = (Q − [i ≤ k]) / W per unit of w<sub>i</sub>, and is attributed to both as
 * in {@link Boundaries}: weight (Q − [i ≤ k]) / (W (q<sub>k</sub> + q<sub>m</sub>)) for f(m) − f(k).
 *
 * <p>An outcome j of probability zero is no neighbour, but it becomes possible as its own w<sub>j</sub> grows. From
 * ∂q<sub>k</sub>/∂w<sub>j</sub> = ([k = j] − q<sub>k</sub>) / W follows ∂E[f(X)]/∂w<sub>j</sub> = E[f(j) − f(X)] / W: on
 * every path f(j) − f(X) counts with the weight 1 / W in the component j. The boundaries above would count the part of
 * this that comes from the outcomes of positive probability a second time, so they leave such components alone.
 */
public final class Categorical {
    private Categorical() {}

    /**
     * Checks the weights.
     *
     * @param weights the probabilities up to a common factor: finite, not negative, not all zero
     * @throws IllegalArgumentException if the weights are out of their range
     */
    public static void require(double[] weights) {
        checkedTotal(weights);
    }

    /**
     * Returns the outcome that a uniform number gives by inversion: the smallest k with u &lt; Q<sub>k</sub>.
     *
     * @param weights the probabilities up to a common factor: finite, not negative, not all zero
     * @param u uniform on (0, 1)
     * @return an index of the weights, never one of weight zero
     * @throws IllegalArgumentException if the weights are out of their range
     */
    public static int outcome(double[] weights, double u) {
        double target = u * checkedTotal(weights);
        double cumulative = 0;
        int outcome = -1;
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                // where rounding keeps the sum below the target, the last outcome of positive probability remains
                outcome = k;
                cumulative += weights[k];
                if (target < cumulative) {
                    return outcome;
                }
            }
        }
        return outcome;
    }

    /**
     * Chooses one alternative of an outcome: a neighbour, or an outcome of probability zero.
     *
     * @param weights the weights of the draw
     * @param outcome the outcome of the path
     * @param u uniform on (0, 1)
     * @return the alternative; the outcome itself if it is the only one there is
     */
    public static int neighbour(double[] weights, int outcome, double u) {
        double target = u * totalImportance(weights, outcome);
        double cumulative = 0;
        int chosen = outcome;
        for (int other = next(weights, outcome, outcome); other != outcome; other = next(weights, outcome, other)) {
            chosen = other;
            cumulative += importance(weights, outcome, other);
            if (target < cumulative) {
                return chosen;
            }
        }
        return chosen;
    }

    /**
     * Returns the derivative in one direction, with {@code f(neighbour) − f(outcome)} taken as 1, where {@link #neighbour}
     * has chosen.
     *
     * @param weights the weights of the draw
     * @param outcome the outcome of the path
     * @param neighbour the chosen alternative
     * @param tangents the direction, as long as the weights
     * @return the tangent, divided by the probability of the choice
     */
    public static double chosenTangent(double[] weights, int outcome, int neighbour, double[] tangents) {
        return neighbour == outcome
                ? 0
                : tangent(weights, outcome, neighbour, tangents) / probability(weights, outcome, neighbour);
    }

    /**
     * Adds the adjoints of the weights where {@link #neighbour} has chosen.
     *
     * @param weights the weights of the draw
     * @param outcome the outcome of the path
     * @param neighbour the chosen alternative
     * @param adjoint the adjoint times {@code f(neighbour) − f(outcome)}
     * @param adjoints to which the derivatives times that, divided by the probability of the choice, are added
     */
    public static void addChosen(double[] weights, int outcome, int neighbour, double adjoint, double[] adjoints) {
        if (neighbour != outcome) {
            add(weights, outcome, neighbour, adjoint / probability(weights, outcome, neighbour), adjoints);
        }
    }

    /**
     * Lists the alternatives of an outcome: begins with the outcome itself and ends with it.
     *
     * @param weights the weights of the draw
     * @param outcome the outcome of the path
     * @param previous the outcome itself, or the alternative that this method returned last
     * @return the next alternative; the outcome itself after the last
     */
    public static int next(double[] weights, int outcome, int previous) {
        for (int k = previous == outcome ? 0 : previous + 1; k < weights.length; k++) {
            if (isAlternative(weights, outcome, k)) {
                return k;
            }
        }
        return outcome;
    }

    /**
     * Returns the derivative in one direction, with {@code f(neighbour) − f(outcome)} taken as 1, where all alternatives
     * are taken.
     *
     * @param weights the weights of the draw
     * @param outcome the outcome of the path
     * @param neighbour the alternative with which the path is run again
     * @param tangents the direction, as long as the weights
     * @return the tangent
     */
    public static double tangent(double[] weights, int outcome, int neighbour, double[] tangents) {
        double total = total(weights);
        if (weights[neighbour] == 0) {
            return tangents[neighbour] / total;
        }
        double scale = scale(weights, outcome, neighbour);
        double below = below(weights, Math.min(outcome, neighbour)) / total;
        double tangent = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                tangent += (i <= Math.min(outcome, neighbour) ? below - 1 : below) * tangents[i];
            }
        }
        return scale * tangent;
    }

    /**
     * Adds the adjoints of the weights where all alternatives are taken.
     *
     * @param weights the weights of the draw
     * @param outcome the outcome of the path
     * @param neighbour the alternative with which the path is run again
     * @param adjoint the adjoint times {@code f(neighbour) − f(outcome)}
     * @param adjoints to which the derivatives times that are added
     */
    public static void add(double[] weights, int outcome, int neighbour, double adjoint, double[] adjoints) {
        double total = total(weights);
        if (weights[neighbour] == 0) {
            adjoints[neighbour] += adjoint / total;
            return;
        }
        double scaled = scale(weights, outcome, neighbour) * adjoint;
        double below = below(weights, Math.min(outcome, neighbour)) / total;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                adjoints[i] += (i <= Math.min(outcome, neighbour) ? below - 1 : below) * scaled;
            }
        }
    }

    /**
     * Returns the derivative of the logarithm of an outcome's probability in one direction; NaN in the direction of a weight
     * that is 0, as no score sees outcomes that are impossible.
     *
     * @param weights the weights of the draw
     * @param outcome the outcome of the path
     * @param tangents the direction, as long as the weights
     * @return the tangent
     */
    public static double scoreTangent(double[] weights, int outcome, double[] tangents) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] == 0 && tangents[i] != 0 ? Double.NaN : tangents[i];
        }
        return tangents[outcome] / weights[outcome] - sum / total(weights);
    }

    /**
     * Adds the derivatives of the logarithm of an outcome's probability; NaN for weights that are 0, as no score sees
     * outcomes that are impossible.
     *
     * @param weights the weights of the draw
     * @param outcome the outcome of the path
     * @param adjoint the adjoint of the logarithm
     * @param adjoints to which the derivatives times that are added
     */
    public static void addScore(double[] weights, int outcome, double adjoint, double[] adjoints) {
        adjoints[outcome] += adjoint / weights[outcome];
        double each = adjoint / total(weights);
        for (int i = 0; i < weights.length; i++) {
            adjoints[i] -= weights[i] == 0 ? Double.NaN : each;
        }
    }

    private static boolean isAlternative(double[] weights, int outcome, int other) {
        if (other == outcome) {
            return false;
        }
        int first = Math.min(outcome, other);
        int last = Math.max(outcome, other);
        for (int i = first + 1; i < last && weights[other] > 0; i++) {
            if (weights[i] > 0) {
                return false;
            }
        }
        return true;
    }

    /** Neighbours count by the largest component of their weights, relative to 1 / W; so do outcomes of weight zero. */
    private static double importance(double[] weights, int outcome, int other) {
        if (weights[other] == 0) {
            return 1.0 / weights.length;
        }
        double total = total(weights);
        double below = below(weights, Math.min(outcome, other)) / total;
        return Math.max(below, 1 - below) * total / (weights[outcome] + weights[other]);
    }

    private static double totalImportance(double[] weights, int outcome) {
        double importance = 0;
        for (int other = next(weights, outcome, outcome); other != outcome; other = next(weights, outcome, other)) {
            importance += importance(weights, outcome, other);
        }
        return importance;
    }

    private static double probability(double[] weights, int outcome, int other) {
        return importance(weights, outcome, other) / totalImportance(weights, outcome);
    }

    /** The boundary's weight but for its speed, as a factor of f(neighbour) − f(outcome). */
    private static double scale(double[] weights, int outcome, int neighbour) {
        double sum = weights[outcome] + weights[neighbour];
        return neighbour > outcome ? 1 / sum : -1 / sum;
    }

    private static double below(double[] weights, int last) {
        double sum = 0;
        for (int i = 0; i <= last; i++) {
            sum += weights[i];
        }
        return sum;
    }

    private static double total(double[] weights) {
        return below(weights, weights.length - 1);
    }

    private static double checkedTotal(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("categorical: a weight must not be negative, but is " + weight);
            }
            total += weight;
        }
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "categorical: the sum of the weights must be positive and finite, but is " + total);
        }
        return total;
    }
}
