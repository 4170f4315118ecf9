package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
                bad(() -> Sampler.exponential(infinity), "exponential: scale must be finite, but is Infinity"));
    }

    private static Arguments bad(DoubleSupplier sampler, String message) {
        return Arguments.of(sampler, message);
    }
}
