package io.pathwise.runtime;

/**
 * The normalization of logarithms of weights, {@code exp(score(i)) / Σ exp(score(j))}, without overflow; called by
 * generated code.
 */
public final class Softmax {
    /** What stands for an infinite score: it outweighs every other, and still may be multiplied by zero. */
    private static final double LARGEST = 1e200;

    private Softmax() {}

    /**
     * The logarithm of the sum of the scores' exponentials, which all scores less it sum to 1 by.
     *
     * @param scores at least one, all finite
     */
    public static double logSum(double[] scores) {
        double highest = scores[0];
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - highest);
        }
        return highest + Math.log(sum);
    }

    /**
     * Writes the partial derivatives of {@link #logSum} in the scores, {@code exp(score(i)) / Σ exp(score(j))}.
     *
     * @param scores at least one, all finite
     * @param partials is written to
     */
    public static void logSumPartials(double[] scores, double[] partials) {
        double logSum = logSum(scores);
        for (int i = 0; i < scores.length; i++) {
            partials[i] = Math.exp(scores[i] - logSum);
        }
    }

    /** The score itself, or a finite one as good as an infinite one. */
    static double bounded(double score) {
        return Double.isInfinite(score) ? Math.copySign(LARGEST, score) : score;
    }

    /** Whether the score stands for an infinite one. */
    static boolean isBound(double score) {
        return Math.abs(score) >= LARGEST;
    }
}
