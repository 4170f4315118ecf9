package io.pathwise.runtime;

import io.pathwise.runtime.special.GammaQuantile;
import io.pathwise.runtime.special.IncompleteGamma;

/**
 * Draws from the inverse gamma distribution, {@code z = scale / P⁻¹(shape, 1 − u)}, and the derivative in the shape;
 * called by generated code.
 */
public final class InverseGammaSampler {
    private InverseGammaSampler() {}

    /**
     * The draw, not negative; it overflows for very small shapes.
     *
     * @throws IllegalArgumentException if a parameter is not positive and finite
     */
    public static double value(double shape, double scale, double u) {
        Parameters.checkInverseGamma(shape, scale);
        return scale * Math.exp(-GammaQuantile.log(shape, 1 - u, u));
    }

    /**
     * ∂z/∂shape, not positive.
     *
     * @param z the draw
     */
    public static double shapePartial(double shape, double scale, double z) {
        if (z == 0 || z == Double.POSITIVE_INFINITY) {
            return -z;
        }
        double x = scale / z;
        return -z * IncompleteGamma.shapeSensitivity(shape, x, Math.log(x));
    }
}
