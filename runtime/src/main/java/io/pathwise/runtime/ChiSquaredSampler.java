package io.pathwise.runtime;

import io.pathwise.runtime.special.GammaQuantile;

/**
 * Draws from the chi-squared distribution, a gamma variate of shape {@code degreesOfFreedom / 2} and scale 2, and the
 * derivative in the degrees of freedom; called by generated code.
 */
public final class ChiSquaredSampler {
    private ChiSquaredSampler() {}

    /**
     * The draw, not negative.
     *
     * @throws IllegalArgumentException if the parameter is not positive and finite
     */
    public static double value(double degreesOfFreedom, double u) {
        Parameters.checkChiSquared(degreesOfFreedom);
        return 2 * Math.exp(GammaQuantile.log(0.5 * degreesOfFreedom, u, 1 - u));
    }

    /**
     * ∂z/∂degreesOfFreedom, not negative.
     *
     * @param z the draw
     */
    public static double degreesOfFreedomPartial(double degreesOfFreedom, double z) {
        return 0.5 * GammaSampler.shapePartial(0.5 * degreesOfFreedom, 2, z);
    }
}
