package io.pathwise.samples.benchmarks.peers;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Times one library on one problem, both of which are given when it is run. */
@State(Scope.Thread)
public class PeerBenchmark {
    /** The name of the problem. */
    @Param("chain")
    public String problem;

    /** The name of the library. */
    @Param("Hipparchus")
    public String library;

    private Peer peer;
    private int next;

    /** Makes the noise. */
    @Setup(Level.Trial)
    public void open() {
        peer = Peers.of(problem).get(library).get();
    }

    /** The gradient on the next batch. */
    @Benchmark
    public double[] gradient() {
        next = (next + peer.batch()) % peer.problem().paths();
        return peer.gradient(next);
    }

    /** Frees native memory. */
    @TearDown(Level.Trial)
    public void close() {
        peer.close();
    }
}
