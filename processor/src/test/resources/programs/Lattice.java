package demo;

import io.pathwise.Pathwise;

/** An American put on a recombining tree, valued backwards in place. */
final class Lattice {
    private Lattice() {}

    @Pathwise
    static double put(double spot, double strike, double volatility, double rate, double maturity, int steps) {
        double dt = maturity / steps;
        double up = Math.exp(volatility * Math.sqrt(dt));
        double discount = Math.exp(-rate * dt);
        double probability = (1 / discount - 1 / up) / (up - 1 / up);
        double[] value = new double[steps + 1];
        for (int j = 0; j <= steps; j++) {
            value[j] = Math.max(strike - spot * Math.pow(up, 2 * j - steps), 0);
        }
        for (int t = steps - 1; t >= 0; t--) {
            for (int j = 0; j <= t; j++) {
                double held = discount * (probability * value[j + 1] + (1 - probability) * value[j]);
                value[j] = Math.max(held, strike - spot * Math.pow(up, 2 * j - t));
            }
        }
        return value[0];
    }
}
