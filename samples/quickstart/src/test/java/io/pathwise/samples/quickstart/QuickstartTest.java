package io.pathwise.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.samples.quickstart.Quickstart.Greeks;
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

        Greeks greeks = Quickstart.estimate(400_000, 7);

        assertAgrees(greeks.price(), exact.price());
        assertAgrees(greeks.delta(), exact.delta());
        assertAgrees(greeks.rho(), exact.rho());
        assertAgrees(greeks.vega(), exact.vega());
    }

    private static void assertAgrees(Statistics estimate, double exact) {
        assertThat(estimate.standardError()).isLessThan(0.005 * exact);
        assertThat(estimate.mean()).isCloseTo(exact, within(4 * estimate.standardError()));
    }
}
