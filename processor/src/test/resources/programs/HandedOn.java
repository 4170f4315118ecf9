package demo;

import io.pathwise.Pathwise;

final class HandedOn {
    /** How a sum grows and shrinks. */
    record Rates(double growth, double decay) {}

    private HandedOn() {}

    /** What is left of a sum that others take their parts of. */
    @Pathwise
    static double left(Rates rates, double sum, int years) {
        return years == 0 ? sum : left(rates, sum * Math.exp(rates.growth()) - sum * rates.decay(), years - 1);
    }

    /** Each year begins with rates of its own, which are made for the call. */
    @Pathwise
    static double total(Rates rates, int years) {
        double total = 0;
        for (int year = 0; year < years; year++) {
            total += left(new Rates(rates.growth() / (1 + year), rates.decay()), 1, year);
        }
        return total;
    }
}
