package io.pathwise.samples.benchmarks.discrete;

import io.pathwise.Discrete;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** Programs that draw whole numbers, each differentiated by every strategy. */
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

    /** The same through every alternative of every draw. */
    @Pathwise(discrete = Discrete.COUPLED_ALL)
    static double walkOfAll(double p, int steps) {
        return walk(p, steps);
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

    /** The same through every alternative of the draw. */
    @Pathwise(discrete = Discrete.COUPLED_ALL)
    static double claimsOfAll(double rate, double scale) {
        return claims(rate, scale);
    }

    /** A coin that pays 4 or 1. */
    @Pathwise
    static double coin(double p) {
        return Sampler.bernoulli(p) == 1 ? 4 : 1;
    }

    /** The same through every alternative, of which there is one. */
    @Pathwise(discrete = Discrete.COUPLED_ALL)
    static double coinOfAll(double p) {
        return coin(p);
    }

    /** The same by the score. */
    @Pathwise(discrete = Discrete.SCORE_FUNCTION)
    static double scoredCoin(double p) {
        return coin(p);
    }
}
