package io.pathwise.runtime.special;

/**
 * The modified Bessel functions I₀ and I₁ as the von Mises distribution needs them: by their power series (NIST Digital
 * Library of Mathematical Functions, 10.25.2) for small arguments, by the asymptotic ones (10.40.1) for large.
 */
final class BesselRatio {
    private static final double ASYMPTOTIC_FROM = 22;
    private static final double PRECISION = 0x1p-55;

    private BesselRatio() {}

    /** {@code exp(−κ) I₀(κ)}. */
    static double scaledI0(double kappa) {
        if (kappa >= ASYMPTOTIC_FROM) {
            double term = 1;
            double sum = 1;
            for (int k = 1; term > PRECISION; k++) {
                term *= (2 * k - 1) * (2 * k - 1) / (8 * kappa * k);
                sum += term;
            }
            return sum / Math.sqrt(2 * Math.PI * kappa);
        }
        return Math.exp(-kappa) * series(kappa, 0);
    }

    /** {@code Σ (κ²/4)ᵏ / (k! (k + order)!)}. */
    private static double series(double kappa, int order) {
        double square = 0.25 * kappa * kappa;
        double term = 1;
        double sum = 1;
        for (int k = 1; term > PRECISION * sum; k++) {
            term *= square / (k * (double) (k + order));
            sum += term;
        }
        return sum;
    }

    /** {@code 1 − I₁(κ) / I₀(κ)}, which is about 1/(2κ) for large κ. */
    static double complement(double kappa) {
        if (kappa < ASYMPTOTIC_FROM) {
            return 1 - 0.5 * kappa * series(kappa, 1) / series(kappa, 0);
        }
        double term0 = 1;
        double term1 = 1;
        double sum0 = 1;
        double difference = 0;
        for (int k = 1; term0 > PRECISION; k++) {
            double odd = (2 * k - 1) * (2 * k - 1);
            term0 *= odd / (8 * kappa * k);
            term1 *= (odd - 4) / (8 * kappa * k);
            sum0 += term0;
            difference += term0 - term1;
        }
        return difference / sum0;
    }
}
