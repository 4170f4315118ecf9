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
    static double price(double spot, double rate, Heston.Model model, Contract contract) {
        double discount = Math.exp(-rate * contract.maturity());
        double exercise = probability(spot, rate, model, contract, Complex.ZERO);
        return switch (contract.payoff()) {
            case EUROPEAN ->
                spot * probability(spot, rate, model, contract, Complex.MINUS_I)
                        - discount * contract.strike() * exercise;
            case DIGITAL, SMOOTH_DIGITAL -> discount * exercise;
            default -> throw new IllegalArgumentException("no closed form");
        };
    }

    /** J. Gil-Pelaez (1951): the probability of exercise, under the measure that the shift of the frequency stands for. */
    private static double probability(double spot, double rate, Heston.Model model, Contract contract, Complex shift) {
        Complex norm = characteristic(shift, spot, rate, model, contract.maturity());
        double width = HIGHEST_FREQUENCY / INTERVALS;
        double sum = 0;
        // the midpoint rule leaves out frequency 0 and converges fast for a function that is smooth and even
        for (int i = 0; i < INTERVALS; i++) {
            double u = (i + 0.5) * width;
            Complex value = characteristic(shift.add(u), spot, rate, model, contract.maturity())
                    .divide(norm)
                    .multiply(new Complex(0, -u * Math.log(contract.strike())).exp())
                    .divide(new Complex(0, u));
            sum += value.getRealPart() * width;
        }
        return 0.5 + sum / Math.PI;
    }

    /** E exp(iu log S) at maturity. */
    private static Complex characteristic(Complex u, double spot, double rate, Heston.Model model, double maturity) {
        Complex iu = u.multiply(Complex.I);
        double xi2 = model.xi() * model.xi();
        Complex beta = iu.multiply(-model.rho() * model.xi()).add(model.kappa());
        Complex d = beta.multiply(beta).add(iu.add(u.multiply(u)).multiply(xi2)).sqrt();
        Complex g = beta.subtract(d).divide(beta.add(d));
        Complex decay = d.multiply(-maturity).exp();
        Complex one = Complex.ONE;
        Complex logarithm =
                one.subtract(g.multiply(decay)).divide(one.subtract(g)).log();
        Complex c = beta.subtract(d)
                .multiply(maturity)
                .subtract(logarithm.multiply(2))
                .multiply(model.kappa() * model.theta() / xi2);
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
