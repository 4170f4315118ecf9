package io.pathwise.samples.benchmarks.estimation;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.samples.benchmarks.hestonasian.HestonAsianFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Estimates price and gradient of the Asian option under Heston; times are per path. */
@State(Scope.Thread)
public class EstimateBenchmark {
    private static final int PATHS = 4096;

    private final MonteCarlo estimator =
            MonteCarlo.of(HestonAsianFunction.function()).paths(PATHS).threads(1);
    private final double[] parameters = HestonAsianFunction.parameters();
    private long seed;

    /** On one thread, so that processor time is time. */
    @Benchmark
    @OperationsPerInvocation(PATHS)
    public Estimate estimate() {
        return estimator.seed(seed++).estimate(parameters);
    }
}
