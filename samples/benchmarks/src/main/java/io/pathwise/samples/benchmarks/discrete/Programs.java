package io.pathwise.samples.benchmarks.discrete;

import io.pathwise.Discrete;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** Programs that draw whole numbers, each differentiated in two ways: one runs a path again, the other never does. */
final class Programs {
    private Programs() {}

    /** Where a walk is after some steps that become rarer as it goes on. */
    @Pathwise
    static double walk(double p, int steps) {
        int n = 0;
        for (int i = 1; i <= steps; i++) {
            n += Sampler.bernoulli(p * (1 - (n + i) / (2.0 * steps)));
        }
        return n;
    }

    /** The same by the score. */
    @Pathwise(discrete = Discrete.SCORE_FUNCTION)
    static double scoredWalk(double p, int steps) {
        int n = 0;
        for (int i = 1; i <= steps; i++) {
            n += Sampler.bernoulli(p * (1 - (n + i) / (2.0 * steps)));
        }
        return n;
    }

    /** The sum of a random number of claims. */
    @Pathwise
    static double claims(double rate, double scale) {
        int claims = Sampler.poisson(rate);
        double sum = 0;
        for (int i = 0; i < claims; i++) {
            sum += Sampler.exponential(scale);
        }
        return sum;
    }

    /** The same by the score. */
    @Pathwise(discrete = Discrete.SCORE_FUNCTION)
    static double scoredClaims(double rate, double scale) {
        int claims = Sampler.poisson(rate);
        double sum = 0;
        for (int i = 0; i < claims; i++) {
            sum += Sampler.exponential(scale);
        }
        return sum;
    }
}
