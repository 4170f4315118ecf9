package io.pathwise.runtime.special;

/**
 * The inverse of the distribution function of a standard normal variate on condition that it lies in [α, β], and the
 * derivatives of {@code mean + standardDeviation · quantile} in mean and standard deviation.
 *
 * <p>What reaches into a tail is computed relative to the density at the interval's near end, so that intervals far from
 * 0 are as accurate as others. The derivatives are integrals of t − E[t] and t² − E[t²], weighted by the density, over
 * the part of the interval on one side of the quantile, taken by quadrature: by their definition as differences they
 * would cancel near the ends. Distances from the ends are found from the probability again, as those of a rounded
 * quantile have lost their digits.
 *
 * <p>Intervals whose middle is negative are reflected. In the others the density is largest at the mode max(α, 0), from
 * which distances d are counted.
 */
public final class TruncatedNormalQuantile {
    private static final double TAIL_FROM = 3;
    private static final double NEAR = 0.05;
    private static final double DEPTH = 40;
    private static final int MOST_STEPS = 100;

    private TruncatedNormalQuantile() {}

    /**
     * The quantile of the truncated variate {@code mean + standardDeviation · t}, accurate relative to its distance from
     * the interval's ends where it is near one.
     *
     * @param lower the lower end, may be infinite
     * @param upper the upper end, may be infinite
     * @param p the probability, in [0, 1]
     * @param q its complement
     */
    public static double value(double mean, double standardDeviation, double lower, double upper, double p, double q) {
        if (p <= 0 || q <= 0) {
            return p <= 0 ? lower : upper;
        } else if (lower - mean + (upper - mean) < 0) {
            return -value(-mean, standardDeviation, -upper, -lower, q, p);
        }
        double alpha = (lower - mean) / standardDeviation;
        double beta = (upper - mean) / standardDeviation;
        if (alpha >= TAIL_FROM) {
            return Math.min(upper, lower + standardDeviation * beyond(alpha, beta, p, q));
        }
        double quantile = Math.max(alpha, Math.min(beta, central(alpha, beta, p, q)));
        if (quantile - alpha < NEAR * Math.max(1, Math.abs(alpha))) {
            return lower + standardDeviation * distance(alpha, beta, p, quantile - alpha, 1);
        } else if (beta - quantile < NEAR * Math.max(1, beta)) {
            return upper - standardDeviation * distance(alpha, beta, q, beta - quantile, -1);
        }
        return mean + standardDeviation * quantile;
    }

    private static double central(double alpha, double beta, double p, double q) {
        double below = q * NormalTail.above(-alpha) + p * NormalTail.above(-beta);
        double above = q * NormalTail.above(alpha) + p * NormalTail.above(beta);
        return NormalQuantile.of(below, above);
    }

    /** The distance of the quantile from α > 0, by Halley's method on the logarithm of the tail, which is concave. */
    private static double beyond(double alpha, double beta, double p, double q) {
        double millsAtAlpha = NormalTail.millsRatio(alpha);
        double left = Math.exp(-0.5 * (beta - alpha) * (beta + alpha)) * NormalTail.millsRatio(beta) / millsAtAlpha;
        double logTail = p < 0.5 ? Math.log1p(-p * (1 - left)) : Math.log(q + p * left);
        double distance = -2 * logTail / (alpha + Math.sqrt(alpha * alpha - 2 * logTail));
        for (int i = 0; i < MOST_STEPS; i++) {
            double mills = NormalTail.millsRatio(alpha + distance);
            double logHere = Math.log(mills / millsAtAlpha) - 0.5 * distance * (2 * alpha + distance);
            double step = -Halley.step((logTail - logHere) * mills, alpha + distance, mills);
            distance += step;
            if (Math.abs(step) <= 1e-6 / alpha) {
                break;
            }
        }
        return distance;
    }

    /** One step of Newton's method from a guess of the distance from an end; the density there is nearly constant. */
    private static double distance(double alpha, double beta, double probability, double guess, int direction) {
        double mode = Math.max(alpha, 0);
        double end = (direction > 0 ? alpha : beta) - mode;
        double mass = between(mode, alpha - mode, beta - mode, 1, 0, 0);
        return corrected(mode, end, guess, direction, probability * mass);
    }

    private static double corrected(double mode, double end, double guess, int direction, double mass) {
        double missing = mass - fromEnd(mode, end, guess, direction, 1, 0, 0);
        return guess + missing / density(mode, end + direction * guess);
    }

    /**
     * The derivative of {@code mean + standardDeviation · quantile} in the mean, the interval's ends being fixed.
     *
     * @param fromAlpha the quantile's distance from α
     * @param fromBeta its distance from β
     */
    public static double meanSensitivity(
            double alpha, double beta, double p, double q, double quantile, double fromAlpha, double fromBeta) {
        if (alpha + beta < 0) {
            return meanSensitivity(-beta, -alpha, q, p, -quantile, fromBeta, fromAlpha);
        }
        double mode = Math.max(alpha, 0);
        double mass = between(mode, alpha - mode, beta - mode, 1, 0, 0);
        double mean = between(mode, alpha - mode, beta - mode, 0, 1, 0) / mass;
        return quantile - mode < mean
                ? -oneSided(mode, alpha - mode, quantile - mode, fromAlpha, 1, p * mass, -mean, 1, 0)
                : oneSided(mode, beta - mode, quantile - mode, fromBeta, -1, q * mass, -mean, 1, 0);
    }

    /** The derivative of {@code mean + standardDeviation · quantile} in the standard deviation. */
    public static double scaleSensitivity(
            double alpha, double beta, double p, double q, double quantile, double fromAlpha, double fromBeta) {
        if (alpha + beta < 0) {
            return -scaleSensitivity(-beta, -alpha, q, p, -quantile, fromBeta, fromAlpha);
        }
        double mode = Math.max(alpha, 0);
        double mass = between(mode, alpha - mode, beta - mode, 1, 0, 0);
        double mean = between(mode, alpha - mode, beta - mode, 0, 2 * mode, 1) / mass;
        double here = quantile - mode;
        boolean isLower = alpha < 0 ? quantile < 0 : here * (2 * mode + here) < mean;
        return isLower
                ? -oneSided(mode, alpha - mode, here, fromAlpha, 1, p * mass, -mean, 2 * mode, 1)
                : oneSided(mode, beta - mode, here, fromBeta, -1, q * mass, -mean, 2 * mode, 1);
    }

    /** The integral of a polynomial from one end to the quantile, over the density there. */
    private static double oneSided(
            double mode,
            double end,
            double here,
            double fromEnd,
            int direction,
            double mass,
            double c0,
            double c1,
            double c2) {
        double reach = reach(mode + here);
        boolean isFar = !(fromEnd < reach);
        if (isFar || end < 0 != here < 0) {
            double from = isFar ? Math.max(Math.abs(here), 0) + reach : Math.abs(end);
            double far = -direction * from;
            double integral = direction > 0
                    ? between(mode, Math.max(end, far), here, c0, c1, c2)
                    : between(mode, here, Math.min(end, far), c0, c1, c2);
            return integral / density(mode, here);
        }
        double exact = corrected(mode, end, fromEnd, direction, mass);
        return fromEnd(mode, end, exact, direction, c0, c1, c2) / density(mode, end + direction * exact);
    }

    /** The density relative to that at the mode. */
    private static double density(double mode, double distance) {
        return Math.exp(-0.5 * distance * (2 * mode + distance));
    }

    /** How far from t, away from 0, the density matters relative to that at t. */
    private static double reach(double t) {
        double size = Math.abs(t);
        return 2 * DEPTH / (size + Math.sqrt(size * size + 2 * DEPTH));
    }

    /** The integral of {@code c0 + c1 d + c2 d²}, weighted by the density, as far as that matters. */
    private static double between(double mode, double from, double to, double c0, double c1, double c2) {
        double start = Math.max(from, Math.min(to, 0) - reach(Math.min(to, 0)));
        double end = Math.min(to, Math.max(start, 0) + reach(mode + Math.max(start, 0)));
        return start < 0 && end > 0
                ? fromEnd(mode, 0, -start, -1, c0, c1, c2) + fromEnd(mode, 0, end, 1, c0, c1, c2)
                : fromEnd(mode, start, end - start, 1, c0, c1, c2);
    }

    /** The same over a length that starts at an end, also where that is much smaller than the end itself. */
    private static double fromEnd(
            double mode, double end, double length, int direction, double c0, double c1, double c2) {
        double half = 0.5 * length;
        double sum = 0;
        for (int i = 0; i < GaussLegendre.COUNT; i++) {
            double d = end + direction * half * (1 + GaussLegendre.node(i));
            sum += GaussLegendre.weight(i) * density(mode, d) * (c0 + d * (c1 + d * c2));
        }
        return half * sum;
    }
}
