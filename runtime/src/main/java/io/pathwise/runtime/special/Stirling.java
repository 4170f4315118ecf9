package io.pathwise.runtime.special;

/**
 * Stirling's formula for the logarithm of the gamma function.
 *
 * <p>The quantiles of small shapes a divide {@code log Γ(1 + a)} by a. For a from 5e-4 to 10 the error of what is
 * computed here is at most 7e-15, and 7e-15 a as well; that of the library, which is given the rounded 1 + a, is 3e-15
 * but 1.2e-13 a, in 95 rather than 69 ns, and it makes an object.
 */
public final class Stirling {
    /** From here on the series below has an error of less than 1e-17. */
    public static final double FROM = 10;

    /** B₂ₖ/(2k (2k − 1)) for k = 1, 2, … */
    private static final double[] COEFFICIENTS = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    private Stirling() {}

    /**
     * {@code log Γ(x) − (x log x − x − ½ log(x / 2π))} (NIST Digital Library of Mathematical Functions, 5.11.1).
     *
     * @param x at least {@link #FROM}
     */
    public static double remainder(double x) {
        double inverse = 1 / x;
        double square = inverse * inverse;
        double sum = 0;
        for (int k = COEFFICIENTS.length - 1; k >= 0; k--) {
            sum = sum * square + COEFFICIENTS[k];
        }
        return sum * inverse;
    }

    /**
     * {@code log Γ(1 + x)}, with an error that is small even relative to x.
     *
     * @param x positive, at most {@link #FROM}
     */
    static double logGamma1p(double x) {
        return logGammaDifference(1, x);
    }

    /**
     * {@code log Γ(x + step) − log Γ(x)}, for steps that are small or at least not larger than x or than {@link #FROM}.
     *
     * @param x positive
     * @param step positive
     */
    static double logGammaDifference(double x, double step) {
        double shifted = x;
        double growth = 0;
        // the product of all 1 + step / (x + k), less 1, is a sum of positive terms
        while (shifted < FROM) {
            growth += (1 + growth) * (step / shifted);
            shifted += 1;
        }
        return (shifted + step - 0.5) * Math.log1p(step / shifted)
                + step * (Math.log(shifted) - 1)
                + (remainder(shifted + step) - remainder(shifted))
                - Math.log1p(growth);
    }
}
