package io.pathwise.runtime;

import io.pathwise.runtime.special.NormalMixtureQuantile;

/**
 * Draws from a mixture of normal distributions by inversion of its distribution function {@code F(z) = Σ weight(k) Φ((z −
 * mean(k)) / standardDeviation(k)) / Σ weight(k)}, and the derivatives {@code −(∂F/∂θ) / (∂F/∂z)}; called by generated
 * code. Weights need not sum to 1.
 */
public final class NormalMixtureSampler {
    private static final String NAME = "normalMixture";

    private NormalMixtureSampler() {}

    /**
     * The draw.
     *
     * @throws IllegalArgumentException if the arrays differ in length, a mean is not finite, a standard deviation not
     *     positive and finite, a weight negative or not finite, or the sum of the weights not positive
     */
    public static double value(double[] weights, double[] means, double[] standardDeviations, double u) {
        check(weights, means, standardDeviations);
        if (u <= 0 || u >= 1) {
            return u <= 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return NormalMixtureQuantile.value(weights, means, standardDeviations, u);
    }

    /** Throws if {@link #value} would. */
    static void check(double[] weights, double[] means, double[] standardDeviations) {
        Parameters.requireLength(NAME, "means", weights.length, means.length);
        Parameters.requireLength(NAME, "standardDeviations", weights.length, standardDeviations.length);
        Parameters.requireWeights(NAME, "weights", weights);
        for (int k = 0; k < weights.length; k++) {
            Parameters.requireFinite(NAME, "means", k, means[k]);
            Parameters.requirePositive(NAME, "standardDeviations", k, standardDeviations[k]);
        }
    }

    /**
     * Writes ∂z/∂weight(k), {@code (u − Φ(k)) / Σ weight(j) φ(j)}.
     *
     * @param z the draw
     * @param partials is written to
     */
    public static void weightsPartials(
            double[] weights, double[] means, double[] standardDeviations, double u, double z, double[] partials) {
        double density = NormalMixtureQuantile.density(weights, means, standardDeviations, z);
        for (int k = 0; k < weights.length; k++) {
            partials[k] = -NormalMixtureQuantile.excess(means[k], standardDeviations[k], z, u) / density;
        }
    }

    /**
     * Writes ∂z/∂mean(k), {@code weight(k) φ(k) / Σ weight(j) φ(j)}.
     *
     * @param z the draw
     * @param partials is written to
     */
    public static void meansPartials(
            double[] weights, double[] means, double[] standardDeviations, double u, double z, double[] partials) {
        double density = NormalMixtureQuantile.density(weights, means, standardDeviations, z);
        for (int k = 0; k < weights.length; k++) {
            partials[k] = weights[k] * NormalMixtureQuantile.density(means[k], standardDeviations[k], z) / density;
        }
    }

    /**
     * Writes ∂z/∂standardDeviation(k), which is {@code (z − mean(k)) / standardDeviation(k)} times ∂z/∂mean(k).
     *
     * @param z the draw
     * @param partials is written to
     */
    public static void standardDeviationsPartials(
            double[] weights, double[] means, double[] standardDeviations, double u, double z, double[] partials) {
        meansPartials(weights, means, standardDeviations, u, z, partials);
        for (int k = 0; k < weights.length; k++) {
            partials[k] *= (z - means[k]) / standardDeviations[k];
        }
    }
}
