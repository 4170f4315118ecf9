package io.pathwise.samples.greeks;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Prices under Black and Scholes, and the gamma of a call, in closed form. */
final class BlackScholesFormulas {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private BlackScholesFormulas() {}

    /** The price of a contract; that of an Asian option for means over {@code steps} dates. */
    static double price(double spot, double volatility, double rate, double maturity, Contract contract, int steps) {
        double strike = contract.strike();
        return switch (contract.payoff()) {
            case EUROPEAN -> call(spot, volatility, rate, maturity, strike);
            case DIGITAL, SMOOTH_DIGITAL -> digital(spot, volatility, rate, maturity, strike);
            case GEOMETRIC_ASIAN -> geometricAsian(spot, volatility, rate, maturity, strike, steps);
            case DOWN_AND_OUT -> downAndOut(spot, volatility, rate, maturity, contract);
            case ASIAN -> throw new IllegalArgumentException("no closed form");
        };
    }

    private static double call(double spot, double volatility, double rate, double maturity, double strike) {
        double deviation = volatility * Math.sqrt(maturity);
        double d2 = (Math.log(spot / strike) + (rate - 0.5 * volatility * volatility) * maturity) / deviation;
        return spot * NORMAL.cumulativeProbability(d2 + deviation)
                - strike * Math.exp(-rate * maturity) * NORMAL.cumulativeProbability(d2);
    }

    /** The second derivative of a call's price in the spot. */
    static double gamma(double spot, double volatility, double rate, double maturity, double strike) {
        double deviation = volatility * Math.sqrt(maturity);
        double d1 = (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / deviation;
        return NORMAL.density(d1) / (spot * deviation);
    }

    private static double digital(double spot, double volatility, double rate, double maturity, double strike) {
        double deviation = volatility * Math.sqrt(maturity);
        double d2 = (Math.log(spot / strike) + (rate - 0.5 * volatility * volatility) * maturity) / deviation;
        return Math.exp(-rate * maturity) * NORMAL.cumulativeProbability(d2);
    }

    /** A. Kemna and A. Vorst (1990): the geometric mean of lognormal prices is lognormal. */
    private static double geometricAsian(
            double spot, double volatility, double rate, double maturity, double strike, int steps) {
        double n = steps;
        double drift = (rate - 0.5 * volatility * volatility) * maturity * (n + 1) / (2 * n);
        double mean = Math.log(spot) + drift;
        double variance = volatility * volatility * maturity * (n + 1) * (2 * n + 1) / (6 * n * n);
        double deviation = Math.sqrt(variance);
        double d2 = (mean - Math.log(strike)) / deviation;
        double undiscounted = Math.exp(mean + 0.5 * variance) * NORMAL.cumulativeProbability(d2 + deviation)
                - strike * NORMAL.cumulativeProbability(d2);
        return Math.exp(-rate * maturity) * undiscounted;
    }

    /** R. Merton (1973), for a barrier below the strike: the call less its mirror image in the barrier. */
    private static double downAndOut(double spot, double volatility, double rate, double maturity, Contract contract) {
        double barrier = contract.barrier();
        double strike = contract.strike();
        double power = 2 * rate / (volatility * volatility) - 1;
        return call(spot, volatility, rate, maturity, strike)
                - Math.pow(barrier / spot, power) * call(barrier * barrier / spot, volatility, rate, maturity, strike);
    }
}
