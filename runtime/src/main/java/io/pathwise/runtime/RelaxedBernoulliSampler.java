package io.pathwise.runtime;

import io.pathwise.runtime.special.LogOdds;

/**
 * Draws from the relaxed Bernoulli distribution, {@code z = 1 / (1 + exp(−s))} with {@code s = (logit + log(u / (1 −
 * u))) / temperature}, and its derivatives; called by generated code (C. J. Maddison, A. Mnih, Y. W. Teh, The concrete
 * distribution, 2017).
 */
public final class RelaxedBernoulliSampler {
    private RelaxedBernoulliSampler() {}

    /**
     * The draw, in [0, 1].
     *
     * @throws IllegalArgumentException if the logit is not finite or the temperature not positive and finite
     */
    public static double value(double logit, double temperature, double u) {
        Parameters.checkRelaxedBernoulli(logit, temperature);
        return LogOdds.share(logOdds(logit, temperature, u));
    }

    private static double logOdds(double logit, double temperature, double u) {
        return (logit + StandardQuantile.logistic(u)) / temperature;
    }

    /** {@code ∂z/∂logit = z (1 − z) / temperature}. */
    public static double logitPartial(double logit, double temperature, double u) {
        double s = logOdds(logit, temperature, u);
        return LogOdds.share(s) * LogOdds.share(-s) / temperature;
    }

    /** {@code ∂z/∂temperature = −s z (1 − z) / temperature}. */
    public static double temperaturePartial(double logit, double temperature, double u) {
        double slope = logitPartial(logit, temperature, u);
        return slope == 0 ? 0 : -logOdds(logit, temperature, u) * slope;
    }
}
