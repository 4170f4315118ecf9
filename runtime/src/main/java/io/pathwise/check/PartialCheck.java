package io.pathwise.check;

/**
 * One partial derivative on one path, computed in three ways.
 *
 * @param path the number of the path; −1 for the mean of many
 * @param parameter the name of the parameter
 * @param reverse by reverse mode
 * @param forward by forward mode
 * @param difference by differences at fixed noise; NaN if the function could not be evaluated
 * @param differenceError about how wrong the differences are; of a mean, the standard error of how far the derivative
 *     exceeds them
 * @param verdict what the comparison came to
 */
public record PartialCheck(
        long path,
        String parameter,
        double reverse,
        double forward,
        double difference,
        double differenceError,
        Verdict verdict) {
    private static final long MEAN = -1;

    static PartialCheck ofMean(String parameter, double derivative, double difference, double error, Verdict verdict) {
        return new PartialCheck(MEAN, parameter, derivative, derivative, difference, error, verdict);
    }

    /**
     * Tells whether it is about the mean over many paths, which is all that can be compared where derivatives pass through
     * draws of whole numbers.
     *
     * @return whether it is
     */
    public boolean isMean() {
        return path == MEAN;
    }
}
