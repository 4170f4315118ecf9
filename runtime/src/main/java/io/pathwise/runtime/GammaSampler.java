package io.pathwise.runtime;

import io.pathwise.runtime.special.GammaQuantile;
import io.pathwise.runtime.special.IncompleteGamma;

/**
 * Draws from the gamma distribution by inversion, {@code z = scale · P⁻¹(shape, u)}, and the derivative in the shape;
 * called by generated code. P is the regularized incomplete gamma function; the derivative is {@code −scale (∂P/∂shape)
 * / (∂P/∂x)} at {@code x = z / scale}.
 */
public final class GammaSampler {
    private GammaSampler() {}

    /**
     * The draw, not negative; it underflows to 0 for very small shapes.
     *
     * @throws IllegalArgumentException if a parameter is not positive and finite
     */
    public static double value(double shape, double scale, double u) {
        Parameters.checkGamma(shape, scale);
        return scale * Math.exp(GammaQuantile.log(shape, u, 1 - u));
    }

    /**
     * ∂z/∂shape, not negative.
     *
     * @param z the draw
     */
    public static double shapePartial(double shape, double scale, double z) {
        if (z == 0 || z == Double.POSITIVE_INFINITY) {
            return z;
        }
        double x = z / scale;
        return z * IncompleteGamma.shapeSensitivity(shape, x, Math.log(x));
    }
}
