package io.pathwise.samples.greeks;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;

/** Greeks as practitioners got them before: every parameter is bumped up and down, and the option valued again on the same noise. */
final class Revaluation {
    private static final double BUMP = 1e-4;

    private Revaluation() {}

    /** One slope for each parameter; costs two valuations for each. */
    static double[] slopes(MonteCarlo monteCarlo, double... at) {
        double[] slopes = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double bump = BUMP * Math.abs(at[i]);
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += bump;
            down[i] -= bump;
            Estimate difference = monteCarlo.difference(up, down);
            slopes[i] = difference.value() / (up[i] - down[i]);
        }
        return slopes;
    }
}
