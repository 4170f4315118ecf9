package io.pathwise.samples.greeks;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/**
 * The delta of a call by differentiating the density of the terminal price in place of the payoff: M. Broadie and P.
 * Glasserman, Estimating Security Price Derivatives Using Simulation, Management Science 42 (1996).
 */
final class LikelihoodRatio {
    private LikelihoodRatio() {}

    /**
     * The discounted payoff on one path, times the score: the derivative of the log density of the terminal price in the
     * spot. It has no jump, as the pathwise delta has, so that its own derivative along a path is an unbiased gamma.
     */
    @Pathwise
    static double callDelta(double spot, double volatility, double rate, double maturity, @Constant double strike) {
        double deviation = volatility * Math.sqrt(maturity);
        double z = Sampler.normal(0, 1);
        double terminal = spot * Math.exp((rate - 0.5 * volatility * volatility) * maturity + deviation * z);
        double score = z / (spot * deviation);
        return Math.exp(-rate * maturity) * Math.max(terminal - strike, 0) * score;
    }
}
