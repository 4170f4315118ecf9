package io.pathwise.optimize;

import java.util.Objects;

/** A box that parameters stay in. */
final class Bounds {
    static final Bounds NONE = new Bounds(new double[0], new double[0]);

    private final double[] lower;
    private final double[] upper;

    private Bounds(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    static Bounds of(double[] lower, double[] upper) {
        Objects.requireNonNull(lower, "lower");
        Objects.requireNonNull(upper, "upper");
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(
                    "there are " + lower.length + " lower bounds, but " + upper.length + " upper bounds");
        }
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] <= upper[i])) {
                throw new IllegalArgumentException(
                        "lower bound " + lower[i] + " of parameter " + i + " is not below upper bound " + upper[i]);
            }
        }
        return new Bounds(lower.clone(), upper.clone());
    }

    void requireContain(double[] parameters) {
        if (this != NONE && lower.length != parameters.length) {
            throw new IllegalArgumentException(
                    "there are bounds for " + lower.length + " parameters, but there are " + parameters.length);
        }
        for (int i = 0; i < lower.length; i++) {
            if (parameters[i] < lower[i] || parameters[i] > upper[i]) {
                throw new IllegalArgumentException("parameter " + i + " starts at " + parameters[i]
                        + ", out of its bounds " + lower[i] + " and " + upper[i]);
            }
        }
    }

    void clamp(double[] parameters) {
        for (int i = 0; i < lower.length; i++) {
            parameters[i] = Math.min(Math.max(parameters[i], lower[i]), upper[i]);
        }
    }
}
