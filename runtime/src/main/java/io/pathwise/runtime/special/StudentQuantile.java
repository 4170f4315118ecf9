package io.pathwise.runtime.special;

/** The inverse of Student's distribution function, and its derivative in the degrees of freedom. */
public final class StudentQuantile {
    private StudentQuantile() {}

    /**
     * The quantile: {@code ν / (ν + t²)} is a beta(ν/2, ½) variate.
     *
     * @param nu the degrees of freedom, positive and finite
     * @param u the probability, in [0, 1]
     */
    public static double value(double nu, double u) {
        double bothTails = 2 * Math.min(u, 1 - u);
        double between = Math.abs(2 * u - 1);
        double logOdds = BetaQuantile.logOdds(0.5 * nu, 0.5, bothTails, between);
        return Math.copySign(Math.sqrt(nu) * Math.exp(-0.5 * logOdds), u - 0.5);
    }

    /**
     * ∂t/∂ν at fixed probability.
     *
     * @param nu the degrees of freedom
     * @param t the quantile
     */
    public static double sensitivity(double nu, double t) {
        if (t == 0 || Double.isInfinite(t)) {
            return -t;
        }
        double s = Math.log1p(t / nu * t);
        if (nu >= UniformStudent.FROM && s <= UniformStudent.LIMIT) {
            return t * UniformStudent.sensitivity(nu, s);
        }
        double logOdds = Math.log(nu) - 2 * Math.log(Math.abs(t));
        double inHalf = IncompleteBeta.sensitivity(
                0.5 * nu, 0.5, LogOdds.share(logOdds), LogOdds.share(-logOdds), LogOdds.logShare(logOdds));
        return 0.5 * t * (1 / nu - 0.5 * inHalf);
    }
}
