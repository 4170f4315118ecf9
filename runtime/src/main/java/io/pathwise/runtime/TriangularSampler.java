package io.pathwise.runtime;

/**
 * Draws from the triangular distribution, {@code z = lower + √(u (upper − lower) (mode − lower))} up to the mode and
 * {@code upper − √((1 − u) (upper − lower) (upper − mode))} beyond, and its derivatives; called by generated code. Value
 * and first derivatives are continuous where the draw is the mode, at which the density has its kink: there {@code
 * ∂z/∂mode} is ½ from both sides. Where the mode is an end of the interval, the derivative is the one into it.
 */
public final class TriangularSampler {
    private TriangularSampler() {}

    /**
     * The draw.
     *
     * @throws IllegalArgumentException if a parameter is not finite, {@code lower} is not less than {@code upper}, or
     *     the mode is not between them
     */
    public static double value(double lower, double mode, double upper, double u) {
        Parameters.checkTriangular(lower, mode, upper);
        return isRising(lower, mode, upper, u)
                ? lower + Math.sqrt(u * (upper - lower) * (mode - lower))
                : upper - Math.sqrt((1 - u) * (upper - lower) * (upper - mode));
    }

    private static boolean isRising(double lower, double mode, double upper, double u) {
        return u * (upper - lower) <= mode - lower && mode > lower;
    }

    /** {@code ∂z/∂lower}: 1 − ∂z/∂mode − ∂z/∂upper. */
    public static double lowerPartial(double lower, double mode, double upper, double u) {
        return isRising(lower, mode, upper, u)
                ? 1 - 0.5 * Math.sqrt(u * (mode - lower) / (upper - lower)) - modePartial(lower, mode, upper, u)
                : 0.5 * Math.sqrt((1 - u) * (upper - mode) / (upper - lower));
    }

    /**
     * {@code ∂z/∂mode}: {@code ½ √(u (upper − lower) / (mode − lower))} up to the mode, {@code ½ √((1 − u) (upper −
     * lower) / (upper − mode))} beyond.
     */
    public static double modePartial(double lower, double mode, double upper, double u) {
        return isRising(lower, mode, upper, u)
                ? 0.5 * Math.sqrt(u * (upper - lower) / (mode - lower))
                : 0.5 * Math.sqrt((1 - u) * (upper - lower) / (upper - mode));
    }

    /** {@code ∂z/∂upper}: 1 − ∂z/∂mode − ∂z/∂lower. */
    public static double upperPartial(double lower, double mode, double upper, double u) {
        return isRising(lower, mode, upper, u)
                ? 0.5 * Math.sqrt(u * (mode - lower) / (upper - lower))
                : 1 - 0.5 * Math.sqrt((1 - u) * (upper - mode) / (upper - lower)) - modePartial(lower, mode, upper, u);
    }
}
