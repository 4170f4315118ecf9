package io.pathwise.runtime;

import io.pathwise.runtime.special.FisherQuantile;

/**
 * Draws from Fisher's F distribution: {@code degreesOfFreedom1 · z} over {@code degreesOfFreedom2} is the odds of a
 * beta(degreesOfFreedom1 / 2, degreesOfFreedom2 / 2) variate. With the derivatives; called by generated code.
 */
public final class FisherFSampler {
    private FisherFSampler() {}

    /**
     * The draw, not negative.
     *
     * @throws IllegalArgumentException if a parameter is not positive and finite
     */
    public static double value(double degreesOfFreedom1, double degreesOfFreedom2, double u) {
        Parameters.checkFisherF(degreesOfFreedom1, degreesOfFreedom2);
        return Math.exp(FisherQuantile.log(0.5 * degreesOfFreedom1, 0.5 * degreesOfFreedom2, u, 1 - u));
    }

    /**
     * ∂z/∂degreesOfFreedom1.
     *
     * @param z the draw
     */
    public static double degreesOfFreedom1Partial(double degreesOfFreedom1, double degreesOfFreedom2, double z) {
        return partial(degreesOfFreedom1, degreesOfFreedom2, z, Math.log(z));
    }

    /**
     * ∂z/∂degreesOfFreedom2: the reciprocal of an F variate is one with its degrees of freedom exchanged.
     *
     * @param z the draw
     */
    public static double degreesOfFreedom2Partial(double degreesOfFreedom1, double degreesOfFreedom2, double z) {
        return -partial(degreesOfFreedom2, degreesOfFreedom1, z, -Math.log(z));
    }

    /** z times the derivative of the logarithm of the F variate whose logarithm is given. */
    private static double partial(double first, double second, double z, double logRatio) {
        if (z == 0 || z == Double.POSITIVE_INFINITY) {
            return 0;
        }
        return 0.5 * z * FisherQuantile.sensitivity(0.5 * first, 0.5 * second, logRatio);
    }
}
