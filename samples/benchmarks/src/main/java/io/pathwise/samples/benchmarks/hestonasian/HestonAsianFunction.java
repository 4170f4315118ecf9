package io.pathwise.samples.benchmarks.hestonasian;

import io.pathwise.runtime.PathwiseFunction;

/** {@link HestonAsian} for drivers, at the point where it is timed. */
public final class HestonAsianFunction {
    private HestonAsianFunction() {}

    /** The payoff of a call at the money over a year of 252 days, which draws 504 normals. */
    public static PathwiseFunction function() {
        return HestonAsianPathwise.callFunction(100, 1, 252);
    }

    /** Spot, start variance, kappa, theta, xi, rho and rate. */
    public static double[] parameters() {
        return new double[] {100, 0.04, 1.5, 0.04, 0.5, -0.7, 0.03};
    }
}
