package io.pathwise.runtime.special;

import org.apache.commons.numbers.gamma.InverseErfc;

/** The inverse of the standard normal distribution function. */
final class NormalQuantile {
    private static final double SQRT_TWO = Math.sqrt(2);

    private NormalQuantile() {}

    /**
     * ε with Φ(ε) = p.
     *
     * @param p the probability
     * @param q its complement
     */
    static double of(double p, double q) {
        return p < q ? -SQRT_TWO * InverseErfc.value(2 * p) : SQRT_TWO * InverseErfc.value(2 * q);
    }
}
