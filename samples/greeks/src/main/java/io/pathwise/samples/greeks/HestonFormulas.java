package io.pathwise.samples.greeks;

import org.hipparchus.complex.Complex;

/**
 * Prices under Heston's model by Fourier inversion, with the characteristic function in the form of H. Albrecher, P.
 * Mayer, W. Schoutens and J. Tistaert, The Little Heston Trap (2007).
 */
final class HestonFormulas {
    private static final double HIGHEST_FREQUENCY = 150;
    private static final int INTERVALS = 1_500;

    private HestonFormulas() {}

    /** The price of a European or digital option. */
    static double price(double spot, Heston.Model model, double rate, double maturity, Contract contract) {
        double discount = Math.exp(-rate * maturity);
        double exercise = probability(spot, model, rate, maturity, contract.strike(), Complex.ZERO);
        return switch (contract.payoff()) {
            case EUROPEAN ->
                spot * probability(spot, model, rate, maturity, contract.strike(), Complex.MINUS_I)
                        - discount * contract.strike() * exercise;
            case DIGITAL, SMOOTH_DIGITAL -> discount * exercise;
            default -> throw new IllegalArgumentException("no closed form");
        };
    }

    /** J. Gil-Pelaez (1951): the probability of exercise, under the measure that the shift of the frequency stands for. */
    private static double probability(
            double spot, Heston.Model model, double rate, double maturity, double strike, Complex shift) {
        Complex norm = characteristic(shift, spot, model, rate, maturity);
        double width = HIGHEST_FREQUENCY / INTERVALS;
        double sum = 0;
        // the midpoint rule leaves out frequency 0 and converges fast for a function that is smooth and even
        for (int i = 0; i < INTERVALS; i++) {
            double u = (i + 0.5) * width;
            Complex value = characteristic(shift.add(u), spot, model, rate, maturity)
                    .divide(norm)
                    .multiply(new Complex(0, -u * Math.log(strike)).exp())
                    .divide(new Complex(0, u));
            sum += value.getRealPart() * width;
        }
        return 0.5 + sum / Math.PI;
    }

    /** E exp(iu log S) at maturity. */
    private static Complex characteristic(Complex u, double spot, Heston.Model model, double rate, double maturity) {
        Complex iu = u.multiply(Complex.I);
        double xi2 = model.xi() * model.xi();
        Complex beta = iu.multiply(-model.correlation() * model.xi()).add(model.kappa());
        Complex d = beta.multiply(beta).add(iu.add(u.multiply(u)).multiply(xi2)).sqrt();
        Complex g = beta.subtract(d).divide(beta.add(d));
        Complex decay = d.multiply(-maturity).exp();
        Complex one = Complex.ONE;
        Complex logarithm =
                one.subtract(g.multiply(decay)).divide(one.subtract(g)).log();
        Complex c = beta.subtract(d)
                .multiply(maturity)
                .subtract(logarithm.multiply(2))
                .multiply(model.kappa() * model.longRunVariance() / xi2);
        Complex variance = beta.subtract(d)
                .multiply(one.subtract(decay))
                .divide(one.subtract(g.multiply(decay)))
                .multiply(model.variance() / xi2);
        return iu.multiply(Math.log(spot) + rate * maturity)
                .add(c)
                .add(variance)
                .exp();
    }
}
