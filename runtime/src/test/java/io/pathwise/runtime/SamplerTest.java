package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {
    @Test
    void normalScalesAndShiftsItsNoise() {
        assertThat(draw(ScriptedGenerator.ofGaussians(-1.5), () -> Sampler.normal(2, 4)))
                .isEqualTo(-4.0);
    }

    @Test
    void normalWithoutDeviationIsItsMean() {
        assertThat(draw(ScriptedGenerator.ofGaussians(-1.5), () -> Sampler.normal(2, 0)))
                .isEqualTo(2.0);
    }

    @Test
    void logNormalIsTheExponentialOfANormal() {
        assertThat(draw(ScriptedGenerator.ofGaussians(2), () -> Sampler.logNormal(0.5, 0.25)))
                .isEqualTo(Math.exp(1.0))
                .isCloseTo(2.718281828459045, within(1e-15));
    }

    @Test
    void uniformInterpolatesItsEnds() {
        assertThat(draw(ScriptedGenerator.ofDoubles(0.25), () -> Sampler.uniform(-1, 7)))
                .isEqualTo(1.0);
    }

    @Test
    void exponentialInvertsItsDistributionFunction() {
        // the median of an exponential is scale · ln 2
        assertThat(draw(ScriptedGenerator.ofDoubles(0.5), () -> Sampler.exponential(3)))
                .isCloseTo(2.0794415416798357, within(1e-15));
    }

    @Test
    void exponentialKeepsItsAccuracyNearZero() {
        // −ln(1 − u) = u + u²/2 + …, and 1 − 1e-20 rounds to 1
        assertThat(draw(ScriptedGenerator.ofDoubles(1e-20), () -> Sampler.exponential(2)))
                .isEqualTo(2e-20);
    }

    /** The series of log(u / (1 − u)) in 2 u − 1, of which u and 1 − u are exact to one part in 1e-16 only. */
    @ParameterizedTest
    @ValueSource(doubles = {-1e-4, -2e-8, -1.3e-10, -3e-14, 3e-14, 1.3e-10, 2e-8, 1e-4})
    void logisticKeepsItsAccuracyAtItsMedian(double fromMedian) {
        double u = 0.5 + fromMedian;
        double x = 2 * u - 1;
        double expected = 2 * x * (1 + x * x / 3 + x * x * x * x / 5);
        assertThat(draw(ScriptedGenerator.ofDoubles(u), () -> Sampler.logistic(0, 1)))
                .isCloseTo(expected, within(4e-16 * Math.abs(expected)));
    }

    @Test
    void uniformNoiseSkipsZero() {
        assertThat(draw(ScriptedGenerator.ofDoubles(0, 0, 0.5), () -> Sampler.uniform(0, 1)))
                .isEqualTo(0.5);
    }

    @Test
    void drawsFollowTheOrderOfTheCalls() {
        double difference =
                draw(ScriptedGenerator.ofGaussians(3, 1), () -> Sampler.normal(0, 1) - Sampler.normal(0, 1));

        assertThat(difference).isEqualTo(2.0);
    }

    @Test
    void vectorsTakeTheirNoiseInOrder() {
        double[] mean = {1, -2};
        double[] deviation = {2, 0.5};
        assertThat(drawn(ScriptedGenerator.ofGaussians(0.5, 4), () -> Sampler.normal(mean, deviation)))
                .containsExactly(2, 0);
        double[][] factor = {{2, Double.NaN}, {-1, 3}};
        assertThat(drawn(ScriptedGenerator.ofGaussians(0.5, 4), () -> Sampler.multivariateNormal(mean, factor)))
                .containsExactly(2, 9.5);
    }

    @Test
    void dirichletIsGammaDrawsOverTheirSum() {
        double[] concentration = {0.7, 3, 1.2};
        double[] u = {0.2, 0.7, 0.9};
        double[] expected = new double[3];
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            expected[i] = GammaSampler.value(concentration[i], 1, u[i]);
            sum += expected[i];
        }
        for (int i = 0; i < 3; i++) {
            expected[i] /= sum;
        }
        assertThat(drawn(ScriptedGenerator.ofDoubles(u), () -> Sampler.dirichlet(concentration)))
                .containsExactly(expected, within(1e-14));
    }

    @Test
    void gumbelSoftmaxIsTheSoftmaxOfPerturbedLogits() {
        double[] logits = {0.7, -3, 1.2};
        double[] u = {0.2, 0.7, 0.9};
        double[] expected = new double[3];
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            expected[i] = Math.exp((logits[i] - Math.log(-Math.log(u[i]))) / 0.8);
            sum += expected[i];
        }
        for (int i = 0; i < 3; i++) {
            expected[i] /= sum;
        }
        assertThat(drawn(ScriptedGenerator.ofDoubles(u), () -> Sampler.gumbelSoftmax(logits, 0.8)))
                .containsExactly(expected, within(1e-14));
    }

    /** Draws by a generator that must have nothing left. */
    private static double[] drawn(ScriptedGenerator generator, Supplier<double[]> sampler) {
        double[] value = Sampler.withGenerator(generator, sampler);
        assertThat(generator.remaining()).isZero();
        return value;
    }

    /** Draws by a generator that must have nothing left. */
    private static double draw(ScriptedGenerator generator, DoubleSupplier sampler) {
        double value = Sampler.withGenerator(generator, sampler::getAsDouble);
        assertThat(generator.remaining()).isZero();
        return value;
    }

    @ParameterizedTest
    @MethodSource("badParameters")
    void badParametersAreNamed(DoubleSupplier sampler, String message) {
        assertThatThrownBy(() -> Sampler.withGenerator(new ScriptedGenerator(), sampler::getAsDouble))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Stream<Arguments> badParameters() {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        return Stream.of(
                bad(() -> Sampler.normal(nan, 1), "normal: mean must be finite, but is NaN"),
                bad(() -> Sampler.normal(-infinity, 1), "normal: mean must be finite, but is -Infinity"),
                bad(() -> Sampler.normal(0, -1), "normal: standardDeviation must not be negative, but is -1.0"),
                bad(() -> Sampler.normal(0, nan), "normal: standardDeviation must be finite, but is NaN"),
                bad(() -> Sampler.normal(0, infinity), "normal: standardDeviation must be finite, but is Infinity"),
                bad(() -> Sampler.logNormal(nan, 1), "logNormal: mu must be finite, but is NaN"),
                bad(() -> Sampler.logNormal(0, -0.5), "logNormal: sigma must not be negative, but is -0.5"),
                bad(() -> Sampler.logNormal(0, nan), "logNormal: sigma must be finite, but is NaN"),
                bad(() -> Sampler.uniform(nan, 1), "uniform: lower must be finite, but is NaN"),
                bad(() -> Sampler.uniform(0, infinity), "uniform: upper must be finite, but is Infinity"),
                bad(() -> Sampler.uniform(2, 1), "uniform: upper must be greater than lower 2.0, but is 1.0"),
                bad(() -> Sampler.uniform(2, 2), "uniform: upper must be greater than lower 2.0, but is 2.0"),
                bad(
                        () -> Sampler.uniform(-Double.MAX_VALUE, Double.MAX_VALUE),
                        "uniform: upper - lower must be finite, but is Infinity"),
                bad(() -> Sampler.exponential(0), "exponential: scale must be positive, but is 0.0"),
                bad(() -> Sampler.exponential(-2), "exponential: scale must be positive, but is -2.0"),
                bad(() -> Sampler.exponential(nan), "exponential: scale must be finite, but is NaN"),
                bad(() -> Sampler.exponential(infinity), "exponential: scale must be finite, but is Infinity"),
                bad(() -> Sampler.halfNormal(0), "halfNormal: scale must be positive, but is 0.0"),
                bad(() -> Sampler.laplace(nan, 1), "laplace: location must be finite, but is NaN"),
                bad(() -> Sampler.laplace(0, 0), "laplace: scale must be positive, but is 0.0"),
                bad(() -> Sampler.logistic(0, -1), "logistic: scale must be positive, but is -1.0"),
                bad(() -> Sampler.gumbel(infinity, 1), "gumbel: location must be finite, but is Infinity"),
                bad(() -> Sampler.cauchy(0, nan), "cauchy: scale must be finite, but is NaN"),
                bad(() -> Sampler.halfCauchy(-3), "halfCauchy: scale must be positive, but is -3.0"),
                bad(() -> Sampler.rayleigh(0), "rayleigh: scale must be positive, but is 0.0"),
                bad(() -> Sampler.weibull(0, 1), "weibull: shape must be positive, but is 0.0"),
                bad(() -> Sampler.weibull(1, nan), "weibull: scale must be finite, but is NaN"),
                bad(() -> Sampler.frechet(-1, 1), "frechet: shape must be positive, but is -1.0"),
                bad(() -> Sampler.pareto(1, 0), "pareto: shape must be positive, but is 0.0"),
                bad(() -> Sampler.logLogistic(0, 1), "logLogistic: scale must be positive, but is 0.0"),
                bad(() -> Sampler.kumaraswamy(1, -2), "kumaraswamy: b must be positive, but is -2.0"),
                bad(() -> Sampler.triangular(1, 1, 1), "triangular: upper must be greater than lower 1.0, but is 1.0"),
                bad(
                        () -> Sampler.triangular(0, 2, 1),
                        "triangular: mode must be between lower 0.0 and upper 1.0, but is 2.0"),
                bad(() -> Sampler.gompertz(1, 0), "gompertz: rate must be positive, but is 0.0"),
                bad(() -> Sampler.gamma(0, 1), "gamma: shape must be positive, but is 0.0"),
                bad(() -> Sampler.chiSquared(-1), "chiSquared: degreesOfFreedom must be positive, but is -1.0"),
                bad(() -> Sampler.inverseGamma(1, nan), "inverseGamma: scale must be finite, but is NaN"),
                bad(() -> Sampler.beta(1, 0), "beta: beta must be positive, but is 0.0"),
                bad(() -> Sampler.studentT(0), "studentT: degreesOfFreedom must be positive, but is 0.0"),
                bad(() -> Sampler.studentT(3, nan, 1), "studentT: location must be finite, but is NaN"),
                bad(() -> Sampler.fisherF(1, -1), "fisherF: degreesOfFreedom2 must be positive, but is -1.0"),
                bad(() -> Sampler.vonMises(0, -1), "vonMises: concentration must not be negative, but is -1.0"),
                bad(() -> Sampler.inverseGaussian(0, 1), "inverseGaussian: mean must be positive, but is 0.0"),
                bad(
                        () -> Sampler.truncatedNormal(0, 1, 2, 2),
                        "truncatedNormal: upper must be greater than lower 2.0, but is 2.0"),
                bad(() -> Sampler.truncatedNormal(0, 1, nan, 2), "truncatedNormal: lower must be a number, but is NaN"),
                bad(() -> Sampler.relaxedBernoulli(0, 0), "relaxedBernoulli: temperature must be positive, but is 0.0"),
                bad(
                        () -> Sampler.normalMixture(new double[] {0, 0}, new double[2], new double[] {1, 1}),
                        "normalMixture: the sum of weights must be positive, but is 0.0"),
                bad(
                        () -> Sampler.normalMixture(new double[] {1, -1}, new double[2], new double[] {1, 1}),
                        "normalMixture: weights[1] must not be negative, but is -1.0"),
                bad(
                        () -> Sampler.normalMixture(new double[] {1, 1}, new double[2], new double[] {1, 0}),
                        "normalMixture: standardDeviations[1] must be positive, but is 0.0"),
                bad(
                        () -> Sampler.normalMixture(new double[] {1, 1}, new double[3], new double[] {1, 1}),
                        "normalMixture: means must have 2 elements, but has 3"));
    }

    private static Arguments bad(DoubleSupplier sampler, String message) {
        return Arguments.of(sampler, message);
    }
}
