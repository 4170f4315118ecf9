package io.pathwise.samples.sde;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** The scheme of Euler and Maruyama, here also that of Milstein, for dX = κ (θ − X) dt + σ dW. */
final class OrnsteinUhlenbeck {
    private OrnsteinUhlenbeck() {}

    /** The square of the end of one path. */
    @Pathwise
    static double squared(
            double start, double kappa, double theta, double sigma, @Constant double maturity, int steps) {
        double dt = maturity / steps;
        double x = start;
        for (int i = 0; i < steps; i++) {
            double dw = Sampler.normal(0, Math.sqrt(dt));
            x += kappa * (theta - x) * dt + sigma * dw;
        }
        return x * x;
    }
}
