package io.pathwise.runtime;

/**
 * Checks of the parameters of samplers, called by generated code before a draw as by {@link Sampler}. Each throws an
 * {@link IllegalArgumentException} that names the sampler, the parameter and its value.
 */
public final class Parameters {
    private Parameters() {}

    /** Requires a finite mean and a standard deviation that is not negative. */
    public static void checkNormal(double mean, double standardDeviation) {
        requireFinite("normal", "mean", mean);
        requireNotNegative("normal", "standardDeviation", standardDeviation);
    }

    /** Requires a finite mu and a sigma that is not negative. */
    public static void checkLogNormal(double mu, double sigma) {
        requireFinite("logNormal", "mu", mu);
        requireNotNegative("logNormal", "sigma", sigma);
    }

    /** Requires a positive scale. */
    public static void checkHalfNormal(double scale) {
        requirePositive("halfNormal", "scale", scale);
    }

    /** Requires finite ends in their order, with a finite distance. */
    public static void checkUniform(double lower, double upper) {
        requireInterval("uniform", lower, upper);
    }

    /** Requires a positive scale. */
    public static void checkExponential(double scale) {
        requirePositive("exponential", "scale", scale);
    }

    /** Requires a finite location and a positive scale. */
    public static void checkLaplace(double location, double scale) {
        requireLocationAndScale("laplace", location, scale);
    }

    /** Requires a finite location and a positive scale. */
    public static void checkLogistic(double location, double scale) {
        requireLocationAndScale("logistic", location, scale);
    }

    /** Requires a finite location and a positive scale. */
    public static void checkGumbel(double location, double scale) {
        requireLocationAndScale("gumbel", location, scale);
    }

    /** Requires a finite location and a positive scale. */
    public static void checkCauchy(double location, double scale) {
        requireLocationAndScale("cauchy", location, scale);
    }

    /** Requires a positive scale. */
    public static void checkHalfCauchy(double scale) {
        requirePositive("halfCauchy", "scale", scale);
    }

    /** Requires a positive scale. */
    public static void checkRayleigh(double scale) {
        requirePositive("rayleigh", "scale", scale);
    }

    /** Requires a positive shape and a positive scale. */
    public static void checkWeibull(double shape, double scale) {
        requirePositive("weibull", "shape", shape);
        requirePositive("weibull", "scale", scale);
    }

    /** Requires a positive shape and a positive scale. */
    public static void checkFrechet(double shape, double scale) {
        requirePositive("frechet", "shape", shape);
        requirePositive("frechet", "scale", scale);
    }

    /** Requires a positive scale and a positive shape. */
    public static void checkPareto(double scale, double shape) {
        requirePositive("pareto", "scale", scale);
        requirePositive("pareto", "shape", shape);
    }

    /** Requires a positive scale and a positive shape. */
    public static void checkLogLogistic(double scale, double shape) {
        requirePositive("logLogistic", "scale", scale);
        requirePositive("logLogistic", "shape", shape);
    }

    /** Requires a positive shape and a positive rate. */
    public static void checkGompertz(double shape, double rate) {
        requirePositive("gompertz", "shape", shape);
        requirePositive("gompertz", "rate", rate);
    }

    /** Requires positive parameters. */
    public static void checkKumaraswamy(double a, double b) {
        requirePositive("kumaraswamy", "a", a);
        requirePositive("kumaraswamy", "b", b);
    }

    /** Requires finite ends in their order, with a finite distance, and a mode between them. */
    public static void checkTriangular(double lower, double mode, double upper) {
        requireInterval("triangular", lower, upper);
        requireFinite("triangular", "mode", mode);
        if (mode < lower || mode > upper) {
            throw refused("triangular", "mode", "must be between lower " + lower + " and upper " + upper, mode);
        }
    }

    /** Requires a positive shape and a positive scale. */
    public static void checkGamma(double shape, double scale) {
        requirePositive("gamma", "shape", shape);
        requirePositive("gamma", "scale", scale);
    }

    /** Requires positive degrees of freedom. */
    public static void checkChiSquared(double degreesOfFreedom) {
        requirePositive("chiSquared", "degreesOfFreedom", degreesOfFreedom);
    }

    /** Requires a positive shape and a positive scale. */
    public static void checkInverseGamma(double shape, double scale) {
        requirePositive("inverseGamma", "shape", shape);
        requirePositive("inverseGamma", "scale", scale);
    }

    /** Requires positive parameters. */
    public static void checkBeta(double alpha, double beta) {
        requirePositive("beta", "alpha", alpha);
        requirePositive("beta", "beta", beta);
    }

    /** Requires positive degrees of freedom. */
    public static void checkStudentT(double degreesOfFreedom) {
        requirePositive("studentT", "degreesOfFreedom", degreesOfFreedom);
    }

    /** Requires positive degrees of freedom, a finite location and a positive scale. */
    public static void checkStudentT(double degreesOfFreedom, double location, double scale) {
        checkStudentT(degreesOfFreedom);
        requireLocationAndScale("studentT", location, scale);
    }

    /** Requires positive degrees of freedom. */
    public static void checkFisherF(double degreesOfFreedom1, double degreesOfFreedom2) {
        requirePositive("fisherF", "degreesOfFreedom1", degreesOfFreedom1);
        requirePositive("fisherF", "degreesOfFreedom2", degreesOfFreedom2);
    }

    /** Requires a finite mean and a concentration that is not negative. */
    public static void checkVonMises(double mean, double concentration) {
        requireFinite("vonMises", "mean", mean);
        requireNotNegative("vonMises", "concentration", concentration);
    }

    /** Requires a positive mean and a positive shape. */
    public static void checkInverseGaussian(double mean, double shape) {
        requirePositive("inverseGaussian", "mean", mean);
        requirePositive("inverseGaussian", "shape", shape);
    }

    /** Requires a finite mean, a positive standard deviation, and ends in their order, which may be infinite. */
    public static void checkTruncatedNormal(double mean, double standardDeviation, double lower, double upper) {
        requireFinite("truncatedNormal", "mean", mean);
        requirePositive("truncatedNormal", "standardDeviation", standardDeviation);
        if (Double.isNaN(lower)) {
            throw refused("truncatedNormal", "lower", "must be a number", lower);
        } else if (!(lower < upper)) {
            throw refused("truncatedNormal", "upper", "must be greater than lower " + lower, upper);
        }
    }

    /** Requires a finite logit and a positive temperature. */
    public static void checkRelaxedBernoulli(double logit, double temperature) {
        requireFinite("relaxedBernoulli", "logit", logit);
        requirePositive("relaxedBernoulli", "temperature", temperature);
    }

    /** Requires as many standard deviations as means, finite means, and standard deviations that are not negative. */
    public static void checkNormal(double[] mean, double[] standardDeviation) {
        requireLength("normal", "standardDeviation", mean.length, standardDeviation.length);
        for (int i = 0; i < mean.length; i++) {
            requireFinite("normal", "mean", i, mean[i]);
            requireNotNegative("normal", "standardDeviation", i, standardDeviation[i]);
        }
    }

    /** Requires a square factor with a row for each mean, and finite means and elements up to the factor's diagonal. */
    public static void checkMultivariateNormal(double[] mean, double[][] choleskyFactor) {
        int size = mean.length;
        requireCount("multivariateNormal", "choleskyFactor", size, "rows", choleskyFactor.length);
        for (int i = 0; i < size; i++) {
            requireFinite("multivariateNormal", "mean", i, mean[i]);
            double[] row = choleskyFactor[i];
            if (row.length != size) {
                requireLength("multivariateNormal", "choleskyFactor[" + i + "]", size, row.length);
            }
            for (int j = 0; j <= i; j++) {
                if (!Double.isFinite(row[j])) {
                    requireFinite("multivariateNormal", "choleskyFactor[" + i + "]", j, row[j]);
                }
            }
        }
    }

    /** Requires at least one concentration, and that all are positive. */
    public static void checkDirichlet(double[] concentration) {
        requireElements("dirichlet", "concentration", concentration);
        for (int i = 0; i < concentration.length; i++) {
            requirePositive("dirichlet", "concentration", i, concentration[i]);
        }
    }

    /** Requires at least one logit, finite logits and a positive temperature. */
    public static void checkGumbelSoftmax(double[] logits, double temperature) {
        requireElements("gumbelSoftmax", "logits", logits);
        for (int i = 0; i < logits.length; i++) {
            requireFinite("gumbelSoftmax", "logits", i, logits[i]);
        }
        requirePositive("gumbelSoftmax", "temperature", temperature);
    }

    private static void requireLocationAndScale(String sampler, double location, double scale) {
        requireFinite(sampler, "location", location);
        requirePositive(sampler, "scale", scale);
    }

    static void requireFinite(String sampler, String parameter, double value) {
        if (!Double.isFinite(value)) {
            throw refused(sampler, parameter, "must be finite", value);
        }
    }

    static void requireNotNegative(String sampler, String parameter, double value) {
        requireFinite(sampler, parameter, value);
        if (value < 0) {
            throw refused(sampler, parameter, "must not be negative", value);
        }
    }

    static void requirePositive(String sampler, String parameter, double value) {
        requireFinite(sampler, parameter, value);
        if (value <= 0) {
            throw refused(sampler, parameter, "must be positive", value);
        }
    }

    static void requireInterval(String sampler, double lower, double upper) {
        requireFinite(sampler, "lower", lower);
        requireFinite(sampler, "upper", upper);
        if (lower >= upper) {
            throw refused(sampler, "upper", "must be greater than lower " + lower, upper);
        }
        requireFinite(sampler, "upper - lower", upper - lower);
    }

    static void requireFinite(String sampler, String parameter, int index, double value) {
        if (!Double.isFinite(value)) {
            requireFinite(sampler, parameter + "[" + index + "]", value);
        }
    }

    static void requirePositive(String sampler, String parameter, int index, double value) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            requirePositive(sampler, parameter + "[" + index + "]", value);
        }
    }

    static void requireNotNegative(String sampler, String parameter, int index, double value) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            requireNotNegative(sampler, parameter + "[" + index + "]", value);
        }
    }

    /** Requires weights that are not negative, with a sum that is positive and finite. */
    static void requireWeights(String sampler, String parameter, double[] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            requireNotNegative(sampler, parameter, k, weights[k]);
            sum += weights[k];
        }
        if (!(sum > 0) || sum == Double.POSITIVE_INFINITY) {
            requirePositive(sampler, "the sum of " + parameter, sum);
        }
    }

    static void requireLength(String sampler, String parameter, int expected, int length) {
        requireCount(sampler, parameter, expected, "elements", length);
    }

    private static void requireCount(String sampler, String parameter, int expected, String what, int count) {
        if (count != expected) {
            throw new IllegalArgumentException(
                    sampler + ": " + parameter + " must have " + expected + " " + what + ", but has " + count);
        }
    }

    private static void requireElements(String sampler, String parameter, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(sampler + ": " + parameter + " must have an element, but has none");
        }
    }

    static IllegalArgumentException refused(String sampler, String parameter, String rule, double value) {
        return new IllegalArgumentException(sampler + ": " + parameter + " " + rule + ", but is " + value);
    }
}
