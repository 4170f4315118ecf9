package io.pathwise.runtime.special;

/**
 * The continued fraction K(a, b, x) of the regularized incomplete beta function, {@code I = xᵃ (1 − x)ᵇ / B(a, b) · K},
 * and its derivatives in a and b (A. R. DiDonato, A. H. Morris, Algorithm 708: significant digit computation of the
 * incomplete beta function ratios, ACM Trans. Math. Softw. 18, 1992). It converges fast for x below (a + 1) / (a + b +
 * 2), and is evaluated by Lentz's method.
 */
final class BetaFraction {
    private static final double PRECISION = 0x1p-54;
    private static final double HUGE = 1e290;
    private static final int LONGEST = 100_000;

    private BetaFraction() {}

    /** K. */
    static double value(double a, double b, double x, double y) {
        double drift = a * y - b * x;
        double square = x * x;
        double d = (a + 1) / (a * (drift + 1));
        double c = HUGE;
        double fraction = d;
        double factor = 0;
        for (int m = 1; Math.abs(factor - 1) > PRECISION && m < LONGEST; m++) {
            double before = 1 / (a + 2 * m - 1);
            double tail = m * (b - m);
            double numerator = (a + m - 1) * (a + b + m - 1) * tail * square * before * before;
            double excess = drift + 1 + m * (1 + y);
            double denominator = m + tail * x * before + (a + m) * excess / (a + 2 * m + 1);
            d = 1 / (denominator + numerator * d);
            c = denominator + numerator / c;
            factor = c * d;
            fraction *= factor;
        }
        return fraction;
    }

    /**
     * {@code K · shift} plus the derivative of K in the direction (inA, inB).
     */
    static double shiftedSlope(double a, double b, double x, double y, double inA, double inB, double shift) {
        double drift = a * y - b * x;
        double driftSlope = inA * y - inB * x;
        double square = x * x;
        double d = (a + 1) / (a * (drift + 1));
        double logSlope = inA / (a + 1) - inA / a - driftSlope / (drift + 1);
        double dSlope = d * logSlope;
        double c = HUGE;
        double cSlope = 0;
        double fraction = d;
        double change = 1;
        for (int m = 1; change > PRECISION && m < LONGEST; m++) {
            double before = 1 / (a + 2 * m - 1);
            double after = 1 / (a + 2 * m + 1);
            double first = a + m - 1;
            double sum = a + b + m - 1;
            double tail = m * (b - m);
            double scale = square * before * before;
            double numerator = first * sum * tail * scale;
            double numeratorSlope = scale * (inA * sum * tail + (inA + inB) * first * tail + inB * m * first * sum)
                    - 2 * inA * before * numerator;
            double excess = drift + 1 + m * (1 + y);
            double middle = tail * x * before;
            double last = (a + m) * excess * after;
            double denominator = m + middle + last;
            double denominatorSlope = inB * m * x * before
                    - inA * (middle * before + last * after)
                    + (inA * excess + (a + m) * driftSlope) * after;
            double cInverse = 1 / c;
            cSlope = denominatorSlope + (numeratorSlope - numerator * cSlope * cInverse) * cInverse;
            c = denominator + numerator * cInverse;
            double slope = denominatorSlope + numeratorSlope * d + numerator * dSlope;
            d = 1 / (denominator + numerator * d);
            dSlope = -d * d * slope;
            double factor = c * d;
            double logFactorSlope = cSlope / c - d * slope;
            fraction *= factor;
            logSlope += logFactorSlope;
            change = Math.abs(factor - 1) + Math.abs(logFactorSlope / logSlope);
        }
        return fraction * (shift + logSlope);
    }
}
