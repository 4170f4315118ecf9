package io.pathwise.samples.benchmarks.hestonasian;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** An arithmetic Asian call under the stochastic volatility of Heston (1993). */
final class HestonAsian {
    private HestonAsian() {}

    /**
     * The discounted payoff on one path, in Euler steps with full truncation (Lord, Koekkoek and Van Dijk 2010) for the
     * variance and for the logarithm of the price.
     *
     * @param spot price of the underlying today
     * @param startVariance variance per year today
     * @param kappa speed at which the variance reverts, per year
     * @param theta the variance that it reverts to
     * @param xi volatility of the variance
     * @param rho correlation of price and variance
     * @param rate continuously compounded interest rate per year
     * @param strike price at which the average is exchanged
     * @param maturity in years
     * @param steps dates of the average, equally spaced
     */
    @Pathwise
    static double call(
            double spot,
            double startVariance,
            double kappa,
            double theta,
            double xi,
            double rho,
            double rate,
            @Constant double strike,
            @Constant double maturity,
            int steps) {
        double dt = maturity / steps;
        double price = spot;
        double variance = startVariance;
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            double priceShock = Sampler.normal(0, 1);
            double otherShock = Sampler.normal(0, 1);
            double varianceShock = rho * priceShock + Math.sqrt(1 - rho * rho) * otherShock;
            double truncated = Math.max(variance, 0);
            double diffusion = Math.sqrt(truncated) * Math.sqrt(dt);
            price *= Math.exp((rate - 0.5 * truncated) * dt + diffusion * priceShock);
            variance += kappa * (theta - truncated) * dt + xi * diffusion * varianceShock;
            sum += price;
        }
        return Math.exp(-rate * maturity) * Math.max(sum / steps - strike, 0);
    }
}
