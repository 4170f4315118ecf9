package io.pathwise.processor.rules;

/**
 * A parameter of a sampler.
 *
 * @param name its name
 * @param range what it may be
 */
record SamplerParameter(String name, Range range) {
    enum Range {
        FINITE,
        NOT_NEGATIVE,
        POSITIVE
    }

    static SamplerParameter finite(String name) {
        return new SamplerParameter(name, Range.FINITE);
    }

    static SamplerParameter notNegative(String name) {
        return new SamplerParameter(name, Range.NOT_NEGATIVE);
    }

    static SamplerParameter positive(String name) {
        return new SamplerParameter(name, Range.POSITIVE);
    }

    boolean admits(double value) {
        return Double.isFinite(value)
                && switch (range) {
                    case FINITE -> true;
                    case NOT_NEGATIVE -> value >= 0;
                    case POSITIVE -> value > 0;
                };
    }
}
