package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.Timing.Measured;
import java.util.List;
import java.util.Map;

/**
 * What the table says of one code on one problem.
 *
 * @param batch the number of paths that a call takes
 * @param nanoseconds of processor time of the process for each path, the least of all rounds
 * @param ratio to that of the code by hand
 * @param clockRatio the same of time on the clock, which shows threads that should not be there
 */
record PeerRow(String problem, String code, int batch, double nanoseconds, double ratio, double clockRatio) {
    /** Of what each round measured, by name of the code. */
    static PeerRow of(String problem, Contestant contestant, List<Map<String, Measured>> rounds) {
        Measured own = least(contestant.name(), rounds);
        Measured byHand = least(Contestant.EXPERT, rounds);
        return new PeerRow(
                problem,
                contestant.name(),
                contestant.batch(),
                own.process(),
                own.process() / byHand.process(),
                own.clock() / byHand.clock());
    }

    private static Measured least(String name, List<Map<String, Measured>> rounds) {
        return rounds.stream()
                .map(round -> round.get(name))
                .reduce(Measured::least)
                .orElseThrow();
    }
}
