package io.pathwise.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.check.GradientCheck;
import io.pathwise.montecarlo.Estimate;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    /** Reference values computed with 30 digits. */
    @Test
    void closedFormIsThatOfBlackAndScholes() {
        ClosedForm exact = ClosedForm.of(100, 0.05, 0.2, 100, 1);

        assertThat(exact.price()).isCloseTo(10.4505835721856, within(1e-12));
        assertThat(exact.delta()).isCloseTo(0.636830651175619, within(1e-14));
        assertThat(exact.vega()).isCloseTo(37.5240346916938, within(1e-12));
        assertThat(exact.rho()).isCloseTo(53.2324815453763, within(1e-12));
    }

    /** Fixed seed; each bound of 4 standard errors fails for 6 seeds in 100,000. */
    @Test
    void monteCarloAgreesWithTheClosedForm() {
        ClosedForm exact = ClosedForm.of(100, 0.05, 0.2, 100, 1);

        Estimate estimate = Quickstart.estimate(400_000, 7);

        assertAgrees(estimate.value(), estimate.standardError(), exact.price());
        assertAgrees(estimate, "spot", exact.delta());
        assertAgrees(estimate, "rate", exact.rho());
        assertAgrees(estimate, "volatility", exact.vega());
    }

    private static void assertAgrees(Estimate estimate, String parameter, double exact) {
        assertAgrees(estimate.gradient(parameter), estimate.gradientStandardError(parameter), exact);
    }

    private static void assertAgrees(double mean, double standardError, double exact) {
        assertThat(standardError).isLessThan(0.005 * exact);
        assertThat(mean).isCloseTo(exact, within(4 * standardError));
    }

    @Test
    void derivativesAgreeWithDifferences() {
        GradientCheck.of(BlackScholesPathwise.callFunction(100, 1))
                .at(100, 0.05, 0.2)
                .seed(1)
                .check();
    }
}
