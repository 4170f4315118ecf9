package io.pathwise.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.testing.Models;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoppingTest {
    private static final double[] OPTION = {100, 0.05, 0.2};

    @Test
    void endsWhenTheErrorIsSmallEnough() {
        Estimate estimate = MonteCarlo.of(Models.call(100, 1))
                .paths(10_000_000)
                .untilStandardError(0.02)
                .untilStandardError("volatility", 0.1)
                .estimate(OPTION);
        assertThat(estimate.standardError()).isLessThanOrEqualTo(0.02);
        assertThat(estimate.gradientStandardError("volatility")).isLessThanOrEqualTo(0.1);
        // 74.7 and 14.7 being the standard deviations, about 560,000 paths are needed
        assertThat(estimate.paths()).isBetween(540_000L, 800_000L);
        assertThat(estimate.isPartial()).isFalse();
    }

    @Test
    void endsAtTheCap() {
        Estimate estimate = MonteCarlo.of(Models.call(100, 1))
                .paths(20_000)
                .untilStandardError(1e-6)
                .estimate(OPTION);
        assertThat(estimate.paths()).isEqualTo(20_000);
        assertThat(estimate.standardError()).isGreaterThan(1e-6);
        assertThat(estimate.isPartial()).isFalse();
    }

    @Test
    void quasiRandomNoiseEndsAfterAPowerOfTwo() {
        Estimate estimate = MonteCarlo.of(Models.call(100, 1))
                .paths(1 << 24)
                .quasiRandom()
                .untilStandardError(2e-4)
                .estimate(OPTION);
        assertThat(estimate.standardError()).isLessThanOrEqualTo(2e-4);
        assertThat(Long.bitCount(estimate.paths())).isEqualTo(1);
    }

    @Test
    void reportsProgressUpToTheEnd() {
        long[] last = new long[2];
        Estimate estimate = MonteCarlo.of(Models.call(100, 1))
                .paths(100_000)
                .threads(2)
                .listener(progress -> {
                    assertThat(progress.paths()).isGreaterThan(last[0]);
                    assertThat(progress.maximumPaths()).isEqualTo(100_000);
                    assertThat(progress.elapsed()).isPositive();
                    assertThat(progress.estimate().isPartial()).isTrue();
                    last[0] = progress.paths();
                    last[1]++;
                })
                .estimate(OPTION);
        assertThat(last[0]).isEqualTo(100_000);
        assertThat(last[1]).isGreaterThan(10);
        assertThat(estimate.paths()).isEqualTo(100_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void interruptionReturnsWhatIsDone(int threads) {
        Estimate estimate = MonteCarlo.of(Models.call(100, 1))
                .paths(Long.MAX_VALUE / 4)
                .threads(threads)
                .listener(progress -> {
                    if (progress.paths() >= 50_000) {
                        Thread.currentThread().interrupt();
                    }
                })
                .estimate(OPTION);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(estimate.isPartial()).isTrue();
        assertThat(estimate.paths()).isBetween(50_000L, 50_000L + (8 * 5 + 1) * 64 * 64);
        assertThat(estimate.value()).isBetween(10.0, 11.0);
        assertThat(estimate.toString()).contains("interrupted");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void interruptionFromOutsideEndsLongBlocks(int threads) throws InterruptedException {
        AtomicBoolean isRunning = new AtomicBoolean();
        Estimate[] estimate = new Estimate[1];
        boolean[] isInterrupted = new boolean[1];
        Thread caller = new Thread(() -> {
            estimate[0] = MonteCarlo.of(SlowFunction.signalling(isRunning))
                    .paths(1_000_000)
                    .threads(threads)
                    .estimate();
            isInterrupted[0] = Thread.currentThread().isInterrupted();
        });
        caller.start();
        while (!isRunning.get()) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        caller.join();
        assertThat(estimate[0].isPartial()).isTrue();
        assertThat(estimate[0].paths()).isLessThan(1_000);
        assertThat(isInterrupted[0]).isTrue();
    }

    @Test
    void anInterruptedThreadGetsAnEmptyEstimate() {
        Thread.currentThread().interrupt();
        Estimate estimate = MonteCarlo.of(Models.gaussian()).threads(2).estimate(0, 1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(estimate.isPartial()).isTrue();
        assertThat(estimate.paths()).isZero();
        assertThat(estimate.value()).isNaN();
        assertThat(estimate.worstPath()).isEqualTo(-1);
    }

    @Test
    void aListenersExceptionEndsTheEstimate() {
        IllegalStateException thrown = new IllegalStateException("enough");
        MonteCarlo estimator = MonteCarlo.of(Models.gaussian()).paths(1_000_000).listener(progress -> {
            throw thrown;
        });
        for (int threads : new int[] {1, 2}) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> estimator.threads(threads).estimate(0, 1)))
                    .isSameAs(thrown);
        }
    }
}
