package io.pathwise.samples.quickstart;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** A European call under Black and Scholes (1973), as one would write it without thinking of derivatives. */
final class BlackScholes {
    private BlackScholes() {}

    /**
     * The discounted payoff of a call on one path of the underlying.
     *
     * @param spot price of the underlying today
     * @param rate continuously compounded interest rate per year
     * @param volatility per square root of a year
     * @param strike price at which the call lets its owner buy
     * @param maturity in years
     */
    @Pathwise
    static double call(
            double spot, double rate, double volatility, @Constant double strike, @Constant double maturity) {
        double z = Sampler.normal(0, 1);
        double drift = (rate - 0.5 * volatility * volatility) * maturity;
        double terminal = spot * Math.exp(drift + volatility * Math.sqrt(maturity) * z);
        return Math.exp(-rate * maturity) * Math.max(terminal - strike, 0);
    }
}
