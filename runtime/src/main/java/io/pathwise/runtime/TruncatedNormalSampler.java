package io.pathwise.runtime;

import io.pathwise.runtime.special.TruncatedNormalQuantile;

/**
 * Draws from the normal distribution on condition that the draw lies in an interval, by inversion, and the derivatives
 * {@code −(∂F/∂θ) / (∂F/∂z)} of its distribution function F; called by generated code.
 */
public final class TruncatedNormalSampler {
    private TruncatedNormalSampler() {}

    /**
     * The draw, between the ends.
     *
     * @throws IllegalArgumentException if the mean is not finite, the standard deviation not positive and finite, an end
     *     NaN, or {@code lower} not less than {@code upper}
     */
    public static double value(double mean, double standardDeviation, double lower, double upper, double u) {
        Parameters.checkTruncatedNormal(mean, standardDeviation, lower, upper);
        return TruncatedNormalQuantile.value(mean, standardDeviation, lower, upper, u, 1 - u);
    }

    /**
     * ∂z/∂mean.
     *
     * @param z the draw
     */
    public static double meanPartial(
            double mean, double standardDeviation, double lower, double upper, double u, double z) {
        return TruncatedNormalQuantile.meanSensitivity(
                (lower - mean) / standardDeviation,
                (upper - mean) / standardDeviation,
                u,
                1 - u,
                (z - mean) / standardDeviation,
                (z - lower) / standardDeviation,
                (upper - z) / standardDeviation);
    }

    /**
     * ∂z/∂standardDeviation.
     *
     * @param z the draw
     */
    public static double standardDeviationPartial(
            double mean, double standardDeviation, double lower, double upper, double u, double z) {
        return TruncatedNormalQuantile.scaleSensitivity(
                (lower - mean) / standardDeviation,
                (upper - mean) / standardDeviation,
                u,
                1 - u,
                (z - mean) / standardDeviation,
                (z - lower) / standardDeviation,
                (upper - z) / standardDeviation);
    }

    /**
     * ∂z/∂lower: 1 − u times the density at {@code lower} over that at the draw.
     *
     * @param z the draw
     */
    public static double lowerPartial(double mean, double standardDeviation, double lower, double u, double z) {
        return u < 1 ? (1 - u) * densityRatio(mean, standardDeviation, lower, z) : 0;
    }

    /**
     * ∂z/∂upper: u times the density at {@code upper} over that at the draw.
     *
     * @param z the draw
     */
    public static double upperPartial(double mean, double standardDeviation, double upper, double u, double z) {
        return u > 0 ? u * densityRatio(mean, standardDeviation, upper, z) : 0;
    }

    private static double densityRatio(double mean, double standardDeviation, double end, double z) {
        double sum = (z - mean + (end - mean)) / standardDeviation;
        return Double.isInfinite(end) ? 0 : Math.exp(0.5 * ((z - end) / standardDeviation) * sum);
    }
}
