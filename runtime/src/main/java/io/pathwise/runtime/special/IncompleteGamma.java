package io.pathwise.runtime.special;

import org.apache.commons.numbers.gamma.Erfcx;

/**
 * The regularized incomplete gamma functions P(a, x) and Q(a, x) as multiples of the density h = xᵃ e⁻ˣ / Γ(a) of the
 * logarithm of a gamma variate, and the derivative of their inverse in a.
 *
 * <p>Three methods share the plane: the series P = h Σ xⁿ / (a)ₙ₊₁ (NIST Digital Library of Mathematical Functions,
 * 8.7.1), the continued fraction of Q (8.9.2), and for large a near the mean {@link UniformGamma}. Each is
 * differentiated term by term. The derivative of log x at fixed P is the integral of log t − ψ(a), weighted by h, over
 * one of the tails; the tail is always one on which that has one sign, so that nothing cancels.
 */
public final class IncompleteGamma {
    private static final double PRECISION = 0x1p-54;
    private static final double TINY = 1e-290;
    private static final int LONGEST = 100_000;
    private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

    private IncompleteGamma() {}

    /** The logarithm of {@code h / a = xᵃ e⁻ˣ / Γ(a + 1)}, given {@link #logConstant}. */
    static double logDensity(double a, double x, double logX, double logConstant) {
        if (a < Stirling.FROM) {
            return a * logX - x + logConstant;
        }
        double mu = (x - a) / a;
        double deviance = mu > -0.9 ? Logarithms.log1pMinusX(mu) : logX - Math.log(a) - mu;
        return a * deviance + logConstant;
    }

    /** The part of {@link #logDensity} that does not depend on x. */
    static double logConstant(double a) {
        return a < Stirling.FROM ? -Stirling.logGamma1p(a) : -0.5 * Math.log(2 * Math.PI * a) - Stirling.remainder(a);
    }

    /** Whether {@link #tailRatio} is that of the lower tail, P, rather than that of Q. */
    static boolean isLower(double a, double x) {
        if (a < 0.1) {
            return x < 0.7;
        }
        return x < (a < 1 ? 2 : a + (UniformGamma.applies(a, x / a - 1) ? 0 : 1));
    }

    /** P / h or Q / h, as {@link #isLower} says. */
    static double tailRatio(double a, double x) {
        double mu = x / a - 1;
        if (UniformGamma.applies(a, mu)) {
            double exactMu = (x - a) / a;
            double eta = UniformGamma.eta(exactMu);
            double half = 0.5 * Erfcx.value(Math.abs(eta) * Math.sqrt(0.5 * a));
            double correction = UniformGamma.correction(a, eta) / a;
            double main = UniformGamma.normalization(a) * SQRT_TWO_PI / Math.sqrt(a) * half;
            return exactMu < 0 ? main - correction : main + correction;
        }
        return isLower(a, x) ? lowerSeries(a, x) : upperFraction(a, x);
    }

    private static double lowerSeries(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (double n = a + 1; term > PRECISION * sum; n++) {
            term *= x / n;
            sum += term;
        }
        return sum;
    }

    private static double upperFraction(double a, double x) {
        double b = x + 1 - a;
        double d = 1 / b;
        double c = 1 / TINY;
        double fraction = d;
        double change = 0;
        for (int n = 1; Math.abs(change - 1) > PRECISION && n < LONGEST; n++) {
            double numerator = n * (a - n);
            b += 2;
            d = 1 / (b + numerator * d);
            c = b + numerator / c;
            change = c * d;
            fraction *= change;
        }
        return fraction;
    }

    /**
     * The derivative of log x in the shape a, at fixed P(a, x).
     *
     * @param a the shape, positive
     * @param x the quantile, positive
     * @param logX its logarithm
     */
    public static double shapeSensitivity(double a, double x, double logX) {
        double mu = x / a - 1;
        if (UniformGamma.applies(a, mu)) {
            return UniformGamma.shapeSensitivity(a, (x - a) / a);
        }
        return isLower(a, x) ? lowerSensitivity(a, x, logX) : upperSensitivity(a, x, logX);
    }

    /** {@code Σ xⁿ / (a)ₙ₊₁ (ψ(a + n + 1) − log x)}, whose last factor may be negative at first. */
    private static double lowerSensitivity(double a, double x, double logX) {
        double term = 1 / a;
        double weight = Digamma.value(a + 1) - logX;
        double sum = term * weight;
        for (double n = a + 1; weight < 0 || term * (1 + weight) > PRECISION * sum; n++) {
            double inverse = 1 / n;
            term *= x * inverse;
            weight += inverse;
            sum += term * weight;
        }
        return sum;
    }

    /** {@code C (log x − ψ(a)) + ∂C/∂a} for the continued fraction C, by Lentz's method with derivatives. */
    private static double upperSensitivity(double a, double x, double logX) {
        double b = x + 1 - a;
        double d = 1 / b;
        double dSlope = d * d;
        double c = 1 / TINY;
        double cSlope = 0;
        double fraction = d;
        double logSlope = d;
        double change = 1;
        for (int n = 1; change > PRECISION && n < LONGEST; n++) {
            double numerator = n * (a - n);
            b += 2;
            double cInverse = 1 / c;
            cSlope = -1 + (n - numerator * cSlope * cInverse) * cInverse;
            c = b + numerator * cInverse;
            double slope = -1 + n * d + numerator * dSlope;
            d = 1 / (b + numerator * d);
            dSlope = -d * d * slope;
            double factor = c * d;
            double logFactorSlope = cSlope / c - d * slope;
            fraction *= factor;
            logSlope += logFactorSlope;
            change = Math.abs(factor - 1) + Math.abs(logFactorSlope / logSlope);
        }
        return fraction * (logX - Digamma.value(a) + logSlope);
    }
}
