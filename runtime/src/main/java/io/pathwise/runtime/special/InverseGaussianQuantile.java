package io.pathwise.runtime.special;

/**
 * The inverse of the distribution function of the inverse Gaussian distribution of mean 1 and shape φ, and its
 * derivatives.
 *
 * <p>With v = log y, α = 2 √φ sinh(v/2) and β = 2 √φ cosh(v/2), the distribution function is Φ(α) + exp(2 φ) Φ(−β), which
 * is the normal density at α times R(−α) + R(β), R being Mills' ratio, and 1 minus it is that density times R(α) − R(β)
 * (R. S. Chhikara, J. L. Folks, The inverse Gaussian distribution, 1989). Its logarithms are concave in v.
 */
public final class InverseGaussianQuantile {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double CLOSE = 6e-6;
    private static final int MOST_STEPS = 200;

    private InverseGaussianQuantile() {}

    /**
     * log y.
     *
     * @param phi the shape over the mean, positive and finite
     * @param u the probability, in [0, 1]
     */
    public static double log(double phi, double u) {
        if (u <= 0 || u >= 1) {
            return u <= 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        boolean lower = u < 0.5;
        double logProbability = Math.log(lower ? u : 1 - u);
        double close = CLOSE / Math.cbrt(Math.max(1, phi));
        double v = start(phi, u);
        for (int i = 0; i < MOST_STEPS; i++) {
            double step = step(phi, v, lower, logProbability);
            v += step;
            if (Math.abs(step) <= close) {
                break;
            }
        }
        return v;
    }

    private static double step(double phi, double v, boolean lower, double logProbability) {
        double root = 2 * Math.sqrt(phi);
        double alpha = root * Math.sinh(0.5 * v);
        double beta = root * Math.cosh(0.5 * v);
        double mills = lower
                ? NormalTail.millsRatio(-alpha) + NormalTail.millsRatio(beta)
                : NormalTail.millsRatio(alpha) - NormalTail.millsRatio(beta);
        double logTail = Math.log(mills) - 0.5 * alpha * alpha - HALF_LOG_TWO_PI;
        double ratio = mills * Math.exp(0.5 * v) / Math.sqrt(phi);
        double slope = -0.5 - phi * Math.sinh(v);
        double newton = (logProbability - logTail) * ratio;
        return lower ? Halley.step(newton, slope, ratio) : -Halley.step(newton, -slope, ratio);
    }

    private static double start(double phi, double u) {
        if (phi > 1) {
            return NormalQuantile.of(u, 1 - u) / Math.sqrt(phi) - 0.5 / phi;
        }
        double levy = NormalQuantile.of(0.5 * u, 1 - 0.5 * u);
        double longest = 1 - 2 * Math.log1p(-u) / phi;
        return Math.log(Math.min(phi / (levy * levy), longest));
    }

    /** ∂y/∂φ, which is {@code y (1 − y) / (φ (1 + y)) + 2 √(y³/φ) (1/β − R(β))}, given also 1 − y. */
    public static double shapeSensitivity(double phi, double y, double complement) {
        double beta = Math.sqrt(phi / y) * (1 + y);
        return y * complement / (phi * (1 + y)) + 2 * y * Math.sqrt(y / phi) * NormalTail.millsDefect(beta);
    }

    /** y − φ ∂y/∂φ, which is {@code 2 √(y³ φ) R(β)}. */
    public static double meanSensitivity(double phi, double y) {
        double beta = Math.sqrt(phi / y) * (1 + y);
        return 2 * y * Math.sqrt(y * phi) * NormalTail.millsRatio(beta);
    }
}
