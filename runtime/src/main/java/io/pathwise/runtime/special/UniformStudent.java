package io.pathwise.runtime.special;

/**
 * The derivative of Student quantiles in the degrees of freedom ν where ν is large, so that the quantile hardly depends
 * on it.
 *
 * <p>With t = √ν √(exp(w²) − 1) and N = ν − ½, the density of w is proportional to exp(−½ N w²) g(w), where g = √(½ w² /
 * sinh ½ w²) is nearly 1. From there on as in {@link UniformGamma}, after N. M. Temme: g = G + w B − B′ / N, and the
 * probability of larger w is ½ erfc(w √(N/2)) + exp(−½ N w²) B(w) / (√(2π N) G). What remains when it is differentiated
 * at fixed probability is written without the terms that cancel.
 */
final class UniformStudent {
    /** From these degrees of freedom on, and for w² up to {@link #LIMIT}, the expansion is exact to the last digits. */
    static final double FROM = 20;

    static final double LIMIT = 2;

    private static final int DEGREE = 40;
    private static final double[] G = coefficients();

    private UniformStudent() {}

    /** The Taylor coefficients of g in powers of w⁴: those of √(τ / sinh τ) in τ² = w⁴ / 4. */
    private static double[] coefficients() {
        int count = DEGREE / 2 + 1;
        double[] cotangent = new double[count];
        for (int k = 0; k < count; k++) {
            double factorial = factorial(2 * k);
            double sum = 1 / factorial;
            for (int j = 0; j < k; j++) {
                sum -= cotangent[j] / factorial(2 * (k - j) + 1);
            }
            cotangent[k] = sum;
        }
        double[] root = new double[count];
        root[0] = 1;
        for (int k = 1; k < count; k++) {
            double sum = 0;
            for (int j = 1; j <= k; j++) {
                sum += cotangent[j] * root[k - j];
            }
            root[k] = -sum / (4 * k);
        }
        double scale = 1;
        for (int k = 1; k < count; k++) {
            scale /= 4;
            root[k] *= scale;
        }
        return root;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    /**
     * ∂ log t / ∂ν at fixed probability.
     *
     * @param nu the degrees of freedom
     * @param s w² = log(1 + t² / ν)
     */
    static double sensitivity(double nu, double s) {
        double n = nu - 0.5;
        double inverse = 1 / n;
        double beta = 0;
        double betaSlope = 0;
        double sum = 0;
        double sumSlope = 0;
        double defect = 0;
        for (int i = DEGREE; i >= 0; i--) {
            double scale = (2 * i + 3) * inverse;
            betaSlope = scale * (betaSlope - beta * inverse);
            boolean isPowerOfG = i % 2 == 1;
            double g = isPowerOfG ? G[(i + 1) / 2] : 0;
            beta = g + scale * beta;
            sum = sum * s + beta;
            sumSlope = sumSlope * s + betaSlope;
            defect = (defect + g) * s;
        }
        double g = 1 + defect;
        double normalization = 1 + beta * inverse;
        double normalizationSlope = (betaSlope - beta * inverse) * inverse;
        double beyondNormal = 0.5 * (defect - beta * inverse)
                - (0.5 * s + 0.5 * inverse + normalizationSlope / normalization) * sum
                + sumSlope;
        double growth = growth(s);
        return inverse * (beyondNormal / g * (1 + growth) - 0.25 / nu - 0.5 * growth);
    }

    /** {@code s / (1 − exp(−s)) − 1}. */
    private static double growth(double s) {
        double fall = -Math.expm1(-s);
        if (s > 0.5) {
            return s / fall - 1;
        }
        double term = 0.5 * s * s;
        double sum = term;
        for (int k = 3; Math.abs(term) > 0x1p-55 * sum; k++) {
            term *= -s / k;
            sum += term;
        }
        return s == 0 ? 0 : sum / fall;
    }
}
