package demo;

import io.pathwise.Pathwise;

final class Portfolios {
    private Portfolios() {}

    @Pathwise
    static double present(double[] payments, double rate, double volatility) {
        double sum = 0;
        for (int year = 0; year < payments.length; year++) {
            sum += payments[year] * Rates.discount(rate, volatility, year);
        }
        return sum + Rates.weighted(payments, rate * volatility);
    }
}
