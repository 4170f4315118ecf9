package io.pathwise.runtime;

import io.pathwise.runtime.special.LogOdds;
import io.pathwise.runtime.special.StudentQuantile;

/**
 * Inverse distribution functions in their standard form, which location and scale turn into draws: {@code location + scale ·
 * q(u)}. Called by generated code; accurate in both tails. At u = 0 and u = 1 they are the ends of the distribution.
 */
public final class StandardQuantile {
    private StandardQuantile() {}

    /**
     * The Laplace distribution: {@code log(2 u)} below the median, {@code −log(2 (1 − u))} above.
     *
     * @param u the probability
     */
    public static double laplace(double u) {
        return u < 0.5 ? Math.log(2 * u) : -Math.log(2 * (1 - u));
    }

    /**
     * The logistic distribution: {@code log(u / (1 − u))}.
     *
     * @param u the probability
     */
    public static double logistic(double u) {
        return LogOdds.of(u);
    }

    /**
     * The Cauchy distribution: {@code tan(π (u − ½))}.
     *
     * @param u the probability
     */
    public static double cauchy(double u) {
        if (u < 0.25) {
            return -1 / Math.tan(Math.PI * u);
        }
        return u > 0.75 ? 1 / Math.tan(Math.PI * (1 - u)) : Math.tan(Math.PI * (u - 0.5));
    }

    /**
     * The absolute value of a Cauchy variate: {@code tan(π u / 2)}.
     *
     * @param u the probability
     */
    public static double halfCauchy(double u) {
        return u < 0.5 ? Math.tan(0.5 * Math.PI * u) : 1 / Math.tan(0.5 * Math.PI * (1 - u));
    }

    /**
     * Student's distribution, by inversion.
     *
     * @param degreesOfFreedom positive and finite
     * @param u the probability
     */
    public static double studentT(double degreesOfFreedom, double u) {
        return StudentQuantile.value(degreesOfFreedom, u);
    }
}
