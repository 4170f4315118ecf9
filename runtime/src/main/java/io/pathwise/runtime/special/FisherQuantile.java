package io.pathwise.runtime.special;

/**
 * The inverse of Fisher's F distribution as log z, with {@code a / b · z} the odds of a beta(a, b) variate, a and b being
 * half the degrees of freedom; and its derivative in a.
 */
public final class FisherQuantile {
    /** Below, the derivative is that of the odds less 1/a; above, the two would cancel. */
    private static final double LARGE = 500;

    /** The density that is left out is smaller than exp(−this) times that at the start of the integral. */
    private static final double DEPTH = 40;

    private static final double FIRST_PANEL = 2;

    private FisherQuantile() {}

    /**
     * log z.
     *
     * @param a half the degrees of freedom of the numerator
     * @param b half those of the denominator
     * @param p the probability
     * @param q its complement
     */
    public static double log(double a, double b, double p, double q) {
        return BetaQuantile.logOdds(a, b, p, q) - Math.log(a / b);
    }

    /** The derivative of log z in a. */
    public static double sensitivity(double a, double b, double logRatio) {
        double logOdds = Math.log(a / b) + logRatio;
        return a < LARGE
                ? IncompleteBeta.sensitivity(
                                a, b, LogOdds.share(logOdds), LogOdds.share(-logOdds), LogOdds.logShare(logOdds))
                        - 1 / a
                : ofLarge(a, b, logOdds);
    }

    /**
     * By quadrature over one tail. The derivative of the logarithm of the density of log z in a is, at the beta variate x,
     * {@code log(1 + e) − e + (ψ(a + b) − log(a + b)) − (ψ(a) − log a)}, where {@code 1 + e = x (a + b) / a}.
     */
    private static double ofLarge(double a, double b, double logOdds) {
        double x = LogOdds.share(logOdds);
        double y = LogOdds.share(-logOdds);
        double direction = a * y > b * x ? -1 : 1;
        double length = reach(a, b, x, y, direction);
        double sum = 0;
        double from = 0;
        // an exponential tail is much longer than where the integrand changes its shape
        for (double width = FIRST_PANEL; from < length; width *= 2) {
            double to = Math.min(length, from + width);
            sum += panel(a, b, logOdds, direction * from, direction * to);
            from = to;
        }
        return sum;
    }

    private static double panel(double a, double b, double logOdds, double from, double to) {
        double x = LogOdds.share(logOdds);
        double y = LogOdds.share(-logOdds);
        double constant = Digamma.beyondLogarithm(a, b);
        double logCenter = Math.log(a / (a + b));
        double half = 0.5 * (to - from);
        double sum = 0;
        for (int i = 0; i < GaussLegendre.COUNT; i++) {
            double step = from + half * (1 + GaussLegendre.node(i));
            double excess = (b * LogOdds.share(logOdds + step) - a * LogOdds.share(-logOdds - step)) / a;
            double slope = excess > -0.5
                    ? Logarithms.log1pMinusX(excess)
                    : LogOdds.logShare(logOdds + step) - logCenter - excess;
            double density = Math.exp(logDensityRatio(a, b, x, y, step));
            sum += GaussLegendre.weight(i) * density * (slope + constant);
        }
        return half * sum;
    }

    private static double reach(double a, double b, double x, double y, double direction) {
        double inside = 0;
        double outside = 1 / Math.sqrt(a);
        while (logDensityRatio(a, b, x, y, direction * outside) > -DEPTH) {
            inside = outside;
            outside *= 2;
        }
        for (int i = 0; i < 3; i++) {
            double middle = 0.5 * (inside + outside);
            boolean matters = logDensityRatio(a, b, x, y, direction * middle) > -DEPTH;
            inside = matters ? middle : inside;
            outside = matters ? outside : middle;
        }
        return outside;
    }

    /** The logarithm of the density of the log-odds, at a step from those of x, over that at x. */
    private static double logDensityRatio(double a, double b, double x, double y, double step) {
        return step > 0
                ? -(a + b) * Math.log1p(y * Math.expm1(-step)) - b * step
                : -(a + b) * Math.log1p(x * Math.expm1(step)) + a * step;
    }
}
