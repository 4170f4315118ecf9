package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.Timing.Measured;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the table says of one code on one problem.
 *
 * @param batch the number of paths that a call takes
 * @param nanoseconds of processor time of the process for each path, the median over the rounds
 * @param ratio to the time of the code by hand within a round, the median over the rounds
 * @param clockRatio the same of time on the clock, which shows threads that should not be there
 */
record PeerRow(String problem, String code, int batch, double nanoseconds, double ratio, double clockRatio) {
    /** Of what each round measured, by name of the code. */
    static PeerRow of(String problem, Contestant contestant, List<Map<String, Measured>> rounds) {
        return new PeerRow(
                problem,
                contestant.name(),
                contestant.batch(),
                Median.of(rounds.stream()
                        .mapToDouble(round -> round.get(contestant.name()).process())),
                ratio(contestant.name(), rounds, Measured::process),
                ratio(contestant.name(), rounds, Measured::clock));
    }

    private static double ratio(String name, List<Map<String, Measured>> rounds, ToDoubleFunction<Measured> time) {
        return Median.of(rounds.stream()
                .mapToDouble(round ->
                        time.applyAsDouble(round.get(name)) / time.applyAsDouble(round.get(Contestant.EXPERT))));
    }
}
