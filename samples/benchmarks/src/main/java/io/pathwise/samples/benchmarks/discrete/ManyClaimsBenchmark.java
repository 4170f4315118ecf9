package io.pathwise.samples.benchmarks.discrete;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@link ClaimsBenchmark} with ten times the claims. */
@State(Scope.Thread)
public class ManyClaimsBenchmark extends ClaimsBenchmark {
    /** Thirty claims. */
    public ManyClaimsBenchmark() {
        super(30);
    }
}
