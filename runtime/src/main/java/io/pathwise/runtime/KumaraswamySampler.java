package io.pathwise.runtime;

import io.pathwise.runtime.special.Logarithms;

/**
 * Draws from Kumaraswamy's distribution, {@code z = (1 − (1 − u)^(1/b))^(1/a)}, and its derivatives; called by generated
 * code.
 */
public final class KumaraswamySampler {
    private KumaraswamySampler() {}

    /**
     * The draw.
     *
     * @throws IllegalArgumentException if a parameter is not positive and finite
     */
    public static double value(double a, double b, double u) {
        Parameters.checkKumaraswamy(a, b);
        return Math.pow(-Math.expm1(Math.log1p(-u) / b), 1 / a);
    }

    /** {@code ∂z/∂a = −z log(zᵃ) / a²}. */
    public static double aPartial(double a, double b, double u, double z) {
        return z == 0 ? 0 : -z * Logarithms.log1mExp(-Math.log1p(-u) / b) / (a * a);
    }

    /** {@code ∂z/∂b = z (1 − zᵃ) log1p(−u) / (zᵃ a b²)}. */
    public static double bPartial(double a, double b, double u, double z) {
        double exponent = Math.log1p(-u) / b;
        if (z == 0 || exponent == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        return z * Math.exp(exponent) * exponent / (-Math.expm1(exponent) * a * b);
    }
}
