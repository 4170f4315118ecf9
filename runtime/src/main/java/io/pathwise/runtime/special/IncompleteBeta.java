package io.pathwise.runtime.special;

/**
 * The regularized incomplete beta functions I(x; a, b) and 1 − I = I(y; b, a), y = 1 − x, as multiples of the density h =
 * xᵃ yᵇ / B(a, b) of the log-odds v = log(x / y) of a beta variate, and the derivative of v in a at fixed I.
 *
 * <p>The derivative is the integral of log t − ψ(a) + ψ(a + b), weighted by h, over one of the tails; the tail is always
 * one on which that has one sign, so that nothing cancels. The derivative in b follows by symmetry: exchange a with b,
 * and x with y, and change the sign. Series (NIST Digital Library of Mathematical Functions, 8.17.8, differentiated term
 * by term) and {@link BetaFraction} share the plane.
 */
public final class IncompleteBeta {
    private static final double PRECISION = 0x1p-54;

    /** Below this shape the logarithm of a B(a, b), nearly 0, must not be a difference of large terms. */
    static final double SMALL = 0.1;

    private IncompleteBeta() {}

    /**
     * The part of {@link #logDensity} that does not depend on x: {@code −log(a B(a, b))}, and in the deviance's form if
     * both shapes are large.
     */
    static double logConstant(double a, double b) {
        if (Math.min(a, b) >= Stirling.FROM) {
            return 0.5 * Math.log(b / (a + b) / a / (2 * Math.PI))
                    + (Stirling.remainder(a + b) - Stirling.remainder(a) - Stirling.remainder(b));
        }
        return a < SMALL || a <= b
                ? Stirling.logGammaDifference(b, a) - Stirling.logGamma1p(a)
                : Stirling.logGammaDifference(a, b) - Stirling.logGamma1p(b) + Math.log(b / a);
    }

    /** The logarithm of {@code h / a = xᵃ yᵇ / (a B(a, b))}, given {@link #logConstant}. */
    static double logDensity(double a, double b, double x, double y, double logX, double logY, double logConstant) {
        if (Math.min(a, b) < Stirling.FROM) {
            return a * logX + b * logY + logConstant;
        }
        double drift = b * x - a * y;
        return a * relativeLog(drift / a, logX - Math.log(a / (a + b)))
                + b * relativeLog(-drift / b, logY - Math.log(b / (a + b)))
                + logConstant;
    }

    /** {@code log(1 + excess) − excess}, given also {@code log(1 + excess)}. */
    private static double relativeLog(double excess, double log) {
        return excess > -0.9 ? Logarithms.log1pMinusX(excess) : log - excess;
    }

    /** Whether x is treated by the lower tail, I, rather than by 1 − I, so that the continued fraction converges fast. */
    static boolean isLower(double a, double b, double x, double y) {
        return x * (b + 1) <= y * (a + 1);
    }

    /** I / h in the lower tail. */
    static double lowerRatio(double a, double b, double x, double y) {
        return a < SMALL ? series(a, b, x) : BetaFraction.value(a, b, x, y);
    }

    /** {@code Σ (a + b)ₙ xⁿ / (a)ₙ₊₁}. */
    private static double series(double a, double b, double x) {
        double term = 1 / a;
        double sum = term;
        for (double n = a; term > PRECISION * sum; n++) {
            term *= x * (n + b) / (n + 1);
            sum += term;
        }
        return sum;
    }

    /**
     * The derivative of the log-odds {@code log(x / y)} in a, at fixed I(x; a, b).
     *
     * @param a positive
     * @param b positive
     * @param x the quantile
     * @param y its complement, also accurate where it is small
     * @param logX the logarithm of x
     */
    public static double sensitivity(double a, double b, double x, double y, double logX) {
        if (isLower(a, b, x, y)) {
            return a < 1
                    ? lowerSeries(a, b, x, logX)
                    : -BetaFraction.shiftedSlope(a, b, x, y, 1, 0, logX + Digamma.difference(a, b));
        }
        double score = logX + Digamma.difference(a, b);
        return b < 1 ? upperSeries(a, b, y, score) : BetaFraction.shiftedSlope(b, a, y, x, 0, 1, score);
    }

    /** {@code Σ (a + b)ₙ xⁿ / (a)ₙ₊₁ (ψ(a + n + 1) − ψ(a + b + n) − log x)}. */
    private static double lowerSeries(double a, double b, double x, double logX) {
        double term = 1 / a;
        double gap = b < 1 ? Digamma.difference(a + b, 1 - b) : -Digamma.difference(a + 1, b - 1);
        double weight = gap - logX;
        double sum = term * weight;
        for (double n = a; weight < 0 || term * (1 + weight) > PRECISION * sum; n++) {
            double inverse = 1 / ((n + 1) * (n + b));
            term *= x * (n + b) * (n + b) * inverse;
            weight += (b - 1) * inverse;
            sum += term * weight;
        }
        return sum;
    }

    /** {@code Σ (a + b)ₙ yⁿ / (b)ₙ₊₁ (ψ(a + b + n) − ψ(a) + log x)}. */
    private static double upperSeries(double a, double b, double y, double score) {
        double term = 1 / b;
        double weight = score;
        double sum = term * weight;
        for (double n = b; weight < 0 || term * (1 + weight) > PRECISION * sum; n++) {
            term *= y * (n + a) / (n + 1);
            weight += 1 / (n + a);
            sum += term * weight;
        }
        return sum;
    }
}
