package io.pathwise.samples.benchmarks.samplers;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** One draw each, of samplers whose transform and derivatives are more than a formula. */
final class Samples {
    private Samples() {}

    @Pathwise
    static double gamma(double shape, double scale) {
        return Sampler.gamma(shape, scale);
    }

    @Pathwise
    static double inverseGamma(double shape, double scale) {
        return Sampler.inverseGamma(shape, scale);
    }

    @Pathwise
    static double beta(double alpha, double beta) {
        return Sampler.beta(alpha, beta);
    }

    @Pathwise
    static double studentT(double degreesOfFreedom, double location, double scale) {
        return Sampler.studentT(degreesOfFreedom, location, scale);
    }

    @Pathwise
    static double fisherF(double degreesOfFreedom1, double degreesOfFreedom2) {
        return Sampler.fisherF(degreesOfFreedom1, degreesOfFreedom2);
    }

    @Pathwise
    static double vonMises(double mean, double concentration) {
        return Sampler.vonMises(mean, concentration);
    }

    @Pathwise
    static double inverseGaussian(double mean, double shape) {
        return Sampler.inverseGaussian(mean, shape);
    }

    @Pathwise
    static double truncatedNormal(double mean, double standardDeviation, double lower, double upper) {
        return Sampler.truncatedNormal(mean, standardDeviation, lower, upper);
    }

    @Pathwise
    static double normalMixture(double[] weights, double[] means, double[] standardDeviations) {
        return Sampler.normalMixture(weights, means, standardDeviations);
    }
}
