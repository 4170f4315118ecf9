package io.pathwise.samples.diffusion;

/**
 * How data become noise between time 0 and time 1: a point x₀ has become α x₀ + σ ε, where α² + σ² = 1, so that noise of
 * variance 1 keeps data of variance 1 as wide as they are.
 */
final class Schedule {
    private Schedule() {}

    /** The share of the data, cos(πt/2). */
    static double alpha(double t) {
        return Math.cos(0.5 * Math.PI * t);
    }

    /** The share of the noise, sin(πt/2). */
    static double sigma(double t) {
        return Math.sin(0.5 * Math.PI * t);
    }
}
