package io.pathwise.runtime.special;

/**
 * The inverse of the regularized incomplete gamma function, as a logarithm, which exists where the quantile itself
 * underflows.
 *
 * <p>The logarithms of P and Q are concave in log x, so that Halley's method on the smaller of them, which needs only
 * the ratio of the tail to the density, converges from every start.
 */
public final class GammaQuantile {
    /** A start by Wilson and Hilferty's cube of a normal variate. */
    private static final double CUBE_FROM = 0.5;

    /** A cubic step of this size, in units of a width to the power of 2/3, leaves an error below rounding. */
    private static final double CLOSE = 6e-6;

    private static final int MOST_STEPS = 60;

    private GammaQuantile() {}

    /**
     * log x with P(a, x) = p and Q(a, x) = q.
     *
     * @param a the shape, positive and finite
     * @param p the probability, in [0, 1]
     * @param q its complement
     */
    public static double log(double a, double p, double q) {
        if (p <= 0 || q <= 0) {
            return p <= 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double logConstant = IncompleteGamma.logConstant(a);
        double close = CLOSE / Math.cbrt(Math.max(1, a));
        double logX = start(a, p, q, logConstant);
        for (int i = 0; i < MOST_STEPS; i++) {
            double step = step(a, logX, p, q, logConstant);
            logX += step;
            if (Math.abs(step) <= close) {
                break;
            }
        }
        return logX;
    }

    private static double step(double a, double logX, double p, double q, double logConstant) {
        double x = Math.exp(logX);
        double logDensity = IncompleteGamma.logDensity(a, x, logX, logConstant);
        double ratio = IncompleteGamma.tailRatio(a, x);
        double logTail = logDensity + Math.log(a * ratio);
        return IncompleteGamma.isLower(a, x)
                ? Halley.step((Math.log(p) - logTail) * ratio, a - x, ratio)
                : -Halley.step((Math.log(q) - logTail) * ratio, x - a, ratio);
    }

    private static double start(double a, double p, double q, double logConstant) {
        if (a >= CUBE_FROM) {
            double cubeRoot = 1 - 1 / (9 * a) + NormalQuantile.of(p, q) / (3 * Math.sqrt(a));
            if (cubeRoot > 0.3) {
                return Math.log(a) + 3 * Math.log(cubeRoot);
            }
        }
        double logGamma = (a < Stirling.FROM ? 0 : a * (Math.log(a) - 1)) - logConstant;
        double fromBelow = (Math.log(p) + logGamma) / a;
        double exponential = Math.log(a) - Math.log(q) - logGamma;
        if (q < 0.3 && exponential > 1) {
            return Math.max(fromBelow, Math.log(exponential + (a - 1) * Math.log(exponential)));
        }
        return fromBelow + Math.min(1, Math.exp(fromBelow) / (a + 1));
    }
}
