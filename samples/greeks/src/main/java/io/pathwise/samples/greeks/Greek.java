package io.pathwise.samples.greeks;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.samples.shared.Comparison;
import java.util.Locale;

/**
 * A derivative of a price in one of its parameters.
 *
 * <p>Vega is that in the volatility of Black and Scholes, and in today's variance v₀ of Heston. Theta is what a year that
 * passes adds to the price, all else equal: minus the derivative in the maturity; divided by 365, what a day adds.
 *
 * @param name that quants give it; empty if they give none
 * @param parameter in which the price is differentiated
 * @param sign -1 for the negative of the derivative, otherwise 1
 */
record Greek(String name, String parameter, int sign) {
    static Greek of(String parameter) {
        return switch (parameter) {
            case "spot" -> new Greek("delta", parameter, 1);
            case "volatility" -> new Greek("vega", parameter, 1);
            case "model.variance" -> new Greek("vega (v0)", parameter, 1);
            case "rate" -> new Greek("rho", parameter, 1);
            case "maturity" -> new Greek("theta", parameter, -1);
            default -> new Greek("", parameter, 1);
        };
    }

    /** The estimate beside what it ought to be, which is given as the derivative in the parameter. */
    Comparison compare(Estimate estimate, double slope) {
        return new Comparison(
                label(), sign * estimate.gradient(parameter), estimate.gradientStandardError(parameter), sign * slope);
    }

    private String label() {
        return String.format(Locale.ROOT, "%-10s %s∂/∂%s", name, sign < 0 ? "-" : "", parameter);
    }
}
