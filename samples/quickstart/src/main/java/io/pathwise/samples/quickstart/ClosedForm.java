package io.pathwise.samples.quickstart;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Price and Greeks of a European call in closed form.
 *
 * <p>F. Black and M. Scholes, The Pricing of Options and Corporate Liabilities, Journal of Political Economy 81 (1973),
 * 637–654.
 *
 * @param price the call's value
 * @param delta ∂price/∂spot
 * @param rho ∂price/∂rate
 * @param vega ∂price/∂volatility
 */
record ClosedForm(double price, double delta, double rho, double vega) {
    static ClosedForm of(double spot, double rate, double volatility, double strike, double maturity) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double deviation = volatility * Math.sqrt(maturity);
        double d1 = (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / deviation;
        double d2 = d1 - deviation;
        double discountedStrike = strike * Math.exp(-rate * maturity);
        double exercise = normal.cumulativeProbability(d2);
        double delta = normal.cumulativeProbability(d1);
        return new ClosedForm(
                spot * delta - discountedStrike * exercise,
                delta,
                maturity * discountedStrike * exercise,
                spot * Math.sqrt(maturity) * normal.density(d1));
    }
}
