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
     * The tangent of the draw for tangents of the weights.
     *
     * @param z the draw
     */
    public static double weightsForward(
            double[] weights, double[] means, double[] standardDeviations, double u, double z, double[] weightsDot) {
        double density = NormalMixtureQuantile.density(weights, means, standardDeviations, z);
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum -= NormalMixtureQuantile.excess(means[k], standardDeviations[k], z, u) * weightsDot[k];
        }
        return sum / density;
    }

    /**
     * Adds the adjoint of the draw times ∂z/∂weight(k), {@code (u − Φ(k)) / Σ weight(j) φ(j)}, to the weights' adjoints.
     *
     * @param z the draw
     */
    public static void weightsReverse(
            double[] weights,
            double[] means,
            double[] standardDeviations,
            double u,
            double z,
            double zBar,
            double[] weightsBar) {
        double density = NormalMixtureQuantile.density(weights, means, standardDeviations, z);
        for (int k = 0; k < weights.length; k++) {
            weightsBar[k] -= NormalMixtureQuantile.excess(means[k], standardDeviations[k], z, u) / density * zBar;
        }
    }

    /**
     * The tangent of the draw for tangents of the means.
     *
     * @param z the draw
     */
    public static double meansForward(
            double[] weights, double[] means, double[] standardDeviations, double z, double[] meansDot) {
        double density = NormalMixtureQuantile.density(weights, means, standardDeviations, z);
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * NormalMixtureQuantile.density(means[k], standardDeviations[k], z) * meansDot[k];
        }
        return sum / density;
    }

    /**
     * Adds the adjoint of the draw times ∂z/∂mean(k), {@code weight(k) φ(k) / Σ weight(j) φ(j)}, to the means' adjoints.
     *
     * @param z the draw
     */
    public static void meansReverse(
            double[] weights, double[] means, double[] standardDeviations, double z, double zBar, double[] meansBar) {
        double density = NormalMixtureQuantile.density(weights, means, standardDeviations, z);
        for (int k = 0; k < weights.length; k++) {
            double share = weights[k] * NormalMixtureQuantile.density(means[k], standardDeviations[k], z) / density;
            meansBar[k] += share * zBar;
        }
    }

    /**
     * The tangent of the draw for tangents of the standard deviations.
     *
     * @param z the draw
     */
    public static double standardDeviationsForward(
            double[] weights, double[] means, double[] standardDeviations, double z, double[] standardDeviationsDot) {
        double density = NormalMixtureQuantile.density(weights, means, standardDeviations, z);
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double distance = (z - means[k]) / standardDeviations[k];
            double share = weights[k] * NormalMixtureQuantile.density(means[k], standardDeviations[k], z);
            sum += share * distance * standardDeviationsDot[k];
        }
        return sum / density;
    }

    /**
     * Adds the adjoint of the draw times ∂z/∂standardDeviation(k), which is {@code (z − mean(k)) / standardDeviation(k)}
     * times ∂z/∂mean(k), to the standard deviations' adjoints.
     *
     * @param z the draw
     */
    public static void standardDeviationsReverse(
            double[] weights,
            double[] means,
            double[] standardDeviations,
            double z,
            double zBar,
            double[] standardDeviationsBar) {
        double density = NormalMixtureQuantile.density(weights, means, standardDeviations, z);
        for (int k = 0; k < weights.length; k++) {
            double distance = (z - means[k]) / standardDeviations[k];
            double share = weights[k] * NormalMixtureQuantile.density(means[k], standardDeviations[k], z) / density;
            standardDeviationsBar[k] += share * distance * zBar;
        }
    }
}
