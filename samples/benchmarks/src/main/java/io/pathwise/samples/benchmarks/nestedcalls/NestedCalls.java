package io.pathwise.samples.benchmarks.nestedcalls;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** Helpers that call helpers, five deep, inside a loop: a particle in a well whose force fades with the distance. */
final class NestedCalls {
    private NestedCalls() {}

    /** Where the particle is after a thousand steps from {@code start}. */
    @Pathwise
    static double position(double start, double stiffness, double sharpness, double temperature) {
        double x = start;
        for (int t = 0; t < 1000; t++) {
            double shock = Sampler.normal(0, 1);
            x = step(x, stiffness, sharpness) + temperature * shock;
        }
        return x;
    }

    @Pathwise
    static double step(double x, double stiffness, double sharpness) {
        return x + 0.01 * force(x, stiffness, sharpness);
    }

    @Pathwise
    static double force(double x, double stiffness, double sharpness) {
        return -stiffness * x * attenuation(sharpness * x);
    }

    @Pathwise
    static double attenuation(double distance) {
        return 1 / (1 + softened(distance));
    }

    @Pathwise
    static double softened(double distance) {
        return Math.sqrt(1 + energy(distance));
    }

    @Pathwise
    static double energy(double distance) {
        return 0.5 * distance * distance;
    }
}
