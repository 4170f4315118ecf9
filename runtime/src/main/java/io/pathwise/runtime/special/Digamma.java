package io.pathwise.runtime.special;

/**
 * The digamma function ψ, the derivative of log Γ: by its asymptotic series ψ(x) ~ log x − 1/(2x) − Σ B₂ₖ/(2k x²ᵏ) for
 * x ≥ 10 (NIST Digital Library of Mathematical Functions, 5.11.2), and by the recurrence ψ(x) = ψ(x + 1) − 1/x below.
 */
public final class Digamma {
    private static final double SERIES_FROM = 10;

    /** B₂ₖ/(2k) for k = 1, 2, … */
    private static final double[] COEFFICIENTS = {
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12
    };

    private Digamma() {}

    /**
     * ψ(x).
     *
     * @param x positive
     */
    public static double value(double x) {
        double shifted = x;
        double sum = 0;
        while (shifted < SERIES_FROM) {
            sum -= 1 / shifted;
            shifted += 1;
        }
        double inverse = 1 / shifted;
        return sum + (Math.log(shifted) - 0.5 * inverse - evenPart(inverse * inverse));
    }

    private static double evenPart(double inverseSquare) {
        double sum = 0;
        for (int k = COEFFICIENTS.length - 1; k >= 0; k--) {
            sum = inverseSquare * (COEFFICIENTS[k] + sum);
        }
        return sum;
    }

    /**
     * ψ(x + step) − ψ(x), also where the two are nearly equal.
     *
     * @param x positive
     * @param step positive
     */
    public static double difference(double x, double step) {
        double shifted = x;
        double sum = 0;
        while (shifted < SERIES_FROM) {
            sum += step / (shifted * (shifted + step));
            shifted += 1;
        }
        return sum + (Math.log1p(step / shifted) + beyondLogarithm(shifted, step));
    }

    /**
     * ψ(x + step) − ψ(x) − log((x + step) / x).
     *
     * @param x at least 10
     * @param step positive
     */
    static double beyondLogarithm(double x, double step) {
        double p = 1 / x;
        double q = 1 / (x + step);
        double gap = step * p * q;
        return 0.5 * gap + evenPartDifference(p * p, q * q, gap * (p + q));
    }

    /** {@code Σ cₖ (pᵏ − qᵏ)} for squares p and q, given their difference. */
    private static double evenPartDifference(double p, double q, double gap) {
        double sum = 0;
        double difference = gap;
        double power = q;
        for (double coefficient : COEFFICIENTS) {
            sum += coefficient * difference;
            difference = difference * p + power * gap;
            power *= q;
        }
        return sum;
    }
}
