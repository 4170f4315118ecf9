package io.pathwise.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.testing.Models;
import org.junit.jupiter.api.Test;

/** By how much variance falls, at equal numbers of paths. */
class VarianceReductionTest {
    private static final int PATHS = 1 << 16;
    private static final double[] OPTION = {100, 0.05, 0.2};
    private static final double[] ASIAN = {100, 0.3};

    private static MonteCarlo estimator(PathwiseFunction function) {
        return MonteCarlo.of(function).paths(PATHS).seed(8);
    }

    /** The variance of the plain estimate over that of another. */
    private static double ratio(double plainError, double reducedError) {
        return plainError * plainError / (reducedError * reducedError);
    }

    @Test
    void antitheticNoiseHelpsMonotoneFunctions() {
        MonteCarlo call = estimator(Models.call(100, 1));
        Estimate plain = call.estimate(OPTION);
        Estimate mirrored = call.antithetic().estimate(OPTION);
        assertThat(ratio(plain.standardError(), mirrored.standardError()))
                .isCloseTo(antitheticRatio(Models.call(100, 1), OPTION), within(0.05));
        MonteCarlo asian = estimator(Models.asian(100, 12, false));
        assertThat(ratio(
                        asian.estimate(ASIAN).standardError(),
                        asian.antithetic().estimate(ASIAN).standardError()))
                .isCloseTo(1.6, within(0.1));
    }

    /** Var(Y) / (Var(Y) + Cov(Y, Y')) for a function of one normal, by the trapezoidal rule. */
    private static double antitheticRatio(PathwiseFunction function, double[] parameters) {
        double step = 1e-3;
        double mean = 0;
        double square = 0;
        double product = 0;
        for (double z = -9; z <= 9; z += step) {
            double weight = step * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
            double value = function.value(parameters, new double[] {z}, new double[0]);
            double mirrored = function.value(parameters, new double[] {-z}, new double[0]);
            mean += weight * value;
            square += weight * value * value;
            product += weight * value * mirrored;
        }
        double variance = square - mean * mean;
        return variance / (variance + product - mean * mean);
    }

    @Test
    void quasiRandomNoiseHelpsSmoothFunctionsOfFewDraws() {
        MonteCarlo call = estimator(Models.call(100, 1));
        assertThat(ratio(
                        call.estimate(OPTION).standardError(),
                        call.quasiRandom(64).estimate(OPTION).standardError()))
                .isGreaterThan(1_000);
        MonteCarlo asian = estimator(Models.asian(100, 12, false));
        Estimate plain = asian.estimate(ASIAN);
        Estimate quasi = asian.quasiRandom(64).estimate(ASIAN);
        assertThat(ratio(plain.standardError(), quasi.standardError())).isGreaterThan(50);
        assertThat(ratio(plain.gradientStandardError("volatility"), quasi.gradientStandardError("volatility")))
                .isGreaterThan(10);
    }

    @Test
    void theGeometricMeanControlsTheArithmeticOne() {
        PathwiseFunction geometric = Models.asian(100, 12, true);
        double known = Models.geometricAsianClosedForm(100, 0.3, 100, 12);
        MonteCarlo asian = estimator(Models.asian(100, 12, false));
        Estimate plain = asian.estimate(ASIAN);
        Estimate controlled =
                asian.control(ControlVariate.ofValue(geometric, known, ASIAN)).estimate(ASIAN);
        assertThat(ratio(plain.standardError(), controlled.standardError())).isGreaterThan(500);
        assertThat(controlled.value()).isCloseTo(plain.value(), within(4 * plain.standardError()));
        Estimate both = asian.antithetic()
                .control(ControlVariate.ofValue(geometric, known, ASIAN))
                .estimate(ASIAN);
        assertThat(both.value()).isCloseTo(controlled.value(), within(5 * controlled.standardError()));
    }

    @Test
    void derivativesOfControlsHelpDerivatives() {
        PathwiseFunction terminal = Models.terminal(1);
        // the mean of the discounted price is the spot
        ControlVariate byValue = ControlVariate.ofValue(terminal, 100, OPTION);
        ControlVariate byVolatility = ControlVariate.ofDerivative(terminal, "volatility", 0, OPTION);
        MonteCarlo call = estimator(Models.call(100, 1));
        double exact = Models.callClosedForm(100, 0.05, 0.2, 100, 1)[3];
        Estimate one = call.control(byValue).estimate(OPTION);
        Estimate two = call.control(byValue, byVolatility).estimate(OPTION);
        assertThat(two.gradientStandardError("volatility")).isLessThan(0.7 * one.gradientStandardError("volatility"));
        assertThat(two.gradient("volatility")).isCloseTo(exact, within(4.5 * two.gradientStandardError("volatility")));
    }

    @Test
    void aPerfectControlLeavesNoError() {
        Estimate estimate = estimator(Models.gaussian())
                .control(ControlVariate.ofValue(Models.gaussian(), 7, 7, 2))
                .estimate(3, 5);
        assertThat(estimate.value()).isCloseTo(3, within(1e-12));
        assertThat(estimate.gradient("deviation")).isCloseTo(0, within(1e-12));
        assertThat(estimate.standardError()).isLessThan(1e-8);
    }

    @Test
    void dependentControlsAreRefused() {
        ControlVariate control = ControlVariate.ofValue(Models.gaussian(), 7, 7, 2);
        ControlVariate multiple = ControlVariate.ofValue(Models.gaussian(), 1, 1, 6);
        ControlVariate constant = ControlVariate.ofValue(Models.gaussian(), 7, 7, 0);
        assertThatThrownBy(() ->
                        estimator(Models.gaussian()).control(control, multiple).estimate(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("control variate 2 of 2 does not vary, or is a linear function of those before it");
        assertThatThrownBy(() -> estimator(Models.gaussian()).control(constant).estimate(0, 1))
                .hasMessage("control variate 1 of 1 does not vary, or is a linear function of those before it");
        assertThatThrownBy(() ->
                        estimator(Models.gaussian()).paths(2).control(control).estimate(0, 1))
                .hasMessage("1 control variates need at least 3 independent paths or pairs, but there are 2");
    }

    @Test
    void commonNoiseMakesDifferencesSharp() {
        MonteCarlo call = estimator(Models.call(100, 1));
        double[] shifted = {101, 0.05, 0.2};
        Estimate difference = call.difference(shifted, OPTION);
        Estimate up = call.estimate(shifted);
        Estimate down = call.estimate(OPTION);
        assertThat(difference.value()).isCloseTo(up.value() - down.value(), within(1e-11));
        assertThat(difference.gradient("volatility"))
                .isCloseTo(up.gradient("volatility") - down.gradient("volatility"), within(1e-11));
        assertThat(ratio(up.standardError(), difference.standardError())).isGreaterThan(200);
        double exact =
                Models.callClosedForm(101, 0.05, 0.2, 100, 1)[0] - Models.callClosedForm(100, 0.05, 0.2, 100, 1)[0];
        assertThat(difference.value()).isCloseTo(exact, within(4.5 * difference.standardError()));
    }

    @Test
    void otherConstantsAreAnotherFunction() {
        Estimate spread = estimator(Models.call(100, 1)).difference(OPTION, Models.call(110, 1), OPTION);
        double[] lower = Models.callClosedForm(100, 0.05, 0.2, 100, 1);
        double[] upper = Models.callClosedForm(100, 0.05, 0.2, 110, 1);
        assertThat(spread.name()).isEqualTo("Models.call - Models.call");
        assertThat(spread.value()).isCloseTo(lower[0] - upper[0], within(4.5 * spread.standardError()));
        assertThat(spread.gradient("spot"))
                .isCloseTo(lower[1] - upper[1], within(4.5 * spread.gradientStandardError("spot")));
    }
}
