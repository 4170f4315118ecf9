package io.pathwise.runtime.special;

/**
 * The inverse of the regularized incomplete beta function, as log-odds v = log(x / (1 − x)), which keep both x and 1 − x
 * accurate. The logarithms of I and 1 − I are concave in v, so that Halley's method on one of them, which needs only the
 * ratio of the tail to the density, converges from every start.
 */
public final class BetaQuantile {
    /** A cubic step of this size, in units of a width to the power of 2/3, leaves an error below rounding. */
    private static final double CLOSE = 6e-6;

    private static final int MOST_STEPS = 100;

    private BetaQuantile() {}

    /**
     * The log-odds of x with I(x; a, b) = p.
     *
     * @param a positive and finite
     * @param b positive and finite
     * @param p the probability, in [0, 1]
     * @param q its complement
     */
    public static double logOdds(double a, double b, double p, double q) {
        return logOdds(a, b, p, q, Double.NaN);
    }

    /** The same from a start; NaN if none is known. */
    public static double logOdds(double a, double b, double p, double q, double start) {
        if (p <= 0 || q <= 0) {
            return p <= 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double forLower = IncompleteBeta.logConstant(a, b);
        double forUpper = b < IncompleteBeta.SMALL ? IncompleteBeta.logConstant(b, a) : forLower + Math.log(a / b);
        double close = CLOSE * Math.min(1, Math.cbrt((a + b) / a / b));
        double v = Double.isNaN(start) ? start(a, b, p, q, forLower, forUpper) : start;
        for (int i = 0; i < MOST_STEPS; i++) {
            double small = Math.exp(-Math.abs(v));
            double large = 1 / (1 + small);
            double x = v < 0 ? small * large : large;
            double y = v < 0 ? large : small * large;
            double logLarge = -Math.log1p(small);
            double logX = v < 0 ? v + logLarge : logLarge;
            double logY = v < 0 ? logLarge : logLarge - v;
            double step = IncompleteBeta.isLower(a, b, x, y)
                    ? step(a, b, x, y, logX, logY, p, forLower)
                    : -step(b, a, y, x, logY, logX, q, forUpper);
            v += step;
            if (Math.abs(step) <= close) {
                break;
            }
        }
        return v;
    }

    /** A step in the log-odds of x towards {@code I(x; a, b) = p}, x being in the lower tail. */
    private static double step(
            double a, double b, double x, double y, double logX, double logY, double p, double logConstant) {
        double ratio = IncompleteBeta.lowerRatio(a, b, x, y);
        double logTail = IncompleteBeta.logDensity(a, b, x, y, logX, logY, logConstant) + Math.log(a * ratio);
        return Halley.step((Math.log(p) - logTail) * ratio, a * y - b * x, ratio);
    }

    private static double start(double a, double b, double p, double q, double forLower, double forUpper) {
        if (a > 1 && b > 1) {
            return carter(a, b, NormalQuantile.of(p, q));
        }
        double logX = (Math.log(p) - forLower) / a;
        double logY = (Math.log(q) - forUpper) / b;
        if (logX < logY) {
            return logX - Math.log1p(-Math.exp(Math.min(logX, -0.5)));
        }
        return Math.log1p(-Math.exp(Math.min(logY, -0.5))) - logY;
    }

    /** An expansion about the normal distribution (A. H. Carter, Approximation to percentage points of the z-distribution, Biometrika 34, 1947). */
    private static double carter(double a, double b, double normal) {
        double s = 1 / (2 * a - 1);
        double t = 1 / (2 * b - 1);
        double mean = 2 / (s + t);
        double third = (normal * normal - 3) / 6;
        double half = normal * Math.sqrt(mean + third) / mean + (t - s) * (third + 5.0 / 6 - 2 / (3 * mean));
        return Math.log(a / b) + 2 * half;
    }
}
