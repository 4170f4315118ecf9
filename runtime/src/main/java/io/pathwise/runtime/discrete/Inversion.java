package io.pathwise.runtime.discrete;

/**
 * Inverts the distributions on 0, 1, 2, … whose probabilities satisfy q(k+1) / q(k) = c (m + d k) / (k + 1): Poisson, binomial
 * and negative binomial (the class of Panjer 1981).
 */
final class Inversion {
    private static final double SMALLEST_START = 1e-250;
    private static final double NEGLIGIBLE = 1e-20;

    private Inversion() {}

    /**
     * The smallest k with u &lt; Q(k).
     *
     * @param factor c
     * @param shape m
     * @param slope d: −1, 0 or 1
     * @param first the probability of 0, possibly rounded to 0
     * @param mode an outcome near the most probable one
     * @param u uniform on (0, 1)
     */
    static int outcome(double factor, double shape, int slope, double first, int mode, double u) {
        if (first > SMALLEST_START) {
            return search(factor, shape, slope, 0, first, mode, u);
        }
        return searchAroundMode(factor, shape, slope, mode, u);
    }

    private static double ratio(double factor, double shape, int slope, int outcome) {
        return factor * (shape + (double) slope * outcome) / (outcome + 1.0);
    }

    /** Where rounding keeps the sum below u, the first outcome that adds nothing more ends the search. */
    private static int search(
            double factor, double shape, int slope, int start, double probability, int mode, double target) {
        int outcome = start;
        double q = probability;
        double cumulative = q;
        while (target >= cumulative) {
            q *= ratio(factor, shape, slope, outcome);
            if (outcome >= mode && cumulative + q == cumulative) {
                return outcome;
            }
            outcome++;
            cumulative += q;
        }
        return outcome;
    }

    /** All probabilities relative to that of the mode: their sum replaces the normalising constant. */
    private static int searchAroundMode(double factor, double shape, int slope, int mode, double u) {
        int start = mode;
        double first = 1;
        double total = 1;
        while (start > 0 && first > NEGLIGIBLE) {
            first /= ratio(factor, shape, slope, start - 1);
            start--;
            total += first;
        }
        double q = 1;
        for (int k = mode; q > NEGLIGIBLE; k++) {
            q *= ratio(factor, shape, slope, k);
            total += q;
        }
        return search(factor, shape, slope, start, first, mode, u * total);
    }
}
