package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.Discrete;
import io.pathwise.check.GradientCheck;
import io.pathwise.check.GradientReport;
import io.pathwise.check.PartialCheck;
import io.pathwise.check.Verdict;
import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.runtime.PathwiseFunction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gradient checks of functions that draw whole numbers, and the baseline that estimates choose for them. */
class DiscreteChecksTest {
    private static GradientReport check(Discrete strategy, String method, double[] point, Object... constants) {
        return GradientCheck.of(DiscreteDrawsTest.function(strategy, method, 2, constants))
                .at(point)
                .seed(4)
                .check();
    }

    @ParameterizedTest
    @EnumSource
    void rightDerivativesPass(Discrete strategy) {
        check(strategy, "coin", new double[] {0.3, 1});
        check(strategy, "comparison", new double[] {0.3, 1});
        check(strategy, "walk", new double[] {0.5}, 20);
        check(strategy, "category", new double[] {0.5, 2, 1.5, 1, 3, -2}, 3, 3);
        check(strategy, "mixture", new double[] {0.4, 0.7, 1.5});
        check(strategy, "untilFailure", new double[] {0.4});
        check(strategy, "queue", new double[] {1.3, 0.4, 0.5}, 3);
    }

    /** The claims' size moves no outcome, so each path's derivative is compared; their rate moves nothing else. */
    @ParameterizedTest
    @EnumSource
    void whatIsSmoothIsComparedOnEveryPath(Discrete strategy) {
        GradientReport report = check(strategy, "claims", new double[] {3, 2});
        assertThat(report.partials())
                .filteredOn(each -> each.parameter().equals("scale") && !each.isMean())
                .hasSize(10)
                .allMatch(each -> each.verdict() == Verdict.AGREES);
        assertThat(report.partials())
                .filteredOn(each -> each.parameter().equals("rate") && !each.isMean())
                .allMatch(each -> each.difference() == 0)
                .anyMatch(each -> each.verdict() == Verdict.RANDOM);
        PartialCheck mean = report.partials().stream()
                .filter(each -> each.parameter().equals("rate") && each.isMean())
                .findFirst()
                .orElseThrow();
        assertThat(mean.reverse()).isCloseTo(2, within(0.3));
        assertThat(mean.difference()).isCloseTo(2, within(0.3));
    }

    /** By the moments of N − 3, the derivative in the rate has variance 14.7 with the baseline 6, and 34.7 with 0. */
    @Test
    void estimatesChooseBaselines() {
        PathwiseFunction chosen = DiscreteDrawsTest.function(Discrete.SCORE_FUNCTION, "claims", List.of());
        assertThat(chosen.wantsBaseline()).isTrue();
        assertThat(variance(chosen)).isBetween(12.0, 18.0);
        PathwiseFunction given = DiscreteDrawsTest.function(Discrete.SCORE_FUNCTION, "claims", List.of(0.0));
        assertThat(given.wantsBaseline()).isFalse();
        assertThat(variance(given)).isBetween(30.0, 38.0);
    }

    private static double variance(PathwiseFunction function) {
        int paths = 100_000;
        Estimate estimate = MonteCarlo.of(function).paths(paths).seed(20).estimate(3, 2);
        assertThat(estimate.gradient("rate")).isCloseTo(2, within(5 * estimate.gradientStandardError("rate")));
        return paths * Math.pow(estimate.gradientStandardError("rate"), 2);
    }
}
