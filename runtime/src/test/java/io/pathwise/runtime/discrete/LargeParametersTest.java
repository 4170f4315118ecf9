package io.pathwise.runtime.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.runtime.Sampler;
import java.util.function.DoubleToIntFunction;
import org.junit.jupiter.api.Test;

class LargeParametersTest {
    private static final int POINTS = 4000;

    /** The mean over equally probable points; the error is that of the trapezoidal rule in the tails. */
    private static double mean(DoubleToIntFunction outcome) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += outcome.applyAsInt((i + 0.5) / POINTS);
        }
        return sum / POINTS;
    }

    @Test
    void outcomesStayExactWhereTheFirstProbabilityUnderflows() {
        assertThat(mean(u -> Poisson.outcome(1e5, u))).isCloseTo(1e5, within(0.5));
        assertThat(mean(u -> Binomial.outcome(1_000_000, 0.4, u))).isCloseTo(4e5, within(1.0));
        assertThat(mean(u -> NegativeBinomial.outcome(2000, 0.2, u))).isCloseTo(8000, within(0.5));
    }

    @Test
    void bothWaysToSearchMeetAtTheirLimit() {
        assertThat(mean(u -> Poisson.outcome(575.6, u))).isCloseTo(mean(u -> Poisson.outcome(575.7, u)), within(0.2));
        for (int i = 1; i < 100; i++) {
            assertThat(Poisson.outcome(575.7, i / 100.0)).isBetween(Poisson.outcome(575.6, i / 100.0), 700);
        }
    }

    @Test
    void extremeNoiseEndsTheSearch() {
        assertThat(Poisson.outcome(3, Math.nextDown(1.0))).isBetween(15, 40);
        assertThat(Poisson.outcome(1e6, Math.nextDown(1.0))).isBetween(1_007_000, 1_010_000);
        assertThat(Binomial.outcome(10, 0.999, Double.MIN_VALUE)).isZero();
        assertThat(Geometric.outcome(0.5, Math.nextDown(1.0))).isEqualTo(53);
        assertThat(Categorical.outcome(new double[] {0.1, 0.2, 0.7, 0}, Math.nextDown(1.0)))
                .isEqualTo(2);
    }

    @Test
    void parametersOutOfRangeAreRefusedByName() {
        refuses(() -> Sampler.bernoulli(1.5), "bernoulli: p must be between 0 and 1, but is 1.5");
        refuses(() -> Sampler.bernoulli(Double.NaN), "bernoulli: p must be between 0 and 1, but is NaN");
        refuses(() -> Sampler.binomial(-1, 0.5), "binomial: trials must be at least 0, but is -1");
        refuses(() -> Sampler.binomial(3, -0.1), "binomial: p must be between 0 and 1, but is -0.1");
        refuses(() -> Sampler.poisson(-1), "poisson: mean must be between 0.0 and 1.0E9, but is -1.0");
        refuses(() -> Sampler.geometric(0), "geometric: p must be greater than 0 and at most 1, but is 0.0");
        refuses(() -> Sampler.negativeBinomial(0, 0.5), "negativeBinomial: successes must be at least 1, but is 0");
        refuses(
                () -> Sampler.categorical(new double[] {1, -2}),
                "categorical: a weight must not be negative, but is -2.0");
        refuses(
                () -> Sampler.categorical(new double[2]),
                "categorical: the sum of the weights must be positive and finite, but is 0.0");
    }

    private static void refuses(Runnable draw, String message) {
        assertThatThrownBy(draw::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void anOutcomeThatIsNoIntIsRefused() {
        assertThatThrownBy(() -> Geometric.outcome(1e-10, 0.9)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> NegativeBinomial.outcome(5, 1e-9, 0.5)).isInstanceOf(ArithmeticException.class);
    }
}
