package io.pathwise.runtime;

import io.pathwise.runtime.special.BetaQuantile;
import io.pathwise.runtime.special.IncompleteBeta;
import io.pathwise.runtime.special.LogOdds;

/**
 * Draws from the beta distribution by inversion of the regularized incomplete beta function I, and the derivatives
 * {@code −(∂I/∂alpha) / (∂I/∂z)}; called by generated code.
 */
public final class BetaSampler {
    /** Beyond this value, the complement of a draw has lost digits and is found from the noise again. */
    private static final double NEAR_ONE = 0.9;

    private BetaSampler() {}

    /**
     * The draw, in [0, 1].
     *
     * @throws IllegalArgumentException if a parameter is not positive and finite
     */
    public static double value(double alpha, double beta, double u) {
        Parameters.checkBeta(alpha, beta);
        return LogOdds.share(BetaQuantile.logOdds(alpha, beta, u, 1 - u));
    }

    /**
     * ∂z/∂alpha, not negative.
     *
     * @param z the draw
     */
    public static double alphaPartial(double alpha, double beta, double u, double z) {
        if (z <= 0) {
            return 0;
        } else if (z <= NEAR_ONE) {
            return z * (1 - z) * IncompleteBeta.sensitivity(alpha, beta, z, 1 - z, Math.log(z));
        }
        double logOdds = logOdds(alpha, beta, u, z);
        double complement = LogOdds.share(-logOdds);
        return complement == 0
                ? 0
                : z * complement * IncompleteBeta.sensitivity(alpha, beta, z, complement, LogOdds.logShare(logOdds));
    }

    /**
     * ∂z/∂beta, not positive.
     *
     * @param z the draw
     */
    public static double betaPartial(double alpha, double beta, double u, double z) {
        if (z <= 0) {
            return 0;
        } else if (z <= NEAR_ONE) {
            return -z * (1 - z) * IncompleteBeta.sensitivity(beta, alpha, 1 - z, z, Math.log1p(-z));
        }
        double logOdds = logOdds(alpha, beta, u, z);
        double complement = LogOdds.share(-logOdds);
        return complement == 0
                ? 0
                : -z * complement * IncompleteBeta.sensitivity(beta, alpha, complement, z, LogOdds.logShare(-logOdds));
    }

    private static double logOdds(double alpha, double beta, double u, double z) {
        return BetaQuantile.logOdds(alpha, beta, u, 1 - u, z < 1 ? Math.log(z / (1 - z)) : Double.NaN);
    }
}
