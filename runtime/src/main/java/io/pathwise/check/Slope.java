package io.pathwise.check;

/**
 * A slope with an estimate of its error.
 *
 * @param value the slope; NaN if the function could not be evaluated
 * @param error about how wrong it is; infinite if there is nothing to judge it by
 */
record Slope(double value, double error) {
    static final Slope UNKNOWN = new Slope(Double.NaN, Double.POSITIVE_INFINITY);

    boolean isKnown() {
        return Double.isFinite(value) && Double.isFinite(error);
    }
}
