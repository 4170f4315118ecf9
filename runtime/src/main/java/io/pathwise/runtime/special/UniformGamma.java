package io.pathwise.runtime.special;

/**
 * The uniform asymptotic expansion of the incomplete gamma functions for large shapes a.
 *
 * <p>With x = λ a and ½ η² = λ − 1 − log λ, Q(a, x) is the integral of exp(−½ a ζ²) g(ζ) over ζ > η, divided by that
 * over all ζ, where g(η) = η / (λ − 1). Integration by parts, g = G + η B − B′ / a, leaves Q = ½ erfc(η √(a/2)) +
 * exp(−½ a η²) B(η) / (√(2π a) G), where the coefficients of B and the number G follow from those of g by a backward
 * recurrence (N. M. Temme, The uniform asymptotic expansion of a class of integrals related to cumulative distribution
 * functions, SIAM J. Math. Anal. 13, 1982; its form by recurrence in A. Gil, J. Segura, N. M. Temme, Efficient and
 * accurate algorithms for the computation and inversion of the incomplete gamma function ratios, SIAM J. Sci. Comput.
 * 34, 2012). Everything here is a ratio to the density, so that no exponential is needed.
 */
final class UniformGamma {
    /** From this shape on, and for |η| up to {@link #LIMIT}, the expansion is exact to the last digits. */
    static final double SHAPE_FROM = 14;

    static final double LIMIT = 0.9;

    private static final int DEGREE = 34;
    private static final double[] G = coefficients();

    private UniformGamma() {}

    /** The Taylor coefficients of g(η) = η / μ(η), where μ = λ − 1 solves μ μ′ = η (1 + μ). */
    private static double[] coefficients() {
        double[] mu = new double[DEGREE + 3];
        mu[1] = 1;
        for (int k = 2; k < mu.length; k++) {
            double sum = mu[k - 1];
            for (int j = 2; j < k; j++) {
                sum -= mu[j] * (k + 1 - j) * mu[k + 1 - j];
            }
            mu[k] = sum / (k + 1);
        }
        double[] g = new double[DEGREE + 2];
        for (int k = 0; k < g.length; k++) {
            double sum = k == 0 ? 1 : 0;
            for (int j = 1; j <= k; j++) {
                sum -= mu[j + 1] * g[k - j];
            }
            g[k] = sum;
        }
        return g;
    }

    /** η for μ = x / a − 1. */
    static double eta(double mu) {
        return Math.copySign(Math.sqrt(-2 * Logarithms.log1pMinusX(mu)), mu);
    }

    static boolean applies(double shape, double mu) {
        return shape >= SHAPE_FROM && mu > -0.55 && mu < 1;
    }

    /**
     * B(η), to be added to (upper) or subtracted from (lower tail) the complementary error function: {@code Q / h =
     * √(2π/a) G ½ erfcx(η √(a/2)) + B / a}, h being the density of log x.
     */
    static double correction(double shape, double eta) {
        double inverse = 1 / shape;
        double even = 0;
        double odd = 0;
        double sum = 0;
        // β(m − 1) = g(m) + (m + 1) β(m + 1) / a, the powers of both parities in turn
        for (int m = DEGREE; m >= 1; m--) {
            double beta = G[m] + (m + 1) * even * inverse;
            even = odd;
            odd = beta;
            sum = sum * eta + beta;
        }
        return sum;
    }

    /** G = 1 + β₁ / a, which is Γ(a) over Stirling's approximation of it. */
    static double normalization(double shape) {
        return Math.exp(Stirling.remainder(shape));
    }

    /**
     * ∂ log x / ∂a at fixed Q, which is {@code 1/a} times {@code G ((λ − 1)/η − η/2) + (log λ − 1/(2a) − G′/G) B +
     * ∂B/∂a − B′ (λ − 1)/(a η)}.
     */
    static double shapeSensitivity(double shape, double mu) {
        double eta = eta(mu);
        double inverse = 1 / shape;
        double below = 0;
        double last = 0;
        double belowSlope = 0;
        double lastSlope = 0;
        double sum = 0;
        double slope = 0;
        double inShape = 0;
        for (int m = DEGREE; m >= 1; m--) {
            double scale = (m + 1) * inverse;
            double beta = G[m] + scale * below;
            double betaSlope = scale * (belowSlope - below * inverse);
            slope = slope * eta + sum;
            sum = sum * eta + beta;
            inShape = inShape * eta + betaSlope;
            below = last;
            last = beta;
            belowSlope = lastSlope;
            lastSlope = betaSlope;
        }
        double normalization = 1 + below * inverse;
        double normalizationSlope = (belowSlope - below * inverse) * inverse;
        double ratio = mu == 0 ? 1 : mu / eta;
        double scaled = normalization * (ratio - 0.5 * eta)
                + (Math.log1p(mu) - 0.5 * inverse - normalizationSlope / normalization) * sum
                + inShape
                - slope * ratio * inverse;
        return scaled * inverse;
    }
}
