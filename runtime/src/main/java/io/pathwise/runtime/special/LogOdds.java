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

    /** {@code log(p / q)} for a probability p and its complement q. */
    public static double of(double p, double q) {
        return Math.min(p, q) < 0.25 ? Math.log(p) - Math.log(q) : Math.log1p((p - q) / q);
    }
}
