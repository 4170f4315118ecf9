package io.pathwise.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.testing.Coins;
import org.junit.jupiter.api.Test;

/** The baseline that an estimate chooses: by paths of its own, so that the mean stays the derivative. */
class BaselineTest {
    private static final double P = 0.3;
    private static final double[] POINT = {P, 1};
    private static final PathwiseFunction WITHOUT = new Coins(Double.NaN, 1);
    private static final PathwiseFunction AT_ZERO = new Coins(0, 1);

    /** E[((f − b) score)²] − 9 for f of 1 and 4. */
    private static double variance(double baseline) {
        double up = (4 - baseline) / P;
        double down = (1 - baseline) / (1 - P);
        return P * up * up + (1 - P) * down * down - 9;
    }

    private static MonteCarlo estimator(PathwiseFunction function, long paths, long seed) {
        return MonteCarlo.of(function).paths(paths).seed(seed);
    }

    /**
     * The variance falls from 45.8 to 6.9 at best. With a baseline that the pilot's 1024 paths leave within 0.2 of the mean
     * (five of its standard errors, 0.043), it is below 9.4; five standard errors of the estimated variance are 0.35.
     */
    @Test
    void varianceFalls() {
        long paths = 100_000;
        double chosen = estimator(WITHOUT, paths, 1).estimate(POINT).gradientStandardErrors()[0];
        double zero = estimator(AT_ZERO, paths, 1).estimate(POINT).gradientStandardErrors()[0];
        assertThat(zero * zero * paths).isCloseTo(variance(0), within(2.0));
        assertThat(chosen * chosen * paths).isLessThan(10);
        assertThat(variance(1.9 + 0.2)).isLessThan(9.4);
        assertThat(variance(1.9 - 0.2)).isLessThan(9.4);
    }

    /**
     * Over 2000 estimates of 64 paths each the mean of the gradients is within four of its standard errors of 3: chance
     * fails this once in 15,000. A baseline from the estimate's own 64 paths would be off by Cov(mean, score) ≈ 3/64, which
     * is 0.047 and six standard errors.
     */
    @Test
    void smallEstimatesHaveNoBias() {
        int repetitions = 2000;
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < repetitions; seed++) {
            double estimate =
                    estimator(WITHOUT, 64, seed).threads(1).estimate(POINT).gradient()[0];
            sum += estimate - 3;
            squares += (estimate - 3) * (estimate - 3);
        }
        double standardError = Math.sqrt(squares) / repetitions;
        assertThat(standardError).isLessThan(0.01);
        assertThat(sum / repetitions).isCloseTo(0, within(4 * standardError));
    }

    @Test
    void everyThreadAndPartHasTheSame() {
        Estimate one = estimator(WITHOUT, 10_000, 5).threads(1).estimate(POINT);
        for (int threads : new int[] {2, 3, 8}) {
            Estimate other = estimator(WITHOUT, 10_000, 5).threads(threads).estimate(POINT);
            assertThat(other.gradient()).isEqualTo(one.gradient());
            assertThat(other.gradientStandardErrors()).isEqualTo(one.gradientStandardErrors());
        }
        MonteCarlo parts = estimator(WITHOUT, 10_000, 5);
        Estimate merged = parts.partial(50, parts.blocks(), POINT)
                .merge(parts.partial(0, 50, POINT))
                .toEstimate();
        assertThat(merged.gradient()).isEqualTo(one.gradient());
    }

    /** Their mean is the estimate's, so they have its baseline. */
    @Test
    void replayedPathsHaveTheBaselineOfTheEstimate() {
        MonteCarlo estimator = estimator(WITHOUT, 64, 9);
        double sum = 0;
        for (int path = 0; path < 64; path++) {
            sum += estimator.replay(path, POINT).gradient()[0];
        }
        assertThat(sum / 64).isCloseTo(estimator.estimate(POINT).gradient()[0], within(1e-12));
    }

    @Test
    void aBaselineThatIsGivenStays() {
        Estimate given = estimator(new Coins(2.5, 1), 10_000, 1).estimate(POINT);
        Estimate other = estimator(AT_ZERO.withBaseline(2.5), 10_000, 1).estimate(POINT);
        assertThat(given.gradient()).isEqualTo(other.gradient());
        assertThat(given.gradient())
                .isNotEqualTo(estimator(WITHOUT, 10_000, 1).estimate(POINT).gradient());
    }

    @Test
    void differencesHaveBaselinesToo() {
        double[] other = {0.4, 1};
        Estimate difference = estimator(WITHOUT, 20_000, 2).difference(POINT, other);
        double zero = estimator(AT_ZERO, 20_000, 2).difference(POINT, other).gradientStandardErrors()[0];
        assertThat(difference.gradientStandardErrors()[0]).isLessThan(0.7 * zero);
        assertThat(difference.gradient()[0]).isCloseTo(0, within(5 * difference.gradientStandardErrors()[0]));
    }
}
