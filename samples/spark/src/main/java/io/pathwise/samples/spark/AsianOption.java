package io.pathwise.samples.spark;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** An arithmetic Asian call under Black and Scholes (1973). */
final class AsianOption {
    private AsianOption() {}

    /**
     * The discounted payoff on one path.
     *
     * @param spot price of the underlying today
     * @param rate continuously compounded interest rate per year
     * @param volatility per square root of a year
     * @param strike price at which the average is exchanged
     * @param maturity in years
     * @param steps dates of the average, equally spaced
     */
    @Pathwise
    static double call(
            double spot,
            double rate,
            double volatility,
            @Constant double strike,
            @Constant double maturity,
            int steps) {
        double dt = maturity / steps;
        double price = spot;
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            double shock = Sampler.normal(0, 1);
            price *= Math.exp((rate - 0.5 * volatility * volatility) * dt + volatility * Math.sqrt(dt) * shock);
            sum += price;
        }
        return Math.exp(-rate * maturity) * Math.max(sum / steps - strike, 0);
    }
}
