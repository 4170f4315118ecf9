package io.pathwise.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.testing.Models;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often 95 % intervals contain the truth, over 1,000 estimates. With exact intervals the share has a standard deviation
 * of 0.7 %, so that it leaves the range from 93 % to 97 % once in 270 choices of the seeds, which are fixed.
 */
class CoverageTest {
    private static final int ESTIMATES = 1_000;
    private static final double[] OPTION = {100, 0.05, 0.2};

    private static final double[] ASIAN = {100, 0.3};
    private static final int STEPS = 12;

    static Stream<Arguments> estimators() {
        double[] option = Models.callClosedForm(100, 0.05, 0.2, 100, 1);
        MonteCarlo call = MonteCarlo.of(Models.call(100, 1)).paths(2_000).threads(1);
        MonteCarlo asian =
                MonteCarlo.of(Models.asian(100, STEPS, true)).paths(2_048).threads(1);
        return Stream.of(
                Arguments.of("independent", call, OPTION, option),
                Arguments.of("antithetic", call.antithetic(), OPTION, option),
                Arguments.of(
                        "controlled",
                        call.control(ControlVariate.ofValue(Models.terminal(1), 100, OPTION)),
                        OPTION,
                        option),
                Arguments.of("quasi-random", asian.quasiRandom(), ASIAN, asianClosedForm()),
                Arguments.of("quasi-random, few replicates", asian.quasiRandom(8), ASIAN, asianClosedForm()));
    }

    private static double[] asianClosedForm() {
        double h = 1e-4;
        return new double[] {
            asianPrice(100, 0.3),
            (asianPrice(100 + h, 0.3) - asianPrice(100 - h, 0.3)) / (2 * h),
            (asianPrice(100, 0.3 + h) - asianPrice(100, 0.3 - h)) / (2 * h)
        };
    }

    private static double asianPrice(double spot, double volatility) {
        return Models.geometricAsianClosedForm(spot, volatility, 100, STEPS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("estimators")
    void intervalsContainTheTruthAsOftenAsTheySay(
            String name, MonteCarlo estimator, double[] parameters, double[] exact) {
        for (double share : shares(estimator, parameters, exact)) {
            assertThat(share).isBetween(0.93, 0.97);
        }
    }

    /** Of one draw, a replicate's error depends on where the kink lies between two points, and is far from normal. */
    @Test
    void quasiRandomIntervalsOfOneDrawWithAKinkAreTooShort() {
        double[] exact = Models.callClosedForm(100, 0.05, 0.2, 100, 1);
        MonteCarlo call =
                MonteCarlo.of(Models.call(100, 1)).paths(16_384).quasiRandom(16).threads(1);
        double[] shares = shares(call, OPTION, exact);
        assertThat(shares[0]).isBetween(0.88, 0.93);
        assertThat(shares[2]).as("∂rate").isBetween(0.52, 0.62);
    }

    /** How often the intervals of value and derivatives contain the truth. */
    private static double[] shares(MonteCarlo estimator, double[] parameters, double[] exact) {
        int[] hits = new int[exact.length];
        for (int seed = 0; seed < ESTIMATES; seed++) {
            Estimate estimate = estimator.seed(seed).estimate(parameters);
            for (int i = 0; i < exact.length; i++) {
                hits[i] += interval(estimate, i).contains(exact[i]) ? 1 : 0;
            }
        }
        return Arrays.stream(hits)
                .mapToDouble(each -> (double) each / ESTIMATES)
                .toArray();
    }

    private static Interval interval(Estimate estimate, int quantity) {
        return quantity == 0
                ? estimate.interval(0.95)
                : estimate.gradientInterval(estimate.parameterNames().get(quantity - 1), 0.95);
    }
}
