package io.pathwise.processor.fuzz;

import java.util.Random;

/**
 * How far rounding may move a partial derivative: as far as changes in the last digits of the parameters and tangents of
 * other lengths move it.
 */
final class Rounding {
    private static final int TRIALS = 6;
    private static final double CHANGE = 1e-14;
    private static final double ALLOWANCE = 100;

    private final Path path;
    private final double[] parameters;
    private final Random random;
    private double[] spread;

    Rounding(Path path, double[] parameters, long seed) {
        this.path = path;
        this.parameters = parameters;
        this.random = new Random(seed);
    }

    double of(int component) {
        if (spread == null) {
            spread = spread();
        }
        return spread[component];
    }

    private double[] spread() {
        double[] at = path.jacobian(parameters);
        double total = 0;
        for (double each : at) {
            total += Double.isFinite(each) ? Math.abs(each) : 0;
        }
        double[] most = new double[at.length];
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] jacobian = path.jacobian(changed(), 1 + random.nextDouble());
            for (int i = 0; i < most.length; i++) {
                most[i] = Math.max(most[i], ALLOWANCE * Math.abs(jacobian[i] - at[i]));
            }
        }
        for (int i = 0; i < most.length; i++) {
            most[i] += 1e-12 * total;
        }
        return most;
    }

    private double[] changed() {
        double[] changed = parameters.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] *= 1 + CHANGE * (2 * random.nextDouble() - 1);
        }
        return changed;
    }
}
