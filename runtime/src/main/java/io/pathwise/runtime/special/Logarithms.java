package io.pathwise.runtime.special;

/** Logarithms that keep their accuracy where the library's would be differences of nearly equal numbers. */
public final class Logarithms {
    private static final double SERIES_LIMIT = 0.4;

    private Logarithms() {}

    /**
     * {@code log(1 + x) − x}, by {@code log(1 + x) = 2 artanh s} with {@code s = x / (2 + x)}, where {@code 2 s − x =
     * −s x}.
     *
     * @param x greater than −1
     */
    public static double log1pMinusX(double x) {
        if (Math.abs(x) > SERIES_LIMIT) {
            return Math.log1p(x) - x;
        }
        double s = x / (2 + x);
        double square = s * s;
        double sum = 0;
        double power = 1;
        for (int k = 3; power > 1e-17; k += 2) {
            sum += power / k;
            power *= square;
        }
        return s * (2 * square * sum - x);
    }

    /** {@code log(1 − exp(−x))} for x > 0. */
    public static double log1mExp(double x) {
        return x < 0.7 ? Math.log(-Math.expm1(-x)) : Math.log1p(-Math.exp(-x));
    }
}
