package io.pathwise.runtime.discrete;

/** Checks of the parameters of discrete distributions. A message names the sampler, the parameter and its value. */
final class Arguments {
    private Arguments() {}

    static void requireProbability(String sampler, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw refused(sampler, "p", "must be between 0 and 1", p);
        }
    }

    static void requirePositiveProbability(String sampler, double p) {
        if (!(p > 0 && p <= 1)) {
            throw refused(sampler, "p", "must be greater than 0 and at most 1", p);
        }
    }

    static void requireBetween(String sampler, String parameter, double least, double greatest, double value) {
        if (!(value >= least && value <= greatest)) {
            throw refused(sampler, parameter, "must be between " + least + " and " + greatest, value);
        }
    }

    static void requireAtLeast(String sampler, String parameter, int least, int value) {
        if (value < least) {
            throw refused(sampler, parameter, "must be at least " + least, value);
        }
    }

    private static IllegalArgumentException refused(String sampler, String parameter, String rule, Object value) {
        return new IllegalArgumentException(sampler + ": " + parameter + " " + rule + ", but is " + value);
    }
}
