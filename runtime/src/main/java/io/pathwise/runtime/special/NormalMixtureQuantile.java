package io.pathwise.runtime.special;

/**
 * The inverse of the distribution function of a mixture of normal distributions, {@code Σ weight(k) Φ((z − mean(k)) /
 * standardDeviation(k)) / Σ weight(k)}.
 */
public final class NormalMixtureQuantile {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final int MOST_STEPS = 300;

    private NormalMixtureQuantile() {}

    /**
     * The quantile, by Newton's method on the logarithm of the smaller tail, inside a bracket that the components'
     * quantiles give.
     *
     * @param u the probability, in (0, 1)
     */
    public static double value(double[] weights, double[] means, double[] standardDeviations, double u) {
        double standard = NormalQuantile.of(u, 1 - u);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                double quantile = means[k] + standardDeviations[k] * standard;
                low = Math.min(low, quantile);
                high = Math.max(high, quantile);
            }
        }
        double sign = u < 0.5 ? 1 : -1;
        double target = Math.log((u < 0.5 ? u : 1 - u) * total(weights));
        double z = 0.5 * (low + high);
        for (int i = 0; i < MOST_STEPS; i++) {
            double tail = tail(weights, means, standardDeviations, z, sign);
            double missing = target - Math.log(tail);
            double step = sign * missing * tail / density(weights, means, standardDeviations, z);
            low = step > 0 ? z : low;
            high = step < 0 ? z : high;
            double next = z + step;
            boolean isInside = next >= low && next <= high;
            double before = z;
            z = isInside ? next : 0.5 * (low + high);
            if (Math.abs(z - before) <= 4 * Math.ulp(z) || Math.abs(missing) < 1e-9 && isInside) {
                break;
            }
        }
        return z;
    }

    private static double total(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** The sum of the weights times the probability below z, if the sign is 1, or above it, if it is −1. */
    private static double tail(double[] weights, double[] means, double[] standardDeviations, double z, double sign) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * NormalTail.above(sign * (means[k] - z) / standardDeviations[k]);
        }
        return sum;
    }

    /** The sum of the weights times the densities at z. */
    public static double density(double[] weights, double[] means, double[] standardDeviations, double z) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * density(means[k], standardDeviations[k], z);
        }
        return sum;
    }

    /** The density of one normal distribution. */
    public static double density(double mean, double standardDeviation, double z) {
        double distance = (z - mean) / standardDeviation;
        return Math.exp(-0.5 * distance * distance - HALF_LOG_TWO_PI) / standardDeviation;
    }

    /** The probability below z in one normal distribution minus u, without loss in the upper tail. */
    public static double excess(double mean, double standardDeviation, double z, double u) {
        double distance = (z - mean) / standardDeviation;
        return u < 0.5 ? NormalTail.above(-distance) - u : (1 - u) - NormalTail.above(distance);
    }
}
