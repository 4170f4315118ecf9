package io.pathwise.runtime;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Draws from continuous distributions, as differentiable functions of their parameters and of base noise.
 *
 * <p>Each sampler takes one draw of noise, either ε, standard normal, or u, uniform on the open interval (0, 1), and
 * transforms it by the formula that its documentation states. At fixed noise the draw is a differentiable function of
 * the parameters, and this is what is differentiated in a {@code @Pathwise} method.
 *
 * <p>The noise comes from a generator of the current thread: the one fixed by {@link #withGenerator}, else one that the
 * thread owns, seeded independently of all others. A draw of ε is one call of {@link RandomGenerator#nextGaussian()}; a
 * draw of u is one call of {@link RandomGenerator#nextDouble()}, repeated only while that returns 0.
 *
 * <p>Parameters must be finite. A parameter out of its range is an {@link IllegalArgumentException} that names the
 * sampler, the parameter and the value, and no noise is then drawn.
 */
public final class Sampler {
    private Sampler() {}

    /**
     * Runs a body that draws from the given generator on this thread. Calls may be nested; when the body ends, also by
     * an exception, the generator of before serves again. Other threads are not affected, not even those that the body
     * starts.
     *
     * @param <T> the type of the body's result
     * @param generator the source of noise, used by this thread until the body ends
     * @param body what to run
     * @return the body's result
     */
    public static <T> T withGenerator(RandomGenerator generator, Supplier<T> body) {
        return Generators.withFixed(
                Objects.requireNonNull(generator, "generator"), Objects.requireNonNull(body, "body"));
    }

    /**
     * Draws from the normal distribution, as {@code mean + standardDeviation · ε}.
     *
     * @param mean the mean
     * @param standardDeviation the standard deviation, at least 0; at 0 the draw is the mean
     * @return the draw
     * @throws IllegalArgumentException if a parameter is not finite or the standard deviation is negative
     */
    public static double normal(double mean, double standardDeviation) {
        Parameters.requireFinite("normal", "mean", mean);
        Parameters.requireNotNegative("normal", "standardDeviation", standardDeviation);
        double eps = Generators.nextNormal();
        return mean + standardDeviation * eps;
    }

    /**
     * Draws from the log-normal distribution, as {@code exp(mu + sigma · ε)}.
     *
     * @param mu the mean of the draw's logarithm
     * @param sigma the standard deviation of the draw's logarithm, at least 0; at 0 the draw is {@code exp(mu)}
     * @return the draw; its mean is {@code exp(mu + sigma² / 2)}
     * @throws IllegalArgumentException if a parameter is not finite or sigma is negative
     */
    public static double logNormal(double mu, double sigma) {
        Parameters.requireFinite("logNormal", "mu", mu);
        Parameters.requireNotNegative("logNormal", "sigma", sigma);
        double eps = Generators.nextNormal();
        return Math.exp(mu + sigma * eps);
    }

    /**
     * Draws from the uniform distribution, as {@code lower + (upper − lower) · u}.
     *
     * @param lower the lower end
     * @param upper the upper end, greater than {@code lower} by a finite amount
     * @return the draw, between the ends; rounding can make it equal to one of them
     * @throws IllegalArgumentException if a parameter is not finite or the interval is empty or infinitely wide
     */
    public static double uniform(double lower, double upper) {
        Parameters.requireInterval("uniform", lower, upper);
        double u = Generators.nextUniform();
        return lower + (upper - lower) * u;
    }

    /**
     * Draws from the exponential distribution by inversion, as {@code −scale · log1p(−u)}.
     *
     * @param scale the mean, which is one over the rate; greater than 0
     * @return the draw, not negative
     * @throws IllegalArgumentException if the scale is not finite or not positive
     */
    public static double exponential(double scale) {
        Parameters.requirePositive("exponential", "scale", scale);
        double u = Generators.nextUniform();
        return -scale * Math.log1p(-u);
    }
}
