package io.pathwise.runtime;

import io.pathwise.runtime.special.GammaQuantile;
import io.pathwise.runtime.special.IncompleteGamma;

/**
 * The logarithms of the gamma draws that, over their sum, are a Dirichlet draw: {@code log P⁻¹(concentration, u)}, and
 * their derivative; called by generated code. Logarithms exist where the draws themselves underflow.
 */
public final class DirichletSampler {
    private DirichletSampler() {}

    /**
     * The logarithm of a gamma draw of scale 1. At u = 0 and u = 1 it is not infinite but too small or too large for any
     * other to count beside it.
     *
     * @param concentration the shape, positive and finite
     * @param u the probability
     */
    public static double logGamma(double concentration, double u) {
        return Softmax.bounded(GammaQuantile.log(concentration, u, 1 - u));
    }

    /**
     * ∂z/∂concentration, {@code −(∂P/∂concentration) / (∂P/∂z)}; 0 at u = 0 and u = 1.
     *
     * @param z the logarithm of the gamma draw
     */
    public static double logGammaPartial(double concentration, double z) {
        return Softmax.isBound(z) ? 0 : IncompleteGamma.shapeSensitivity(concentration, Math.exp(z), z);
    }
}
