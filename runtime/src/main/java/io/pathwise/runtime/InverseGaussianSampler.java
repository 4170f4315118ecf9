package io.pathwise.runtime;

import io.pathwise.runtime.special.InverseGaussianQuantile;

/**
 * Draws from the inverse Gaussian distribution by inversion, and the derivatives, which are closed forms in the draw and
 * the normal distribution; called by generated code.
 */
public final class InverseGaussianSampler {
    /** From this ratio of shape to mean on, a rounded draw has lost too much of its distance from the mean. */
    private static final double NARROW = 100;

    private InverseGaussianSampler() {}

    /**
     * The draw, positive.
     *
     * @throws IllegalArgumentException if a parameter is not positive and finite
     */
    public static double value(double mean, double shape, double u) {
        Parameters.checkInverseGaussian(mean, shape);
        return mean * Math.exp(InverseGaussianQuantile.log(shape / mean, u));
    }

    /**
     * ∂z/∂mean, not negative.
     *
     * @param z the draw
     */
    public static double meanPartial(double mean, double shape, double z) {
        return z == Double.POSITIVE_INFINITY ? z : InverseGaussianQuantile.meanSensitivity(shape / mean, z / mean);
    }

    /**
     * ∂z/∂shape.
     *
     * @param z the draw
     */
    public static double shapePartial(double mean, double shape, double u, double z) {
        if (z == 0 || z == Double.POSITIVE_INFINITY) {
            return -z;
        }
        double ratio = shape / mean;
        double complement = ratio < NARROW ? (mean - z) / mean : -Math.expm1(InverseGaussianQuantile.log(ratio, u));
        return InverseGaussianQuantile.shapeSensitivity(ratio, z / mean, complement);
    }
}
