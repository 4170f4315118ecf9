package io.pathwise.runtime.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expectation of every estimator, summed over all outcomes and choices, is the derivative of the expectation. */
class EnumerationTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<Distribution> distributions() {
        return Distributions.all().stream();
    }

    static List<IntToDoubleFunction> functions() {
        return List.of(
                k -> k, k -> (double) k * k, k -> Math.sin(k) + 3, k -> k == 2 ? 5 : 0, k -> Math.min(k, 3), k -> 1);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void bothNeighboursGiveTheDerivative(Distribution distribution) {
        for (IntToDoubleFunction f : functions()) {
            double sum = 0;
            for (int k = 0; k < distribution.count(); k++) {
                double estimate = 0;
                for (int other = distribution.next(k, k); other != k; other = distribution.next(k, other)) {
                    estimate += distribution.weight(k, other) * (f.applyAsDouble(other) - f.applyAsDouble(k));
                }
                sum += distribution.probability(k) * estimate;
            }
            assertThat(sum).isCloseTo(distribution.derivative(f), tolerance(distribution, f));
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void oneNeighbourGivesTheDerivativeOnAverage(Distribution distribution) {
        for (IntToDoubleFunction f : functions()) {
            double sum = 0;
            for (int k = 0; k < distribution.count(); k++) {
                if (distribution.probability(k) > 0) {
                    sum += distribution.probability(k) * averageOverChoices(distribution, k, f);
                }
            }
            assertThat(sum).isCloseTo(distribution.derivative(f), tolerance(distribution, f));
        }
    }

    private static double averageOverChoices(Distribution distribution, int k, IntToDoubleFunction f) {
        double[] ends = Intervals.ends(u -> distribution.neighbour(k, u));
        double sum = 0;
        for (int i = 0; i + 1 < ends.length; i++) {
            int other = distribution.neighbour(k, (ends[i] + ends[i + 1]) / 2);
            double weight = distribution.chosenWeight(k, other);
            sum += (ends[i + 1] - ends[i]) * weight * (f.applyAsDouble(other) - f.applyAsDouble(k));
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void theScoreGivesTheDerivativeInsideTheRange(Distribution distribution) {
        if (distribution.isAtTheEdge()) {
            return;
        }
        for (IntToDoubleFunction f : functions()) {
            double sum = IntStream.range(0, distribution.count())
                    .filter(k -> distribution.probability(k) > 0)
                    .mapToDouble(k -> distribution.probability(k) * distribution.score(k) * f.applyAsDouble(k))
                    .sum();
            assertThat(sum).isCloseTo(distribution.derivative(f), tolerance(distribution, f));
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void outcomesHaveTheirProbabilities(Distribution distribution) {
        double cumulative = 0;
        for (int k : distribution.order()) {
            double before = cumulative;
            cumulative += distribution.probability(k);
            if (cumulative - before > 1e-9) {
                assertThat(distribution.outcome(before + 1e-13)).isEqualTo(k);
                assertThat(distribution.outcome(Math.min(cumulative - 1e-13, 1 - 1e-13)))
                        .isEqualTo(k);
            }
        }
        assertThat(cumulative).isCloseTo(1, within(TOLERANCE));
    }

    private static org.assertj.core.data.Offset<Double> tolerance(Distribution distribution, IntToDoubleFunction f) {
        double size = Arrays.stream(distribution.order())
                .mapToDouble(k -> Math.abs(distribution.probabilityDerivative(k) * f.applyAsDouble(k)))
                .sum();
        return within(TOLERANCE * Math.max(1, size));
    }
}
