package io.pathwise.samples.benchmarks.samplers;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/** A sampler with parameters, as a function of its uniform noise: the value, and the value with all its derivatives. */
public enum SamplerCase {
    GAMMA_SMALL("gamma(0.5, 1)", () -> gamma(0.5, 1)),
    GAMMA("gamma(2, 1)", () -> gamma(2, 1)),
    GAMMA_LARGE("gamma(50, 1)", () -> gamma(50, 1)),
    INVERSE_GAMMA("inverseGamma(3, 2)", () -> inverseGamma(3, 2)),
    BETA_SMALL("beta(0.5, 0.5)", () -> beta(0.5, 0.5)),
    BETA("beta(2, 3)", () -> beta(2, 3)),
    BETA_LARGE("beta(20, 50)", () -> beta(20, 50)),
    STUDENT_T_SMALL("studentT(2.5, 0, 1)", () -> studentT(2.5)),
    STUDENT_T("studentT(5, 0, 1)", () -> studentT(5)),
    STUDENT_T_LARGE("studentT(50, 0, 1)", () -> studentT(50)),
    FISHER_F("fisherF(4, 9)", () -> fisherF(4, 9)),
    VON_MISES("vonMises(0, 2)", () -> vonMises(0, 2)),
    INVERSE_GAUSSIAN("inverseGaussian(1, 2)", () -> inverseGaussian(1, 2)),
    TRUNCATED_NORMAL("truncatedNormal(0, 1, −1, 2)", () -> truncatedNormal(0, 1, -1, 2)),
    NORMAL_MIXTURE("normalMixture, 3 components", SamplerCase::normalMixture);

    private final String title;
    private final Supplier<Draw> draw;

    SamplerCase(String title, Supplier<Draw> draw) {
        this.title = title;
        this.draw = draw;
    }

    /** The value, and the value with all derivatives, which are added to a gradient. */
    record Draw(DoubleUnaryOperator value, DoubleUnaryOperator gradient) {}

    /** The sampler as it is written. */
    public String title() {
        return title;
    }

    /** The functions of the noise, with a gradient of their own. */
    Draw draw() {
        return draw.get();
    }

    private static Draw gamma(double shape, double scale) {
        var gradient = new SamplesPathwise.GammaGradient();
        return new Draw(
                u -> SamplesPathwise.gamma(shape, scale, u),
                u -> SamplesPathwise.gammaGradient(shape, scale, u, gradient));
    }

    private static Draw inverseGamma(double shape, double scale) {
        var gradient = new SamplesPathwise.InverseGammaGradient();
        return new Draw(
                u -> SamplesPathwise.inverseGamma(shape, scale, u),
                u -> SamplesPathwise.inverseGammaGradient(shape, scale, u, gradient));
    }

    private static Draw beta(double alpha, double beta) {
        var gradient = new SamplesPathwise.BetaGradient();
        return new Draw(
                u -> SamplesPathwise.beta(alpha, beta, u), u -> SamplesPathwise.betaGradient(alpha, beta, u, gradient));
    }

    private static Draw studentT(double degreesOfFreedom) {
        var gradient = new SamplesPathwise.StudentTGradient();
        return new Draw(
                u -> SamplesPathwise.studentT(degreesOfFreedom, 0, 1, u),
                u -> SamplesPathwise.studentTGradient(degreesOfFreedom, 0, 1, u, gradient));
    }

    private static Draw fisherF(double degreesOfFreedom1, double degreesOfFreedom2) {
        var gradient = new SamplesPathwise.FisherFGradient();
        return new Draw(
                u -> SamplesPathwise.fisherF(degreesOfFreedom1, degreesOfFreedom2, u),
                u -> SamplesPathwise.fisherFGradient(degreesOfFreedom1, degreesOfFreedom2, u, gradient));
    }

    private static Draw vonMises(double mean, double concentration) {
        var gradient = new SamplesPathwise.VonMisesGradient();
        return new Draw(
                u -> SamplesPathwise.vonMises(mean, concentration, u),
                u -> SamplesPathwise.vonMisesGradient(mean, concentration, u, gradient));
    }

    private static Draw inverseGaussian(double mean, double shape) {
        var gradient = new SamplesPathwise.InverseGaussianGradient();
        return new Draw(
                u -> SamplesPathwise.inverseGaussian(mean, shape, u),
                u -> SamplesPathwise.inverseGaussianGradient(mean, shape, u, gradient));
    }

    private static Draw truncatedNormal(double mean, double deviation, double lower, double upper) {
        var gradient = new SamplesPathwise.TruncatedNormalGradient();
        return new Draw(
                u -> SamplesPathwise.truncatedNormal(mean, deviation, lower, upper, u),
                u -> SamplesPathwise.truncatedNormalGradient(mean, deviation, lower, upper, u, gradient));
    }

    private static Draw normalMixture() {
        double[] weights = {0.5, 0.3, 0.2};
        double[] means = {-1, 0.5, 2};
        double[] deviations = {0.6, 1, 0.4};
        var gradient = new SamplesPathwise.NormalMixtureGradient(new double[3], new double[3], new double[3]);
        return new Draw(
                u -> SamplesPathwise.normalMixture(weights, means, deviations, u),
                u -> SamplesPathwise.normalMixtureGradient(weights, means, deviations, u, gradient));
    }
}
