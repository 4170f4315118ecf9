package io.pathwise.runtime;

import io.pathwise.runtime.special.VonMisesQuantile;

/**
 * Draws from the von Mises distribution on {@code [mean − π, mean + π]} by inversion, and the derivative {@code
 * −(∂F/∂concentration) / (∂F/∂z)} of its distribution function F; called by generated code.
 */
public final class VonMisesSampler {
    private VonMisesSampler() {}

    /**
     * The draw, an angle.
     *
     * @throws IllegalArgumentException if a parameter is not finite or the concentration is negative
     */
    public static double value(double mean, double concentration, double u) {
        Parameters.checkVonMises(mean, concentration);
        return mean + VonMisesQuantile.value(concentration, u);
    }

    /**
     * ∂z/∂concentration.
     *
     * @param z the draw
     */
    public static double concentrationPartial(double mean, double concentration, double u, double z) {
        return VonMisesQuantile.sensitivity(concentration, u, z - mean);
    }
}
