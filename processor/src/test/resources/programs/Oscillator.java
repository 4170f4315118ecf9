package demo;

import io.pathwise.Pathwise;

/** Position and velocity of a pendulum, updated in place. */
final class Oscillator {
    private Oscillator() {}

    @Pathwise
    static double energy(double angle, double frequency, int steps) {
        double[] state = {angle, 0};
        for (int t = 0; t < steps; t++) {
            state[1] -= 0.1 * frequency * frequency * Math.sin(state[0]);
            state[0] += 0.1 * state[1];
        }
        return 0.5 * state[1] * state[1] - frequency * frequency * Math.cos(state[0]);
    }
}
