package io.pathwise.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pathwise.runtime.NoiseCount;
import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.testing.HandWritten;
import io.pathwise.testing.Models;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that are not finite, functions that throw, and arguments that are wrong. */
class FailureTest {
    /** The logarithm of a uniform less 1 %: NaN on one path in a hundred; x times it has an infinite or NaN derivative. */
    private static PathwiseFunction logarithm() {
        return new HandWritten(
                "Model.logarithm", List.of("x"), NoiseCount.of(0, 1), (parameters, normals, uniforms, gradient) -> {
                    double logarithm = Math.log(uniforms[0] - 0.01);
                    gradient[0] += logarithm;
                    return parameters[0] == 0 ? 0 : parameters[0] * logarithm;
                });
    }

    private static long[] failingPaths(long paths) {
        MonteCarlo estimator = MonteCarlo.of(logarithm()).seed(5);
        return LongStream.range(0, paths)
                .filter(path -> estimator.replay(path, 1).uniforms()[0] < 0.01)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theFirstPathThatIsNotFiniteEndsTheEstimate(int threads) {
        long first = failingPaths(10_000)[0];
        assertThatThrownBy(() ->
                        MonteCarlo.of(logarithm()).seed(5).threads(threads).estimate(2))
                .isInstanceOfSatisfying(
                        PathException.class,
                        failure -> assertThat(failure.path()).isEqualTo(first))
                .hasMessage("path " + first + " of Model.logarithm: the value is NaN; replay it with MonteCarlo.replay("
                        + first + ", 2.0)");
    }

    @Test
    void theParameterIsNamedWhoseDerivativeIsNotFinite() {
        long first = failingPaths(10_000)[0];
        assertThatThrownBy(() -> MonteCarlo.of(logarithm()).seed(5).estimate(0))
                .isInstanceOf(PathException.class)
                .hasMessage("path " + first + " of Model.logarithm: ∂/∂x is NaN; replay it with MonteCarlo.replay("
                        + first + ", 0.0)");
        assertThat(MonteCarlo.of(logarithm()).seed(5).replay(first, 0).gradient())
                .containsExactly(Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void pathsThatAreNotFiniteAreSkippedIfAskedFor(int threads) {
        long[] failing = failingPaths(20_000);
        Estimate estimate = MonteCarlo.of(logarithm())
                .seed(5)
                .paths(20_000)
                .threads(threads)
                .nonFinite(NonFinitePaths.SKIP)
                .estimate(1);
        assertThat(estimate.skippedPaths()).isEqualTo(failing.length);
        assertThat(estimate.firstSkippedPaths())
                .containsExactly(LongStream.of(failing).limit(100).toArray());
        assertThat(estimate.worstPath()).isEqualTo(failing[0]);
        assertThat(estimate.paths()).isEqualTo(20_000);
        // the mean of log(u − 0.01) for u above 0.01 is log(0.99) − 1
        assertThat(estimate.interval(0.9999).contains(Math.log(0.99) - 1)).isTrue();
        assertThat(estimate.toString()).contains(failing.length + " skipped");
    }

    @Test
    void aPairIsSkippedAsAWhole() {
        Estimate estimate = MonteCarlo.of(logarithm())
                .seed(5)
                .paths(20_000)
                .antithetic()
                .nonFinite(NonFinitePaths.SKIP)
                .estimate(1);
        // log(u − 0.01) for u between 0.01 and 0.99 only: ∫ log x over (0, 0.98), divided by 0.98
        assertThat(estimate.interval(0.9999).contains(Math.log(0.98) - 1)).isTrue();
        assertThat(estimate.skippedPaths()).isBetween(100L, 300L);
    }

    @Test
    void infinityInAControlIsNamed() {
        HandWritten infinite = new HandWritten(
                "infinite", List.of(), NoiseCount.of(1, 0), (parameters, normals, uniforms, gradient) -> 1 / 0.0);
        assertThatThrownBy(() -> MonteCarlo.of(Models.gaussian())
                        .control(ControlVariate.ofValue(infinite, 0))
                        .threads(1)
                        .estimate(0, 1))
                .hasMessageStartingWith("path 0 of Models.gaussian: control variate 1 is Infinity");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anExceptionSaysOnWhichPath(int threads) {
        HandWritten throwing = new HandWritten(
                "Model.f", List.of(), NoiseCount.of(1, 0), (parameters, normals, uniforms, gradient) -> {
                    if (normals[0] > 3) {
                        throw new ArithmeticException("too large");
                    }
                    return normals[0];
                });
        assertThatThrownBy(() -> MonteCarlo.of(throwing).threads(threads).estimate())
                .isInstanceOf(PathException.class)
                .hasMessageMatching("path \\d+ of Model.f: java.lang.ArithmeticException: too large; replay it with"
                        + " MonteCarlo.replay\\(\\d+\\)")
                .hasCauseInstanceOf(ArithmeticException.class)
                .satisfies((ThrowingConsumer<Throwable>) failure -> {
                    long path = ((PathException) failure).path();
                    assertThatThrownBy(() -> MonteCarlo.of(throwing).replay(path))
                            .hasMessage("too large");
                });
    }

    @Test
    void anErrorIsPassedOn() {
        HandWritten failing = new HandWritten(
                "Model.f", List.of(), NoiseCount.of(1, 0), (parameters, normals, uniforms, gradient) -> {
                    throw new StackOverflowError("deep");
                });
        for (int threads : new int[] {1, 2}) {
            assertThatThrownBy(() -> MonteCarlo.of(failing).threads(threads).estimate())
                    .isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void wrongArgumentsAreRefused() {
        MonteCarlo call = MonteCarlo.of(Models.call(100, 1));
        MonteCarlo waiting = MonteCarlo.of(Models.waiting(0.1));
        assertRefused(() -> call.paths(0), "paths must be at least 1, but is 0");
        assertRefused(() -> call.threads(0), "threads must be at least 1, but is 0");
        assertRefused(() -> call.quasiRandom(3), "replicates must be a power of 2 from 2 to 64, but is 3");
        assertRefused(() -> call.quasiRandom(128), "replicates must be a power of 2 from 2 to 64, but is 128");
        assertRefused(() -> call.untilStandardError(0), "standardError must be positive and finite, but is 0.0");
        assertRefused(
                () -> call.untilStandardError("rate", Double.NaN),
                "standardError must be positive and finite, but is NaN");
        assertRefused(
                () -> call.untilStandardError("strike", 1),
                "Models.call has no parameter strike; it has [spot, rate, volatility]");
        assertRefused(
                () -> call.estimate(100, 0.2), "Models.call has 3 parameters, [spot, rate, volatility], but got 2");
        assertRefused(() -> call.estimate(100, Double.NaN, 0.2), "Models.call: rate must be finite, but is NaN");
        assertRefused(() -> call.replay(-1, 100, 0, 0.2), "path must be at least 0, but is -1");
        assertRefused(
                () -> call.partial(3, 2, 100, 0, 0.2), "blocks must be a range within 0 and 1563, but are 3 to 2");
        assertRefused(
                () -> call.partial(0, 1564, 100, 0, 0.2),
                "blocks must be a range within 0 and 1563, but are 0 to 1564");
        assertRefused(
                () -> call.untilStandardError(1).partial(0, 1, 100, 0, 0.2),
                "a part of an estimate cannot have a target for the standard error");
        assertRefused(
                () -> call.paths(11).antithetic().estimate(100, 0, 0.2),
                "paths must be a multiple of 2 for antithetic pairs, but is 11");
        assertRefused(
                () -> call.paths(100).quasiRandom().estimate(100, 0, 0.2),
                "paths must be a multiple of 32 for 32 quasi-random replicates, but is 100");
        assertRefused(
                () -> waiting.quasiRandom(2).estimate(1),
                "quasi-random noise needs a fixed number of draws, but the number of draws of Models.waiting depends on the"
                        + " path; use independent or antithetic noise");
        assertRefused(
                () -> MonteCarlo.of(Models.asian(1, 30_000, false))
                        .quasiRandom(2)
                        .estimate(1, 1),
                "quasi-random noise has at most 21201 draws for a path, but Models.asian needs 30000");
        assertRefused(
                () -> call.paths(1L << 40).quasiRandom(2).estimate(100, 0, 0.2),
                "quasi-random noise has at most 2147483648 points in each of its 2 replicates, too few for 1099511627776"
                        + " paths");
        assertRefused(
                () -> call.quasiRandom(2)
                        .control(ControlVariate.ofValue(Models.terminal(1), 100, 100, 0, 0.2))
                        .estimate(100, 0, 0.2),
                "control variates cannot be combined with quasi-random noise; use independent or antithetic noise");
        assertRefused(
                () -> call.difference(new double[3], Models.gaussian(), new double[2]),
                "the gradients of Models.call and Models.gaussian cannot be subtracted, as their parameters have different"
                        + " names");
        Estimate estimate = call.estimate(100, 0, 0.2);
        assertRefused(() -> estimate.interval(95), "confidence must be between 0 and 1, but is 95.0");
        assertRefused(
                () -> estimate.gradient("vol"), "Models.call has no parameter vol; it has [spot, rate, volatility]");
    }

    @Test
    void nullsHadNoName() {
        MonteCarlo call = MonteCarlo.of(Models.call(100, 1));
        ControlVariate control = ControlVariate.ofValue(Models.terminal(1), 100, 100, 0, 0.2);
        assertNullNamed("controls", () -> call.control((ControlVariate[]) null));
        assertNullNamed("controls[1]", () -> call.control(control, null));
        assertNullNamed("other", () -> call.difference(new double[3], null, new double[3]));
        assertNullNamed("otherParameters", () -> call.difference(new double[3], null));
        assertNullNamed("parameters", () -> call.estimate((double[]) null));
    }

    private static void assertNullNamed(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isExactlyInstanceOf(NullPointerException.class).hasMessage(name);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
