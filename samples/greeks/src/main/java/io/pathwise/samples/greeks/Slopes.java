package io.pathwise.samples.greeks;

import java.util.function.ToDoubleFunction;

/** Derivatives of closed forms, by central differences extrapolated once, good to about nine digits. */
final class Slopes {
    private static final double STEP = 1e-3;

    private Slopes() {}

    static double[] of(ToDoubleFunction<double[]> function, double... at) {
        double[] slopes = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double step = STEP * Math.abs(at[i]);
            slopes[i] = (4 * slope(function, at, i, step / 2) - slope(function, at, i, step)) / 3;
        }
        return slopes;
    }

    private static double slope(ToDoubleFunction<double[]> function, double[] at, int index, double step) {
        double[] up = at.clone();
        double[] down = at.clone();
        up[index] += step;
        down[index] -= step;
        return (function.applyAsDouble(up) - function.applyAsDouble(down)) / (2 * step);
    }
}
