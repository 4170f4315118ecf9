package io.pathwise.samples.sde;

import io.pathwise.runtime.PathwiseFunction;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How far the pathwise sensitivity ∂S/∂σ of a scheme is from that of the process on the same Brownian path, root mean
 * square: √dt times a constant for the scheme of Euler and Maruyama, dt times one for Milstein's.
 */
final class StrongErrors {
    private static final double START = 1;
    private static final double MU = 0.05;
    private static final double SIGMA = 0.2;
    private static final double MATURITY = 1;
    private static final int BY_SIGMA = 2;

    private StrongErrors() {}

    static double of(PathwiseFunction scheme, int steps, int paths, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        double[] normals = new double[steps];
        double squares = 0;
        for (int path = 0; path < paths; path++) {
            double brownian = 0;
            for (int i = 0; i < steps; i++) {
                normals[i] = random.nextGaussian();
                brownian += Math.sqrt(MATURITY / steps) * normals[i];
            }
            double[] gradient = new double[3];
            scheme.gradient(new double[] {START, MU, SIGMA}, normals, new double[0], gradient);
            double end = START * Math.exp((MU - 0.5 * SIGMA * SIGMA) * MATURITY + SIGMA * brownian);
            double error = gradient[BY_SIGMA] - end * (brownian - SIGMA * MATURITY);
            squares += error * error;
        }
        return Math.sqrt(squares / paths);
    }
}
