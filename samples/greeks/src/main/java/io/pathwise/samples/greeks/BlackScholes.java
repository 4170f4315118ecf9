package io.pathwise.samples.greeks;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** Options on a price that follows a geometric Brownian motion: F. Black and M. Scholes (1973). */
final class BlackScholes {
    private BlackScholes() {}

    /**
     * The discounted payoff of an option on one path.
     *
     * @param spot the price today
     * @param volatility per square root of a year
     * @param rate of interest, continuously compounded, per year
     * @param maturity in years
     * @param steps at which an Asian option takes its mean; the barrier is watched at all times, by the probability that
     *     a Brownian bridge between two steps reaches it
     */
    @Pathwise
    static double option(
            double spot, double volatility, double rate, double maturity, @Constant Contract contract, int steps) {
        double dt = maturity / steps;
        double drift = (rate - 0.5 * volatility * volatility) * dt;
        double deviation = volatility * Math.sqrt(dt);
        double logBarrier = Math.log(contract.barrier());
        double x = Math.log(spot);
        double sum = 0;
        double logSum = 0;
        double survival = 1;
        for (int i = 0; i < steps; i++) {
            double before = Math.max(x - logBarrier, 0);
            x += Sampler.normal(drift, deviation);
            double after = Math.max(x - logBarrier, 0);
            survival *= -Math.expm1(-2 * before * after / (deviation * deviation));
            sum += Math.exp(x);
            logSum += x;
        }
        double payoff = Payoffs.amount(Math.exp(x), sum / steps, logSum / steps, survival, contract);
        return Math.exp(-rate * maturity) * payoff;
    }
}
