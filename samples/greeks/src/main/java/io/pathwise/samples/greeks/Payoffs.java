package io.pathwise.samples.greeks;

import io.pathwise.Constant;
import io.pathwise.Pathwise;

/** What options pay, given how a path went. */
final class Payoffs {
    private Payoffs() {}

    /**
     * The payoff of one path.
     *
     * @param terminal the price at maturity
     * @param average the arithmetic mean of the price over the steps
     * @param logAverage the mean of its logarithm
     * @param survival the probability that the price stayed above the barrier, given its values at the steps
     */
    @Pathwise
    @SuppressWarnings("pathwise:jump")
    static double amount(
            double terminal, double average, double logAverage, double survival, @Constant Contract contract) {
        double strike = contract.strike();
        return switch (contract.payoff()) {
            case EUROPEAN -> Math.max(terminal - strike, 0);
            case DIGITAL -> terminal > strike ? 1 : 0;
            case SMOOTH_DIGITAL -> 0.5 * (1 + Math.tanh(Math.log(terminal / strike) / contract.smoothing()));
            case GEOMETRIC_ASIAN -> Math.max(Math.exp(logAverage) - strike, 0);
            case ASIAN -> Math.max(average - strike, 0);
            case DOWN_AND_OUT -> survival * Math.max(terminal - strike, 0);
        };
    }
}
