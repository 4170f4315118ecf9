package io.pathwise.samples.benchmarks.discrete;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@link WalkBenchmark} with ten times the draws. */
@State(Scope.Thread)
public class LongWalkBenchmark extends WalkBenchmark {
    /** The walk of 1000 steps. */
    public LongWalkBenchmark() {
        super(1000);
    }
}
