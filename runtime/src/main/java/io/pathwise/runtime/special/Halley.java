package io.pathwise.runtime.special;

/** Steps towards a quantile on the logarithm of a distribution function. */
final class Halley {
    private Halley() {}

    /**
     * The step of Halley's method for log F = c.
     *
     * @param newton the step of Newton's method, (c − log F) F / f
     * @param logDensitySlope f′ / f
     * @param ratio F / f
     */
    static double step(double newton, double logDensitySlope, double ratio) {
        double curvature = 0.5 * newton * (logDensitySlope - 1 / ratio);
        return newton / (1 + Math.max(-0.5, Math.min(1, curvature)));
    }
}
