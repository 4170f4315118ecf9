package io.pathwise.samples.sde;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** Schemes for dS = μ S dt + σ S dW. */
final class GeometricBrownianMotion {
    private GeometricBrownianMotion() {}

    /** The end of one path by the scheme of Euler and Maruyama. */
    @Pathwise
    static double euler(double start, double mu, double sigma, @Constant double maturity, int steps) {
        double dt = maturity / steps;
        double s = start;
        for (int i = 0; i < steps; i++) {
            double dw = Sampler.normal(0, Math.sqrt(dt));
            s += mu * s * dt + sigma * s * dw;
        }
        return s;
    }

    /** The square of the end of one path by the scheme of Euler and Maruyama. */
    @Pathwise
    static double eulerSquared(double start, double mu, double sigma, @Constant double maturity, int steps) {
        double s = euler(start, mu, sigma, maturity, steps);
        return s * s;
    }

    /** The end of one path by Milstein's scheme. */
    @Pathwise
    static double milstein(double start, double mu, double sigma, @Constant double maturity, int steps) {
        double dt = maturity / steps;
        double s = start;
        for (int i = 0; i < steps; i++) {
            double dw = Sampler.normal(0, Math.sqrt(dt));
            s += mu * s * dt + sigma * s * dw + 0.5 * sigma * sigma * s * (dw * dw - dt);
        }
        return s;
    }

    /** The square of the end of one path by Milstein's scheme. */
    @Pathwise
    static double milsteinSquared(double start, double mu, double sigma, @Constant double maturity, int steps) {
        double s = milstein(start, mu, sigma, maturity, steps);
        return s * s;
    }
}
