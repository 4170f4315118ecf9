package io.pathwise.samples.benchmarks.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VariancesTest {
    /** The score is 1/p or −1/(1 − p), the derivative 3; the other outcome's value tells it without any noise. */
    @Test
    void thoseOfACoinAreWhatItsTwoOutcomesGive() {
        double[] variances = Variances.coin();

        assertThat(variances[0]).isCloseTo(0, within(1e-12));
        assertThat(variances[1]).isCloseTo(0, within(1e-12));
        assertThat(variances[2]).isCloseTo(scored(1.9), within(0.3));
        assertThat(variances[3]).isCloseTo(scored(0), within(1.5));
    }

    private static double scored(double baseline) {
        return Math.pow(4 - baseline, 2) / 0.3 + Math.pow(1 - baseline, 2) / 0.7 - 9;
    }

    @Test
    void theTableHasARowForEachProgram() {
        assertThat(Variances.table().lines())
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).startsWith("| walk | "));
    }
}
