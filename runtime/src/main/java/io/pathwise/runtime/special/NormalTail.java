package io.pathwise.runtime.special;

import org.apache.commons.numbers.gamma.Erfcx;

/** Tails of the standard normal distribution. */
final class NormalTail {
    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double SQRT_HALF_PI = Math.sqrt(0.5 * Math.PI);
    private static final double FRACTION_FROM = 4;
    private static final double UNDERFLOW = 40;

    private NormalTail() {}

    /** The probability above x. */
    static double above(double x) {
        return x < 0 ? 1 - upper(-x) : upper(x);
    }

    /** With the rounding error of the square, which the exponential would amplify. */
    private static double upper(double x) {
        if (x > UNDERFLOW) {
            return 0;
        }
        double square = x * x;
        double error = squareError(x, square);
        return 0.5 * Erfcx.value(x * SQRT_HALF) * Math.exp(-0.5 * square) * (1 - 0.5 * error);
    }

    /**
     * x² less its rounded value, by the halves of x, whose products are exact (T. J. Dekker, A floating-point technique
     * for extending the available precision, Numer. Math. 18, 1971). Where a processor lacks the instruction, the
     * library's fused multiplication makes objects.
     */
    private static double squareError(double x, double square) {
        double high = (float) x;
        double low = x - high;
        return (high * high - square) + 2 * high * low + low * low;
    }

    /** Mills' ratio: the probability above x over the density at x. */
    static double millsRatio(double x) {
        return SQRT_HALF_PI * Erfcx.value(x * SQRT_HALF);
    }

    /**
     * {@code 1/x − millsRatio(x)} for x > 0, by the continued fraction 1/(x + 1/(x + 2/(x + 3/(x + …)))) of the ratio
     * where the two are nearly equal.
     */
    static double millsDefect(double x) {
        if (x < FRACTION_FROM) {
            return 1 / x - millsRatio(x);
        }
        double rest = 0;
        int length = (int) (8 + 600 / (x * x));
        for (int n = length; n >= 1; n--) {
            rest = n / (x + rest);
        }
        return rest / (x * (x + rest));
    }
}
