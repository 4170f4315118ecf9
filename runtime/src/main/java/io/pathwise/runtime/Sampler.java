package io.pathwise.runtime;

import io.pathwise.Discrete;
import io.pathwise.runtime.discrete.Bernoulli;
import io.pathwise.runtime.discrete.Binomial;
import io.pathwise.runtime.discrete.Categorical;
import io.pathwise.runtime.discrete.Geometric;
import io.pathwise.runtime.discrete.NegativeBinomial;
import io.pathwise.runtime.discrete.Poisson;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Draws from continuous distributions, as differentiable functions of their parameters and of base noise, and from
 * distributions on whole numbers, which every program may steer by.
 *
 * <p>Each sampler of numbers takes one draw of noise, either ε, standard normal, or u, uniform on the open interval (0, 1),
 * and transforms it by the formula that its documentation states; samplers of arrays take one for each element. At fixed noise the draw is a differentiable function of
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
        Parameters.checkNormal(mean, standardDeviation);
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
        Parameters.checkLogNormal(mu, sigma);
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
        Parameters.checkUniform(lower, upper);
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
        Parameters.checkExponential(scale);
        double u = Generators.nextUniform();
        return -scale * Math.log1p(-u);
    }

    /**
     * Draws the absolute value of a normal variate of mean 0, as {@code scale · |ε|}.
     *
     * @param scale the standard deviation of the normal variate, greater than 0
     * @return the draw, not negative
     * @throws IllegalArgumentException if the scale is not finite or not positive
     */
    public static double halfNormal(double scale) {
        Parameters.checkHalfNormal(scale);
        double eps = Generators.nextNormal();
        return scale * Math.abs(eps);
    }

    /**
     * Draws from the Laplace distribution by inversion, as {@code location + scale · q}, where q is {@code log(2 u)} for u
     * below ½ and {@code −log(2 (1 − u))} above.
     *
     * @param location the mean
     * @param scale the mean distance from the mean, greater than 0
     * @return the draw
     * @throws IllegalArgumentException if a parameter is not finite or the scale not positive
     */
    public static double laplace(double location, double scale) {
        Parameters.checkLaplace(location, scale);
        double u = Generators.nextUniform();
        return location + scale * StandardQuantile.laplace(u);
    }

    /**
     * Draws from the logistic distribution by inversion, as {@code location + scale · log(u / (1 − u))}.
     *
     * @param location the mean
     * @param scale the scale, greater than 0; the standard deviation is {@code scale · π / √3}
     * @return the draw
     * @throws IllegalArgumentException if a parameter is not finite or the scale not positive
     */
    public static double logistic(double location, double scale) {
        Parameters.checkLogistic(location, scale);
        double u = Generators.nextUniform();
        return location + scale * StandardQuantile.logistic(u);
    }

    /**
     * Draws from the Gumbel distribution of maxima by inversion, as {@code location − scale · log(−log u)}.
     *
     * @param location the mode
     * @param scale the scale, greater than 0; the standard deviation is {@code scale · π / √6}
     * @return the draw
     * @throws IllegalArgumentException if a parameter is not finite or the scale not positive
     */
    public static double gumbel(double location, double scale) {
        Parameters.checkGumbel(location, scale);
        double u = Generators.nextUniform();
        return location - scale * Math.log(-Math.log(u));
    }

    /**
     * Draws from the Cauchy distribution by inversion, as {@code location + scale · tan(π (u − ½))}.
     *
     * @param location the median
     * @param scale half the distance between the quartiles, greater than 0
     * @return the draw; it has no mean
     * @throws IllegalArgumentException if a parameter is not finite or the scale not positive
     */
    public static double cauchy(double location, double scale) {
        Parameters.checkCauchy(location, scale);
        double u = Generators.nextUniform();
        return location + scale * StandardQuantile.cauchy(u);
    }

    /**
     * Draws the absolute value of a Cauchy variate of median 0 by inversion, as {@code scale · tan(π u / 2)}.
     *
     * @param scale the median, greater than 0
     * @return the draw, not negative; it has no mean
     * @throws IllegalArgumentException if the scale is not finite or not positive
     */
    public static double halfCauchy(double scale) {
        Parameters.checkHalfCauchy(scale);
        double u = Generators.nextUniform();
        return scale * StandardQuantile.halfCauchy(u);
    }

    /**
     * Draws from the Rayleigh distribution by inversion, as {@code scale · √(−2 log1p(−u))}.
     *
     * @param scale the mode, greater than 0
     * @return the draw, not negative
     * @throws IllegalArgumentException if the scale is not finite or not positive
     */
    public static double rayleigh(double scale) {
        Parameters.checkRayleigh(scale);
        double u = Generators.nextUniform();
        return scale * Math.sqrt(-2 * Math.log1p(-u));
    }

    /**
     * Draws from the Weibull distribution by inversion, as {@code scale · (−log1p(−u))^(1/shape)}.
     *
     * @param shape the shape, greater than 0; at 1 the draw is exponential
     * @param scale the quantile at 1 − 1/e, greater than 0
     * @return the draw, not negative
     * @throws IllegalArgumentException if a parameter is not finite or not positive
     */
    public static double weibull(double shape, double scale) {
        Parameters.checkWeibull(shape, scale);
        double u = Generators.nextUniform();
        return scale * Math.pow(-Math.log1p(-u), 1 / shape);
    }

    /**
     * Draws from the Fréchet distribution by inversion, as {@code scale · (−log u)^(−1/shape)}.
     *
     * @param shape the shape, greater than 0; the mean is finite above 1
     * @param scale the quantile at 1/e, greater than 0
     * @return the draw, not negative
     * @throws IllegalArgumentException if a parameter is not finite or not positive
     */
    public static double frechet(double shape, double scale) {
        Parameters.checkFrechet(shape, scale);
        double u = Generators.nextUniform();
        return scale * Math.exp(-Math.log(-Math.log(u)) / shape);
    }

    /**
     * Draws from the Pareto distribution by inversion, as {@code scale · (1 − u)^(−1/shape)}.
     *
     * @param scale the least value, greater than 0
     * @param shape the tail index, greater than 0; the mean is finite above 1
     * @return the draw, at least {@code scale}
     * @throws IllegalArgumentException if a parameter is not finite or not positive
     */
    public static double pareto(double scale, double shape) {
        Parameters.checkPareto(scale, shape);
        double u = Generators.nextUniform();
        return scale * Math.exp(-Math.log1p(-u) / shape);
    }

    /**
     * Draws from the log-logistic distribution by inversion, as {@code scale · (u / (1 − u))^(1/shape)}.
     *
     * @param scale the median, greater than 0
     * @param shape the shape, greater than 0; the mean is finite above 1
     * @return the draw, not negative
     * @throws IllegalArgumentException if a parameter is not finite or not positive
     */
    public static double logLogistic(double scale, double shape) {
        Parameters.checkLogLogistic(scale, shape);
        double u = Generators.nextUniform();
        return scale * Math.exp(StandardQuantile.logistic(u) / shape);
    }

    /**
     * Draws from Kumaraswamy's distribution by inversion, as {@code (1 − (1 − u)^(1/b))^(1/a)}.
     *
     * @param a the exponent of the draw, greater than 0
     * @param b the exponent of the complement, greater than 0
     * @return the draw, in [0, 1]
     * @throws IllegalArgumentException if a parameter is not finite or not positive
     */
    public static double kumaraswamy(double a, double b) {
        Parameters.checkKumaraswamy(a, b);
        return KumaraswamySampler.value(a, b, Generators.nextUniform());
    }

    /**
     * Draws from the triangular distribution by inversion, as {@code lower + √(u (upper − lower) (mode − lower))} up to the
     * mode and {@code upper − √((1 − u) (upper − lower) (upper − mode))} beyond. Where the draw is the mode the density
     * has a kink, but the draw and its first derivatives are continuous functions of parameters and noise.
     *
     * @param lower the least value
     * @param mode the most likely value, between the ends; it may be one of them
     * @param upper the largest value, greater than {@code lower} by a finite amount
     * @return the draw, between the ends
     * @throws IllegalArgumentException if a parameter is not finite, the interval empty or infinitely wide, or the mode
     *     outside
     */
    public static double triangular(double lower, double mode, double upper) {
        Parameters.checkTriangular(lower, mode, upper);
        return TriangularSampler.value(lower, mode, upper, Generators.nextUniform());
    }

    /**
     * Draws from the Gompertz distribution by inversion, as {@code log1p(−log1p(−u) / shape) / rate}.
     *
     * @param shape the hazard at 0 over the rate, greater than 0
     * @param rate the rate at which the hazard grows, greater than 0
     * @return the draw, not negative
     * @throws IllegalArgumentException if a parameter is not finite or not positive
     */
    public static double gompertz(double shape, double rate) {
        Parameters.checkGompertz(shape, rate);
        double u = Generators.nextUniform();
        return Math.log1p(-Math.log1p(-u) / shape) / rate;
    }

    /**
     * Draws from the gamma distribution by inversion, as {@code scale · x} where {@code P(shape, x) = u}, P being the
     * regularized incomplete gamma function. Its derivative in the shape is implicit.
     *
     * @param shape the shape, greater than 0
     * @param scale the scale, greater than 0; the mean is {@code shape · scale}
     * @return the draw, not negative; for very small shapes it underflows to 0
     * @throws IllegalArgumentException if a parameter is not finite or not positive
     */
    public static double gamma(double shape, double scale) {
        Parameters.checkGamma(shape, scale);
        return GammaSampler.value(shape, scale, Generators.nextUniform());
    }

    /**
     * Draws from the chi-squared distribution by inversion: a gamma variate of shape {@code degreesOfFreedom / 2} and scale
     * 2.
     *
     * @param degreesOfFreedom the mean, greater than 0; need not be whole
     * @return the draw, not negative
     * @throws IllegalArgumentException if the parameter is not finite or not positive
     */
    public static double chiSquared(double degreesOfFreedom) {
        Parameters.checkChiSquared(degreesOfFreedom);
        return ChiSquaredSampler.value(degreesOfFreedom, Generators.nextUniform());
    }

    /**
     * Draws from the inverse gamma distribution by inversion, as {@code scale / x} where {@code P(shape, x) = 1 − u}, so
     * that the draw increases with u.
     *
     * @param shape the shape, greater than 0; the mean, {@code scale / (shape − 1)}, is finite above 1
     * @param scale the scale, greater than 0
     * @return the draw, positive; for very small shapes it overflows
     * @throws IllegalArgumentException if a parameter is not finite or not positive
     */
    public static double inverseGamma(double shape, double scale) {
        Parameters.checkInverseGamma(shape, scale);
        return InverseGammaSampler.value(shape, scale, Generators.nextUniform());
    }

    /**
     * Draws from the beta distribution by inversion of the regularized incomplete beta function. Its derivatives are
     * implicit.
     *
     * @param alpha the exponent of the draw plus 1, greater than 0
     * @param beta the exponent of its complement plus 1, greater than 0
     * @return the draw, in [0, 1]; its mean is {@code alpha / (alpha + beta)}
     * @throws IllegalArgumentException if a parameter is not finite or not positive
     */
    public static double beta(double alpha, double beta) {
        Parameters.checkBeta(alpha, beta);
        return BetaSampler.value(alpha, beta, Generators.nextUniform());
    }

    /**
     * Draws from Student's distribution by inversion. Its derivative is implicit.
     *
     * @param degreesOfFreedom the degrees of freedom, greater than 0; need not be whole
     * @return the draw
     * @throws IllegalArgumentException if the parameter is not finite or not positive
     */
    public static double studentT(double degreesOfFreedom) {
        Parameters.checkStudentT(degreesOfFreedom);
        return StudentTSampler.value(degreesOfFreedom, Generators.nextUniform());
    }

    /**
     * Draws from Student's distribution with location and scale, as {@code location + scale · studentT(degreesOfFreedom)}.
     *
     * @param degreesOfFreedom the degrees of freedom, greater than 0; need not be whole
     * @param location the median
     * @param scale the scale, greater than 0
     * @return the draw
     * @throws IllegalArgumentException if a parameter is not finite, or one other than the location not positive
     */
    public static double studentT(double degreesOfFreedom, double location, double scale) {
        Parameters.checkStudentT(degreesOfFreedom, location, scale);
        double u = Generators.nextUniform();
        return location + scale * StandardQuantile.studentT(degreesOfFreedom, u);
    }

    /**
     * Draws from Fisher's F distribution by inversion: the ratio of two independent chi-squared variates, each over its
     * degrees of freedom. Its derivatives are implicit.
     *
     * @param degreesOfFreedom1 the degrees of freedom of the numerator, greater than 0; need not be whole
     * @param degreesOfFreedom2 those of the denominator, greater than 0; the mean is finite above 2
     * @return the draw, not negative
     * @throws IllegalArgumentException if a parameter is not finite or not positive
     */
    public static double fisherF(double degreesOfFreedom1, double degreesOfFreedom2) {
        Parameters.checkFisherF(degreesOfFreedom1, degreesOfFreedom2);
        return FisherFSampler.value(degreesOfFreedom1, degreesOfFreedom2, Generators.nextUniform());
    }

    /**
     * Draws an angle from the von Mises distribution by inversion on {@code [mean − π, mean + π]}. Its derivative in the
     * concentration is implicit.
     *
     * @param mean the mean direction
     * @param concentration the concentration, at least 0; at 0 the draw is uniform
     * @return the draw, at most π from the mean
     * @throws IllegalArgumentException if a parameter is not finite or the concentration is negative
     */
    public static double vonMises(double mean, double concentration) {
        Parameters.checkVonMises(mean, concentration);
        return VonMisesSampler.value(mean, concentration, Generators.nextUniform());
    }

    /**
     * Draws from the inverse Gaussian distribution by inversion. Its derivatives are implicit.
     *
     * @param mean the mean, greater than 0
     * @param shape the shape, greater than 0; the variance is {@code mean³ / shape}
     * @return the draw, positive
     * @throws IllegalArgumentException if a parameter is not finite or not positive
     */
    public static double inverseGaussian(double mean, double shape) {
        Parameters.checkInverseGaussian(mean, shape);
        return InverseGaussianSampler.value(mean, shape, Generators.nextUniform());
    }

    /**
     * Draws from the normal distribution on condition that the draw lies between two ends, by inversion, also far from the
     * mean. Its derivatives in all four parameters are implicit.
     *
     * @param mean the mean before truncation
     * @param standardDeviation the standard deviation before truncation, greater than 0
     * @param lower the lower end; may be infinite
     * @param upper the upper end, greater than {@code lower}; may be infinite
     * @return the draw, between the ends
     * @throws IllegalArgumentException if the mean or the standard deviation is not finite, the standard deviation not positive, or
     *     {@code lower} not less than {@code upper}
     */
    public static double truncatedNormal(double mean, double standardDeviation, double lower, double upper) {
        Parameters.checkTruncatedNormal(mean, standardDeviation, lower, upper);
        return TruncatedNormalSampler.value(mean, standardDeviation, lower, upper, Generators.nextUniform());
    }

    /**
     * Draws from the relaxed Bernoulli distribution, as {@code 1 / (1 + exp(−s))} where {@code s = (logit + log(u / (1 −
     * u))) / temperature}.
     *
     * @param logit the logarithm of the odds of a draw above ½
     * @param temperature the temperature, greater than 0; towards 0 the draw becomes 0 or 1
     * @return the draw, in [0, 1]
     * @throws IllegalArgumentException if a parameter is not finite or the temperature not positive
     */
    public static double relaxedBernoulli(double logit, double temperature) {
        Parameters.checkRelaxedBernoulli(logit, temperature);
        return RelaxedBernoulliSampler.value(logit, temperature, Generators.nextUniform());
    }

    /**
     * Draws from a mixture of normal distributions by inversion of its distribution function, {@code Σ weight(k) Φ((z −
     * mean(k)) / standardDeviation(k)) / Σ weight(k)}. Its derivatives in all parameters are implicit.
     *
     * @param weights the weights of the components, not negative; they need not sum to 1
     * @param means the components' means
     * @param standardDeviations the components' standard deviations, greater than 0
     * @return the draw
     * @throws IllegalArgumentException if the arrays differ in length, an element is not finite or out of its range, or
     *     the weights' sum is not positive
     */
    public static double normalMixture(double[] weights, double[] means, double[] standardDeviations) {
        NormalMixtureSampler.check(weights, means, standardDeviations);
        return NormalMixtureSampler.value(weights, means, standardDeviations, Generators.nextUniform());
    }

    /**
     * Draws independently from normal distributions, element by element as {@code mean[i] + standardDeviation[i] · ε[i]}.
     * It takes one ε for each element, in their order. Each element moves with its own parameters only: by 1 with its mean,
     * by ε[i] with its standard deviation.
     *
     * @param mean the means, n of them
     * @param standardDeviation the standard deviations, n of them, at least 0
     * @return the n draws, in a new array
     * @throws IllegalArgumentException if the arrays differ in length, a parameter is not finite or a standard deviation
     *     negative
     */
    public static double[] normal(double[] mean, double[] standardDeviation) {
        Parameters.checkNormal(mean, standardDeviation);
        double[] draw = new double[mean.length];
        for (int i = 0; i < draw.length; i++) {
            draw[i] = mean[i] + standardDeviation[i] * Generators.nextNormal();
        }
        return draw;
    }

    /**
     * Draws from the multivariate normal distribution with covariance L·Lᵀ, as {@code mean + L · ε}. It takes one ε for
     * each element of the mean, in their order. The derivative in {@code L[i][j]} is that of the i-th element times ε[j].
     *
     * @param mean the mean, of n elements
     * @param choleskyFactor the lower triangular matrix L, n rows of n elements each; what stands above the diagonal is
     *     taken for zero, whatever it is, and has derivative zero. The diagonal may hold zeros: the covariance may be
     *     singular
     * @return the draw, n elements in a new array
     * @throws IllegalArgumentException if the factor is not square or not as large as the mean, or if an element of the
     *     mean, or of the factor up to its diagonal, is not finite
     */
    public static double[] multivariateNormal(double[] mean, double[][] choleskyFactor) {
        Parameters.checkMultivariateNormal(mean, choleskyFactor);
        double[] eps = new double[mean.length];
        for (int i = 0; i < eps.length; i++) {
            eps[i] = Generators.nextNormal();
        }
        double[] draw = new double[mean.length];
        for (int i = 0; i < draw.length; i++) {
            double sum = mean[i];
            for (int j = 0; j <= i; j++) {
                sum += choleskyFactor[i][j] * eps[j];
            }
            draw[i] = sum;
        }
        return draw;
    }

    /**
     * Draws from the Dirichlet distribution, as independent gamma draws over their sum: {@code x[i] = g[i] / Σ g[j]} with
     * {@code g[i] = P⁻¹(concentration[i], u[i])}, P being the regularized incomplete gamma function. It takes one u for
     * each element, in their order. Sums are formed of logarithms, so that concentrations may be as small as 1e-3.
     *
     * <p>Many pathwise fields have the derivative of an expectation as their mean. This is the one of the gamma draws, each
     * of which moves by inversion with its own concentration only: {@code ∂x[i]/∂concentration[j] = x[i] (δ(i, j) − x[j])
     * ∂log g[j]/∂concentration[j]}, where δ(i, j) is 1 if i = j, else 0. So a concentration moves the other elements in
     * proportion to their size. The last factor depends on the gamma draw, hence not only on the Dirichlet draw but on
     * the sum as well; its mean given the Dirichlet draw is a field that satisfies the continuity equation {@code
     * ∂p/∂concentration[j] + ∇·(p v) = 0} with the Dirichlet density p.
     *
     * @param concentration the concentrations, n of them, greater than 0
     * @return the n elements, not negative and of sum 1, in a new array
     * @throws IllegalArgumentException if there are no concentrations, or one is not finite or not positive
     */
    public static double[] dirichlet(double[] concentration) {
        Parameters.checkDirichlet(concentration);
        double[] logGammas = new double[concentration.length];
        for (int i = 0; i < logGammas.length; i++) {
            logGammas[i] = DirichletSampler.logGamma(concentration[i], Generators.nextUniform());
        }
        return normalized(logGammas);
    }

    /**
     * Draws from the Gumbel-softmax distribution, also called concrete, as {@code softmax((logits + gumbel) /
     * temperature)} with standard Gumbel draws {@code −log(−log(u[i]))}. It takes one u for each element, in their order.
     * The derivatives are those of this formula at fixed u.
     *
     * @param logits the logarithms of the categories' weights, n of them; a constant added to all changes nothing
     * @param temperature the temperature, greater than 0; towards 0 the draw becomes 1 at one category and 0 elsewhere
     * @return the n elements, not negative and of sum 1, in a new array
     * @throws IllegalArgumentException if there are no logits, one is not finite, or the temperature is not finite or not
     *     positive
     */
    public static double[] gumbelSoftmax(double[] logits, double temperature) {
        Parameters.checkGumbelSoftmax(logits, temperature);
        double[] scores = new double[logits.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = GumbelSoftmaxSampler.score(logits[i], temperature, Generators.nextUniform());
        }
        return normalized(scores);
    }

    private static double[] normalized(double[] scores) {
        double logSum = Softmax.logSum(scores);
        double[] draw = new double[scores.length];
        for (int i = 0; i < draw.length; i++) {
            draw[i] = Math.exp(scores[i] - logSum);
        }
        return draw;
    }

    /**
     * Draws 1 with probability p, else 0: 1 where u is below p.
     *
     * @param p the probability of 1, from 0 to 1
     * @return 0 or 1
     * @throws IllegalArgumentException if p is not a probability
     */
    public static int bernoulli(double p) {
        Bernoulli.require(p);
        return Bernoulli.outcome(p, Generators.nextUniform());
    }

    /**
     * Draws 1 with probability p, else 0, with a strategy for the derivatives through this draw that
     * goes before the method's.
     *
     * @param p the probability of 1, from 0 to 1
     * @param strategy one of the constants of {@link Discrete}, written as such; the draw itself is that of {@link
     *     #bernoulli(double)}
     * @return 0 or 1
     * @throws IllegalArgumentException if p is not a probability
     */
    public static int bernoulli(double p, Discrete strategy) {
        return bernoulli(p);
    }

    /**
     * Draws the number of successes in independent trials, by inversion.
     *
     * @param trials the number of trials, at least 0
     * @param p the probability of success, from 0 to 1
     * @return the number of successes, from 0 to {@code trials}
     * @throws IllegalArgumentException if there are fewer than 0 trials or p is not a probability
     */
    public static int binomial(int trials, double p) {
        Binomial.require(trials, p);
        return Binomial.outcome(trials, p, Generators.nextUniform());
    }

    /**
     * Draws the number of successes in independent trials, with a strategy for the derivatives through this draw that
     * goes before the method's.
     *
     * @param trials the number of trials, at least 0
     * @param p the probability of success, from 0 to 1
     * @param strategy one of the constants of {@link Discrete}, written as such; the draw itself is that of {@link
     *     #binomial(int, double)}
     * @return the number of successes, from 0 to {@code trials}
     * @throws IllegalArgumentException if there are fewer than 0 trials or p is not a probability
     */
    public static int binomial(int trials, double p, Discrete strategy) {
        return binomial(trials, p);
    }

    /**
     * Draws from the Poisson distribution, by inversion.
     *
     * @param mean the mean, from 0 to 1e9
     * @return the draw, at least 0
     * @throws IllegalArgumentException if the mean is out of its range
     */
    public static int poisson(double mean) {
        Poisson.require(mean);
        return Poisson.outcome(mean, Generators.nextUniform());
    }

    /**
     * Draws from the Poisson distribution, with a strategy for the derivatives through this draw that
     * goes before the method's.
     *
     * @param mean the mean, from 0 to 1e9
     * @param strategy one of the constants of {@link Discrete}, written as such; the draw itself is that of {@link
     *     #poisson(double)}
     * @return the draw, at least 0
     * @throws IllegalArgumentException if the mean is out of its range
     */
    public static int poisson(double mean, Discrete strategy) {
        return poisson(mean);
    }

    /**
     * Draws the number of failures before the first success, by inversion.
     *
     * @param p the probability of success, greater than 0 and at most 1
     * @return the number of failures, at least 0
     * @throws IllegalArgumentException if p is out of its range
     * @throws ArithmeticException if the draw is no {@code int}, which takes p below 2e-8
     */
    public static int geometric(double p) {
        Geometric.require(p);
        return Geometric.outcome(p, Generators.nextUniform());
    }

    /**
     * Draws the number of failures before the first success, with a strategy for the derivatives through this draw that
     * goes before the method's.
     *
     * @param p the probability of success, greater than 0 and at most 1
     * @param strategy one of the constants of {@link Discrete}, written as such; the draw itself is that of {@link
     *     #geometric(double)}
     * @return the number of failures, at least 0
     * @throws IllegalArgumentException if p is out of its range
     * @throws ArithmeticException if the draw is no {@code int}, which takes p below 2e-8
     */
    public static int geometric(double p, Discrete strategy) {
        return geometric(p);
    }

    /**
     * Draws the number of failures before a number of successes is reached, by inversion.
     *
     * @param successes the number of successes, at least 1
     * @param p the probability of success, greater than 0 and at most 1
     * @return the number of failures, at least 0
     * @throws IllegalArgumentException if a parameter is out of its range
     * @throws ArithmeticException if draws may be no {@code int}: their mean is above 1e8
     */
    public static int negativeBinomial(int successes, double p) {
        NegativeBinomial.require(successes, p);
        return NegativeBinomial.outcome(successes, p, Generators.nextUniform());
    }

    /**
     * Draws the number of failures before a number of successes is reached, with a strategy for the derivatives through
     * this draw that goes before the method's.
     *
     * @param successes the number of successes, at least 1
     * @param p the probability of success, greater than 0 and at most 1
     * @param strategy one of the constants of {@link Discrete}, written as such; the draw itself is that of {@link
     *     #negativeBinomial(int, double)}
     * @return the number of failures, at least 0
     * @throws IllegalArgumentException if a parameter is out of its range
     * @throws ArithmeticException if draws may be no {@code int}: their mean is above 1e8
     */
    public static int negativeBinomial(int successes, double p, Discrete strategy) {
        return negativeBinomial(successes, p);
    }

    /**
     * Draws an index with a probability in proportion to its weight, by inversion.
     *
     * @param weights the weights, whose sum need not be 1: finite, not negative, not all zero
     * @return an index of the weights
     * @throws IllegalArgumentException if the weights are out of their range
     */
    public static int categorical(double[] weights) {
        Categorical.require(weights);
        return Categorical.outcome(weights, Generators.nextUniform());
    }

    /**
     * Draws an index with a probability in proportion to its weight, with a strategy for the derivatives through this
     * draw that goes before the method's.
     *
     * @param weights the weights, whose sum need not be 1: finite, not negative, not all zero
     * @param strategy one of the constants of {@link Discrete}, written as such; the draw itself is that of {@link
     *     #categorical(double[])}
     * @return an index of the weights
     * @throws IllegalArgumentException if the weights are out of their range
     */
    public static int categorical(double[] weights, Discrete strategy) {
        return categorical(weights);
    }
}
