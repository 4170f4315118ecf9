package io.pathwise.runtime;

/** Checks of the parameters of samplers. A message names the sampler, the parameter and its value. */
final class Parameters {
    private Parameters() {}

    static void requireFinite(String sampler, String parameter, double value) {
        if (!Double.isFinite(value)) {
            throw refused(sampler, parameter, "must be finite", value);
        }
    }

    static void requireNotNegative(String sampler, String parameter, double value) {
        requireFinite(sampler, parameter, value);
        if (value < 0) {
            throw refused(sampler, parameter, "must not be negative", value);
        }
    }

    static void requirePositive(String sampler, String parameter, double value) {
        requireFinite(sampler, parameter, value);
        if (value <= 0) {
            throw refused(sampler, parameter, "must be positive", value);
        }
    }

    static void requireInterval(String sampler, double lower, double upper) {
        requireFinite(sampler, "lower", lower);
        requireFinite(sampler, "upper", upper);
        if (lower >= upper) {
            throw refused(sampler, "upper", "must be greater than lower " + lower, upper);
        }
        requireFinite(sampler, "upper - lower", upper - lower);
    }

    private static IllegalArgumentException refused(String sampler, String parameter, String rule, double value) {
        return new IllegalArgumentException(sampler + ": " + parameter + " " + rule + ", but is " + value);
    }
}
