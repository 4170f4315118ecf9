package io.pathwise.samples.sde;

/**
 * A mean and its derivatives in closed form: of a scheme itself, so that nothing but noise stands between it and an
 * estimate, or of the process, which the scheme approaches with more steps.
 *
 * @param value the mean
 * @param gradient its derivatives
 */
record Exact(double value, double... gradient) {
    /** E S² of the scheme of Euler and Maruyama, and its derivatives in start, μ and σ: every step multiplies it by the same. */
    static Exact eulerSquared(double start, double mu, double sigma, double maturity, int steps) {
        double dt = maturity / steps;
        double growth = 1 + mu * dt;
        double factor = growth * growth + sigma * sigma * dt;
        return squared(start, factor, 2 * growth * dt, 2 * sigma * dt, steps);
    }

    /** The same of Milstein's scheme. */
    static Exact milsteinSquared(double start, double mu, double sigma, double maturity, int steps) {
        double dt = maturity / steps;
        double growth = 1 + mu * dt;
        double factor = growth * growth + sigma * sigma * dt + 0.5 * Math.pow(sigma, 4) * dt * dt;
        return squared(start, factor, 2 * growth * dt, 2 * sigma * dt + 2 * Math.pow(sigma, 3) * dt * dt, steps);
    }

    private static Exact squared(double start, double factor, double byMu, double bySigma, int steps) {
        double value = start * start * Math.pow(factor, steps);
        double scale = value * steps / factor;
        return new Exact(value, 2 * value / start, scale * byMu, scale * bySigma);
    }

    /** E X² of the scheme for the Ornstein–Uhlenbeck process, and its derivatives in start, κ, θ and σ. */
    static Exact ornsteinUhlenbeck(double start, double kappa, double theta, double sigma, double maturity, int steps) {
        double dt = maturity / steps;
        double decay = 1 - kappa * dt;
        double left = Math.pow(decay, steps);
        double leftByKappa = -steps * dt * Math.pow(decay, steps - 1);
        double mean = theta + (start - theta) * left;
        // σ² dt (1 + q + q² + …) with q = decay²
        double q = decay * decay;
        double series = (1 - left * left) / (1 - q);
        double seriesByKappa =
                (-2 * left * leftByKappa * (1 - q) - (1 - left * left) * 2 * decay * dt) / ((1 - q) * (1 - q));
        double variance = sigma * sigma * dt * series;
        return new Exact(
                mean * mean + variance,
                2 * mean * left,
                2 * mean * (start - theta) * leftByKappa + sigma * sigma * dt * seriesByKappa,
                2 * mean * (1 - left),
                2 * sigma * dt * series);
    }

    /**
     * E X² of the Ornstein–Uhlenbeck process itself, and its derivatives in start, κ, θ and σ: at the end X is normal with mean
     * θ + (x₀ − θ) e^(−κT) and variance σ² (1 − e^(−2κT)) / 2κ.
     */
    static Exact continuousOrnsteinUhlenbeck(double start, double kappa, double theta, double sigma, double maturity) {
        double left = Math.exp(-kappa * maturity);
        double mean = theta + (start - theta) * left;
        double unitVariance = -Math.expm1(-2 * kappa * maturity) / (2 * kappa);
        double unitVarianceByKappa = (maturity * left * left - unitVariance) / kappa;
        return new Exact(
                mean * mean + sigma * sigma * unitVariance,
                2 * mean * left,
                -2 * mean * (start - theta) * maturity * left + sigma * sigma * unitVarianceByKappa,
                2 * mean * (1 - left),
                2 * sigma * unitVariance);
    }
}
