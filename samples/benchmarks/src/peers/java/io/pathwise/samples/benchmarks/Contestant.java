package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.Timing.Measured;
import io.pathwise.samples.benchmarks.peers.Peer;
import io.pathwise.samples.benchmarks.peers.PeerBenchmark;
import io.pathwise.samples.benchmarks.peers.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * One code that computes the gradient of a problem.
 *
 * @param batch the number of paths that a call takes
 */
record Contestant(String name, Class<?> benchmark, String method, Map<String, String> parameters, int batch) {
    static final String EXPERT = "by hand";
    static final String GENERATED = "Pathwise";

    /** All codes that compute the gradient of a problem, the one by hand first. */
    static List<Contestant> of(String name, Problem problem) {
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(new Contestant(EXPERT, problem.getClass(), "expert", Map.of(), 1));
        contestants.add(new Contestant(GENERATED, problem.getClass(), "generated", Map.of(), 1));
        Peers.of(name).forEach((library, open) -> {
            try (Peer peer = open.get()) {
                contestants.add(new Contestant(
                        library,
                        PeerBenchmark.class,
                        "gradient",
                        Map.of("problem", name, "library", library),
                        peer.batch()));
            }
        });
        return contestants;
    }

    /** Runs it in a new virtual machine, and says what it takes for each path. */
    Measured measure() throws RunnerException {
        Measured call = Timing.measure(benchmark, method, parameters);
        return new Measured(
                call.nanoseconds() / batch, call.process() / batch, call.clock() / batch, call.bytes() / batch);
    }
}
