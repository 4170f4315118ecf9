package io.pathwise.samples.benchmarks.chain;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** Ten steps of a nonlinear chain: a short loop full of elementary functions. */
final class Chain {
    private Chain() {}

    /** Where the chain is after ten steps from {@code start}. */
    @Pathwise
    static double end(double mu, double sigma, double start) {
        double x = start;
        for (int t = 0; t < 10; t++) {
            double shock = Sampler.normal(0, 1);
            x = Math.sin(x) * mu + sigma * shock + Math.log(1 + x * x);
        }
        return x;
    }
}
