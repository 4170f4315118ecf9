package io.pathwise.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.runtime.NoiseCount;
import io.pathwise.testing.HandWritten;
import io.pathwise.testing.Models;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Estimates against closed forms, within 4.5 standard errors: missed once in 150,000 seeds, and the seeds are fixed. */
class MonteCarloTest {
    private static final double[] OPTION = {100, 0.05, 0.2};

    static Stream<MonteCarlo> schemes() {
        MonteCarlo call = MonteCarlo.of(Models.call(105, 2)).seed(11).paths(1 << 17);
        return Stream.of(
                call,
                call.antithetic(),
                call.quasiRandom(64),
                call.control(ControlVariate.ofValue(Models.terminal(2), 100, OPTION)));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void agreesWithTheClosedForm(MonteCarlo estimator) {
        double[] exact = Models.callClosedForm(100, 0.05, 0.2, 105, 2);
        Estimate estimate = estimator.estimate(OPTION);
        assertThat(estimate.value()).isCloseTo(exact[0], within(4.5 * estimate.standardError()));
        for (int i = 0; i < 3; i++) {
            assertThat(estimate.gradient()[i])
                    .isCloseTo(exact[i + 1], within(4.5 * estimate.gradientStandardErrors()[i]));
        }
        assertThat(estimate.paths()).isEqualTo(1 << 17);
        assertThat(estimate.isPartial()).isFalse();
        assertThat(estimate.skippedPaths()).isZero();
    }

    @Test
    void standardErrorsAreThoseOfTheModel() {
        Estimate estimate =
                MonteCarlo.of(Models.gaussian()).paths(1_000_000).seed(1).estimate(3, 5);
        // the relative error of a standard deviation is √(1 / 2n)
        assertThat(estimate.standardError()).isCloseTo(5e-3, within(5e-3 * 4.5 / Math.sqrt(2e6)));
        assertThat(estimate.gradientStandardErrors()[1]).isCloseTo(1e-3, within(1e-3 * 4.5 / Math.sqrt(2e6)));
        assertThat(estimate.gradientStandardErrors()[0]).isZero();
        assertThat(estimate.gradient()[0]).isEqualTo(1);
    }

    @Test
    void geometricAsianAgreesWithTheClosedForm() {
        Estimate estimate = MonteCarlo.of(Models.asian(100, 12, true))
                .paths(200_000)
                .seed(2)
                .estimate(100, 0.3);
        double exact = Models.geometricAsianClosedForm(100, 0.3, 100, 12);
        assertThat(estimate.value()).isCloseTo(exact, within(4.5 * estimate.standardError()));
        double h = 1e-4;
        double vega = (Models.geometricAsianClosedForm(100, 0.3 + h, 100, 12)
                        - Models.geometricAsianClosedForm(100, 0.3 - h, 100, 12))
                / (2 * h);
        assertThat(estimate.gradient("volatility"))
                .isCloseTo(vega, within(4.5 * estimate.gradientStandardError("volatility")));
    }

    @Test
    void pathsMayNeedAnyNumberOfDraws() {
        Estimate estimate =
                MonteCarlo.of(Models.waiting(0.01)).paths(100_000).seed(4).estimate(2);
        assertThat(estimate.value()).isCloseTo(200, within(4.5 * estimate.standardError()));
        assertThat(estimate.gradient("theta")).isCloseTo(100, within(4.5 * estimate.gradientStandardError("theta")));
        // the number of draws is geometric, its standard deviation √(1 − p) / p
        assertThat(estimate.gradientStandardError("theta"))
                .isCloseTo(Math.sqrt(0.99) / 0.01 / Math.sqrt(1e5), within(0.01));
    }

    @Test
    void antitheticMirrorsUniformsToo() {
        HandWritten uniform = new HandWritten(
                "uniform", List.of(), NoiseCount.of(0, 1), (parameters, normals, uniforms, gradient) -> uniforms[0]);
        Estimate estimate = MonteCarlo.of(uniform).paths(1_000).antithetic().estimate();
        assertThat(estimate.value()).isEqualTo(0.5);
        assertThat(estimate.standardError()).isZero();
    }

    @Test
    void aFunctionWithoutDrawsNeedsNoNoise() {
        HandWritten square = new HandWritten(
                "square", List.of("x"), NoiseCount.of(0, 0), (parameters, normals, uniforms, gradient) -> {
                    gradient[0] += 2 * parameters[0];
                    return parameters[0] * parameters[0];
                });
        Estimate estimate = MonteCarlo.of(square).paths(100).estimate(3);
        assertThat(estimate.value()).isEqualTo(9);
        assertThat(estimate.gradient("x")).isEqualTo(6);
        assertThat(estimate.standardError()).isZero();
    }

    @Test
    void onePathHasNoStandardError() {
        Estimate estimate = MonteCarlo.of(Models.gaussian()).paths(1).estimate(1, 2);
        assertThat(estimate.standardError()).isNaN();
        assertThat(estimate.interval(0.95).lower()).isNaN();
        assertThat(estimate.gradient("mean")).isEqualTo(1);
    }

    @Test
    void intervalsAreStudents() {
        Estimate estimate = MonteCarlo.of(Models.gaussian()).paths(5).seed(1).estimate(0, 1);
        // the 0.975 quantile with 4 degrees of freedom
        Interval interval = estimate.interval(0.95);
        assertThat(interval.upper() - estimate.value())
                .isCloseTo(2.7764451051977987 * estimate.standardError(), within(1e-12));
        assertThat(interval.contains(estimate.value())).isTrue();
        assertThat(estimate.gradientInterval("deviation", 0.5).lower()).isLessThan(estimate.gradient("deviation"));
    }

    @Test
    void prints() {
        Estimate estimate =
                MonteCarlo.of(Models.call(105, 2)).paths(1_000).seed(1).estimate(OPTION);
        assertThat(estimate.toString().lines().toList()).hasSize(5).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo("Models.call, 1000 paths");
            assertThat(lines.get(1)).matches("value +[0-9.]+ ± [0-9.]+");
            assertThat(lines.get(4)).matches("∂volatility +[0-9.]+ ± [0-9.]+");
        });
    }

    @Test
    void settingsLeaveTheEstimatorAsItWas() {
        MonteCarlo estimator = MonteCarlo.of(Models.gaussian()).paths(100);
        double before = estimator.estimate(0, 1).value();
        estimator.seed(9).antithetic().threads(1).untilStandardError(1e-3);
        assertThat(estimator.estimate(0, 1).value()).isEqualTo(before);
        assertThat(estimator.seed(9).estimate(0, 1).value()).isNotEqualTo(before);
    }
}
