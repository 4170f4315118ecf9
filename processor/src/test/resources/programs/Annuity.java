package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

public final class Annuity {
    private Annuity() {}

    public record Terms(double[][] payments, double[] fees, double[][] notionals, double[] strikes, double spread) {}

    /** Calls with long arguments, one of a helper that changes a parameter, and a draw that starts at zero. */
    @Pathwise
    public static double value(double rate, double volatility) {
        double shift = rate + Sampler.gumbel(0, 1);
        double first = Rates.discount(Math.max(rate * Math.exp(shift), 0), 0.5 * volatility + 0.1, 2);
        return grown(first, 3) * Rates.discount(rate, volatility * volatility, 1);
    }

    @Pathwise
    private static double grown(double amount, double factor) {
        for (int i = 0; i < 2; i++) {
            factor += factor * amount;
        }
        return factor;
    }

    @Pathwise
    public static double total(Terms terms, double rate) {
        double sum = terms.spread();
        for (int i = 0; i < terms.fees().length; i++) {
            sum += terms.payments()[i][0] * rate - terms.fees()[i] + terms.notionals()[i][0] * terms.strikes()[i];
        }
        return sum;
    }
}
