package demo;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Heston {
    private Heston() {}

    @Pathwise
    static double asianCall(
            double spot,
            double variance,
            double kappa,
            double theta,
            double xi,
            double rho,
            double rate,
            @Constant double strike,
            @Constant double maturity,
            int steps) {
        double dt = maturity / steps;
        double rootDt = Math.sqrt(dt);
        double rhoBar = Math.sqrt(1 - rho * rho);
        double s = spot;
        double v = variance;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double z1 = Sampler.normal(0, 1);
            double z2 = rho * z1 + rhoBar * Sampler.normal(0, 1);
            double positive = Math.max(v, 0);
            double root = Math.sqrt(positive);
            s *= Math.exp((rate - 0.5 * positive) * dt + root * rootDt * z1);
            v += kappa * (theta - positive) * dt + xi * root * rootDt * z2;
            sum += s;
        }
        return Math.exp(-rate * maturity) * Math.max(sum / steps - strike, 0);
    }
}
