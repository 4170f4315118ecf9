package io.pathwise.samples.greeks;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/**
 * Options on a price with a variance of its own: S. Heston, A Closed-Form Solution for Options with Stochastic
 * Volatility, Review of Financial Studies 6 (1993). Simulated by the full truncation scheme of R. Lord, R. Koekkoek and
 * D. van Dijk, Quantitative Finance 10 (2010).
 */
final class Heston {
    /**
     * What the truncation leaves, in place of 0: the probability of staying above the barrier divides by the variance, and
     * the derivative of its root is infinite at 0. It stands for a volatility of 0.1 % a year, too little to be seen in a price.
     */
    private static final double LEAST_VARIANCE = 1e-6;

    private Heston() {}

    /**
     * What the model is calibrated to. The literature's θ and ρ are written out, since theta and rho are Greeks too.
     *
     * @param variance today, v₀, per year
     * @param kappa the speed at which it returns to its mean, per year
     * @param longRunVariance that mean, θ
     * @param xi the volatility of the variance
     * @param correlation of the variance with the price, ρ
     */
    record Model(double variance, double kappa, double longRunVariance, double xi, double correlation) {}

    /**
     * The discounted payoff of an option on one path.
     *
     * @param spot the price today
     * @param rate of interest, continuously compounded, per year
     * @param maturity in years
     */
    @Pathwise
    static double option(
            double spot, Model model, double rate, double maturity, @Constant Contract contract, int steps) {
        double dt = maturity / steps;
        double rootDt = Math.sqrt(dt);
        double other = Math.sqrt(1 - model.correlation() * model.correlation());
        double logBarrier = Math.log(contract.barrier());
        double x = Math.log(spot);
        double variance = model.variance();
        double sum = 0;
        double logSum = 0;
        double survival = 1;
        for (int i = 0; i < steps; i++) {
            double z = Sampler.normal(0, 1);
            double w = model.correlation() * z + other * Sampler.normal(0, 1);
            double positive = Math.max(variance, LEAST_VARIANCE);
            double deviation = Math.sqrt(positive) * rootDt;
            double before = Math.max(x - logBarrier, 0);
            x += (rate - 0.5 * positive) * dt + deviation * z;
            double after = Math.max(x - logBarrier, 0);
            survival *= -Math.expm1(-2 * before * after / (positive * dt));
            variance += model.kappa() * (model.longRunVariance() - positive) * dt + model.xi() * deviation * w;
            sum += Math.exp(x);
            logSum += x;
        }
        double payoff = Payoffs.amount(Math.exp(x), sum / steps, logSum / steps, survival, contract);
        return Math.exp(-rate * maturity) * payoff;
    }
}
