package io.pathwise.runtime.special;

/** The remainder of Stirling's formula. */
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
     * {@code log Γ(x + step) − log Γ(x)}, for steps that are small or at least not larger than x.
     *
     * @param x positive
     * @param step positive
     */
    static double logGammaDifference(double x, double step) {
        double shifted = x;
        double sum = 0;
        while (shifted < FROM) {
            sum -= Math.log1p(step / shifted);
            shifted += 1;
        }
        return sum
                + (shifted + step - 0.5) * Math.log1p(step / shifted)
                + step * (Math.log(shifted) - 1)
                + (remainder(shifted + step) - remainder(shifted));
    }
}
