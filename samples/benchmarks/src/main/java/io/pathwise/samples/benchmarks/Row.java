package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.Timing.Round;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the table says of one problem: the least times of all rounds in nanoseconds and their ratios, and the
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
        double value = least(rounds, Round::value);
        double expert = least(rounds, Round::expert);
        double generated = least(rounds, Round::generated);
        return new Row(
                problem, value, expert, generated, generated / expert, generated / value, expert / value, allocation);
    }

    private static double least(List<Round> rounds, ToDoubleFunction<Round> quantity) {
        return rounds.stream().mapToDouble(quantity).min().orElseThrow();
    }
}
