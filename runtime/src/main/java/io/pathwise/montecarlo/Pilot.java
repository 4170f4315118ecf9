package io.pathwise.montecarlo;

import io.pathwise.montecarlo.noise.IndependentNoise;
import io.pathwise.montecarlo.noise.PathNoise;
import io.pathwise.runtime.PathwiseFunction;

/**
 * Chooses the baseline of a function that wants one: its mean on some paths of their own. These are no paths of the
 * estimate, whose derivatives the baseline hence leaves without bias: given the baseline, the mean of baseline times score
 * is 0. And they depend on seed and parameters alone, so that every thread and machine chooses the same.
 */
final class Pilot {
    /** So many that the baseline's own error, 1/32 of the value's deviation, adds a thousandth to the variance. */
    private static final int PATHS = 1024;

    private final PathwiseFunction function;
    private double sum;
    private int count;

    private Pilot(PathwiseFunction function) {
        this.function = function;
    }

    /** The function with a baseline for these parameters, if it wants one. */
    static PathwiseFunction prepare(PathwiseFunction function, double[] parameters, long seed) {
        if (!function.wantsBaseline()) {
            return function;
        }
        Pilot pilot = new Pilot(function.copy());
        PathNoise noise = new PathNoise(IndependentNoise.ofPilot(seed), function.noise(parameters));
        for (int path = 0; path < PATHS; path++) {
            pilot.run(path, parameters, noise);
        }
        double mean = pilot.sum / pilot.count;
        return function.withBaseline(Double.isFinite(mean) ? mean : 0);
    }

    /** What is wrong with a path is for the estimate to say, if it meets such a path itself. */
    private void run(int path, double[] parameters, PathNoise noise) {
        try {
            noise.run(path, (normals, uniforms) -> add(function.value(parameters, normals, uniforms)));
        } catch (RuntimeException failure) {
            add(Double.NaN);
        }
    }

    private void add(double value) {
        if (Double.isFinite(value)) {
            sum += value;
            count++;
        }
    }
}
