package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the draw is the mode, the two halves of the inverse distribution function meet. */
class TriangularSamplerTest {
    /** Parameters, and derivatives there in lower, mode and upper: (1 − u) / 2, 1/2 and u / 2. */
    @ParameterizedTest
    @CsvSource({"-1, 0, 3", "0, 0.5, 1", "-2, 1.5, 2"})
    void valueAndFirstDerivativesMeetAtTheMode(double lower, double mode, double upper) {
        double u = (mode - lower) / (upper - lower);
        for (double side : new double[] {-1e-9, 0, 1e-9}) {
            assertThat(TriangularSampler.value(lower, mode, upper, u + side)).isCloseTo(mode, within(1e-8));
            assertThat(TriangularSampler.lowerPartial(lower, mode, upper, u + side))
                    .isCloseTo(0.5 * (1 - u), within(1e-8));
            assertThat(TriangularSampler.modePartial(lower, mode, upper, u + side))
                    .isCloseTo(0.5, within(1e-8));
            assertThat(TriangularSampler.upperPartial(lower, mode, upper, u + side))
                    .isCloseTo(0.5 * u, within(1e-8));
        }
    }

    /** The slope of ∂z/∂mode in the mode jumps: √(u) / (4 (mode − lower)^1.5) has no match on the other side. */
    @Test
    void secondDerivativesJumpAtTheMode() {
        double u = 0.25;
        double below = TriangularSampler.modePartial(-1, 0, 3, u) - TriangularSampler.modePartial(-1, -1e-6, 3, u);
        double above = TriangularSampler.modePartial(-1, 1e-6, 3, u) - TriangularSampler.modePartial(-1, 0, 3, u);
        assertThat(below / 1e-6).isCloseTo(0.25 / 3, within(1e-5));
        assertThat(above / 1e-6).isCloseTo(-0.25, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 0.3", "0, 1", "1, 0", "1, 0.7", "1, 1"})
    void theModeMayBeAnEnd(double mode, double u) {
        double expected = mode == 0 ? 1 - Math.sqrt(1 - u) : Math.sqrt(u);
        double inMode = 0.5 * (mode == 0 ? Math.sqrt(1 - u) : Math.sqrt(u));
        assertThat(TriangularSampler.value(0, mode, 1, u)).isCloseTo(expected, within(1e-16));
        assertThat(TriangularSampler.modePartial(0, mode, 1, u)).isCloseTo(inMode, within(1e-16));
        double sum = TriangularSampler.lowerPartial(0, mode, 1, u) + TriangularSampler.upperPartial(0, mode, 1, u);
        assertThat(sum + inMode).isCloseTo(1, within(1e-15));
    }
}
