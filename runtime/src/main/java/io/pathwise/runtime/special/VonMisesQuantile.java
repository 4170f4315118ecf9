package io.pathwise.runtime.special;

/**
 * The inverse of the distribution function of the von Mises distribution of mean 0 on [−π, π], and its derivative in the
 * concentration κ.
 *
 * <p>The density is proportional to exp(κ cos x). Its integrals over one of the tails, and those of the derivative cos x
 * − I₁(κ)/I₀(κ) of its logarithm, are taken by quadrature, on the side of x on which the integrand has one sign. Angles
 * are held as v = log tan(x/2), which keeps both x and π − x accurate.
 */
public final class VonMisesQuantile {
    /** The density that is left out is smaller than exp(−this) times that at the start of the integral. */
    private static final double DEPTH = 38;

    private static final double CLOSE = 4e-6;
    private static final int MOST_STEPS = 200;

    private VonMisesQuantile() {}

    /**
     * The angle, in [−π, π].
     *
     * @param kappa the concentration, not negative
     * @param u the probability, in [0, 1]
     */
    public static double value(double kappa, double u) {
        if (u == 0.5 || u <= 0 || u >= 1) {
            return u == 0.5 ? 0 : Math.copySign(Math.PI, u - 0.5);
        }
        return Math.copySign(angle(logTangent(kappa, u, start(kappa, u))), u - 0.5);
    }

    /**
     * The derivative of the angle in κ at fixed probability.
     *
     * @param angle the quantile, in [−π, π], up to rounding
     */
    public static double sensitivity(double kappa, double u, double angle) {
        if (u == 0.5 || u <= 0 || u >= 1) {
            return 0;
        }
        double size = Math.abs(angle);
        boolean isInside = size > 0 && size < Math.PI;
        double start = isInside ? Math.log(Math.tan(0.5 * size)) : start(kappa, u);
        return -Math.copySign(shrinkage(kappa, logTangent(kappa, u, start)), u - 0.5);
    }

    private static double angle(double logTangent) {
        return 2 * Math.atan(Math.exp(logTangent));
    }

    private static double start(double kappa, double u) {
        double tail = Math.min(u, 1 - u);
        double wide = Math.PI * Math.abs(2 * u - 1);
        double narrow = Math.abs(NormalQuantile.of(u, 1 - u)) / Math.sqrt(Math.max(kappa, 1e-3));
        return narrow < 0.7 * wide ? Math.log(Math.tan(0.5 * narrow)) : Math.log(wide / (2 * Math.PI)) - Math.log(tail);
    }

    /** The root of one tail's logarithm, by Halley's method inside a bracket. */
    private static double logTangent(double kappa, double u, double start) {
        double outer = 2 * Math.min(u, 1 - u);
        double inner = Math.abs(2 * u - 1);
        double logTotal = Math.log(Math.PI * BesselRatio.scaledI0(kappa));
        double close = CLOSE / Math.cbrt(Math.max(1, kappa));
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double v = start;
        for (int i = 0; i < MOST_STEPS; i++) {
            double step = outer < 0.5
                    ? outerStep(kappa, v, Math.log(outer) + logTotal)
                    : innerStep(kappa, v, Math.log(inner) + logTotal);
            low = step > 0 ? v : low;
            high = step < 0 ? v : high;
            double next = v + Math.max(-2, Math.min(2, step));
            v = next > low && next < high || Math.abs(step) <= close ? next : 0.5 * (low + high);
            if (Math.abs(step) <= close) {
                break;
            }
        }
        return v;
    }

    private static double outerStep(double kappa, double v, double logTarget) {
        double x = angle(v);
        double sine = Math.sin(x);
        double mass = outward(kappa, v, 0, 1);
        double logDensity = -2 * kappa * square(Math.sin(0.5 * x));
        double ratio = mass / sine;
        double slope = Math.cos(x) - kappa * sine * sine;
        return -Halley.step((logTarget - Math.log(mass) - logDensity) * ratio, -slope, ratio);
    }

    private static double innerStep(double kappa, double v, double logTarget) {
        double x = angle(v);
        double sine = Math.sin(x);
        double mass = inward(kappa, x, 0, 1);
        double logDensity = -2 * kappa * square(Math.sin(0.5 * x));
        double ratio = mass / sine;
        double slope = Math.cos(x) - kappa * sine * sine;
        return Halley.step((logTarget - Math.log(mass) - logDensity) * ratio, slope, ratio);
    }

    /** −∂x/∂κ for the positive angle. */
    private static double shrinkage(double kappa, double v) {
        double complement = BesselRatio.complement(kappa);
        double x = angle(v);
        return 2 * square(Math.sin(0.5 * x)) < complement
                ? inward(kappa, x, -2, complement)
                : -outward(kappa, v, -2, complement);
    }

    /** The integral of exp(κ (cos t − cos x)) (a sin²(t/2) + b) over t from x to π. */
    private static double outward(double kappa, double v, double a, double b) {
        double x = angle(v);
        double length = Math.min(angle(-v), reach(kappa, x));
        double sum = 0;
        for (int i = 0; i < GaussLegendre.COUNT; i++) {
            double half = 0.25 * length * (1 + GaussLegendre.node(i));
            double density = Math.exp(-2 * kappa * Math.sin(x + half) * Math.sin(half));
            sum += GaussLegendre.weight(i) * density * (a * square(Math.sin(0.5 * x + half)) + b);
        }
        return 0.5 * length * sum;
    }

    /** How far beyond x the density matters. */
    private static double reach(double kappa, double x) {
        double drop = DEPTH / kappa;
        if (drop < 0.01) {
            return Math.max(2 * drop / (x + Math.sqrt(x * x + 2 * drop)), 0) * 1.1;
        }
        double end = Math.cos(x) - drop;
        return end > -1 ? Math.acos(end) - x : Math.PI;
    }

    /** The same integral over t from 0 to x. */
    private static double inward(double kappa, double x, double a, double b) {
        double sum = 0;
        for (int i = 0; i < GaussLegendre.COUNT; i++) {
            double half = 0.25 * x * (1 + GaussLegendre.node(i));
            double density = Math.exp(2 * kappa * Math.sin(0.5 * x + half) * Math.sin(0.5 * x - half));
            sum += GaussLegendre.weight(i) * density * (a * square(Math.sin(half)) + b);
        }
        return 0.5 * x * sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
