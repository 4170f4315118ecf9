package io.pathwise.runtime.special;

/** A number x of (0, 1), and 1 − x, given log(x / (1 − x)). */
public final class LogOdds {
    private LogOdds() {}

    /** x; its complement is that of the negated log-odds. */
    public static double share(double logOdds) {
        double small = Math.exp(-Math.abs(logOdds));
        return logOdds < 0 ? small / (1 + small) : 1 / (1 + small);
    }

    /** log x, also where x underflows. */
    public static double logShare(double logOdds) {
        double logLarge = -Math.log1p(Math.exp(-Math.abs(logOdds)));
        return logOdds < 0 ? logOdds + logLarge : logLarge;
    }

    /** {@code log(u / (1 − u))} for a probability u, also near ½, where the rounding of 1 − u would count. */
    public static double of(double u) {
        double complement = 1 - u;
        return Math.min(u, complement) < 0.25
                ? Math.log(u) - Math.log(complement)
                : Math.log1p((2 * u - 1) / complement);
    }
}
