package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.Timing.Round;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the table says of one problem: times in nanoseconds and ratios of them, each the median over the rounds, and the
 * bytes that a generated gradient allocates.
 */
record Row(
        String problem,
        double value,
        double expert,
        double generated,
        double generatedToExpert,
        double generatedToValue,
        double expertToValue,
        double allocation) {
    static Row of(String problem, List<Round> rounds, double allocation) {
        return new Row(
                problem,
                median(rounds, Round::value),
                median(rounds, Round::expert),
                median(rounds, Round::generated),
                median(rounds, round -> round.generated() / round.expert()),
                median(rounds, round -> round.generated() / round.value()),
                median(rounds, round -> round.expert() / round.value()),
                allocation);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> quantity) {
        return Median.of(rounds.stream().mapToDouble(quantity));
    }
}
