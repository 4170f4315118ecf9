package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.Timing.Measured;
import io.pathwise.samples.benchmarks.peers.Peer;
import io.pathwise.samples.benchmarks.peers.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measured every problem as other libraries compute it, prints one table and writes one chart. From the top of the project:
 *
 * <pre>{@code
 * mvn -q -pl samples/benchmarks -am -DskipTests -Ppeers package
 * mvn -q -pl samples/benchmarks -am -DskipTests -Ppeers -Dpeers.problems="chain hestonAsian" package
 * }</pre>
 *
 * <p>Measured are processor time of the whole process, since libraries that make garbage should pay for its collection.
 */
public final class PeerSuite {
    private static final int ROUNDS = 3;

    private PeerSuite() {}

    /**
     * Runs the suite.
     *
     * @param arguments where the chart goes, and then the names of the problems to time; none means all of them
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        List<String> names = Problems.named(Arrays.asList(arguments).subList(1, arguments.length));
        names.forEach(PeerSuite::requireAgreement);
        System.out.println("The gradients agree to 1e-9. Timing takes some minutes.");
        Map<String, List<Contestant>> contestants = contestants(names);
        List<Map<String, Map<String, Measured>>> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(round(contestants));
        }
        List<PeerRow> rows = rows(contestants, rounds);
        System.out.print(PeerTable.of(rows));
        List<String> codes = Stream.concat(Stream.of(Contestant.GENERATED), Peers.libraries().stream())
                .toList();
        PeerChart.write(Path.of(arguments[0]), codes, rows);
    }

    private static void requireAgreement(String name) {
        Agreement.require(name, Problems.all().get(name));
        Peers.of(name).forEach((library, open) -> {
            try (Peer peer = open.get()) {
                PeerAgreement.require(name + " by " + library, peer);
            }
        });
    }

    private static Map<String, List<Contestant>> contestants(List<String> names) {
        Map<String, List<Contestant>> contestants = new LinkedHashMap<>();
        names.forEach(
                name -> contestants.put(name, Contestant.of(name, Problems.all().get(name))));
        return contestants;
    }

    /** By problem and code. A change of the machine's speed meets all codes of a problem. */
    private static Map<String, Map<String, Measured>> round(Map<String, List<Contestant>> contestants)
            throws RunnerException {
        Map<String, Map<String, Measured>> round = new LinkedHashMap<>();
        for (Map.Entry<String, List<Contestant>> problem : contestants.entrySet()) {
            Map<String, Measured> times = new LinkedHashMap<>();
            for (Contestant contestant : problem.getValue()) {
                times.put(contestant.name(), contestant.measure());
            }
            round.put(problem.getKey(), times);
        }
        return round;
    }

    private static List<PeerRow> rows(
            Map<String, List<Contestant>> contestants, List<Map<String, Map<String, Measured>>> rounds) {
        return contestants.entrySet().stream()
                .flatMap(problem -> {
                    List<Map<String, Measured>> own = rounds.stream()
                            .map(round -> round.get(problem.getKey()))
                            .toList();
                    return problem.getValue().stream().map(contestant -> PeerRow.of(problem.getKey(), contestant, own));
                })
                .toList();
    }
}
