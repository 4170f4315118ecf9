package io.pathwise.samples.benchmarks.exponentialsquared;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** The square of one exponential draw: nothing but the price of a call. */
final class ExponentialSquared {
    private ExponentialSquared() {}

    /**
     * The square of a draw.
     *
     * @param mean of the exponential distribution
     */
    @Pathwise
    static double square(double mean) {
        double x = Sampler.exponential(mean);
        return x * x;
    }
}
