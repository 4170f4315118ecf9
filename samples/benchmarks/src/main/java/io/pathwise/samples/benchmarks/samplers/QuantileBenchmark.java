package io.pathwise.samples.benchmarks.samplers;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same 1024 quantiles by the samplers and by libraries; times are per quantile. */
@State(Scope.Thread)
public class QuantileBenchmark {
    private static final int DRAWS = 1024;

    private final double[] uniforms = new SplittableRandom(1).doubles(DRAWS).toArray();

    /** Who inverts. */
    @Param
    public QuantileLibrary library;

    /** The distribution and its parameters, separated by spaces. */
    @Param({"gamma 2", "beta 2 3", "studentT 5"})
    public String distribution;

    private DoubleUnaryOperator quantile;

    /** Chooses the function. */
    @Setup
    public void choose() {
        String[] words = distribution.split(" ");
        double[] parameters = new double[words.length - 1];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = Double.parseDouble(words[i + 1]);
        }
        quantile = library.quantile(words[0], parameters);
    }

    /** Quantiles. */
    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double value() {
        double sum = 0;
        for (double u : uniforms) {
            sum += quantile.applyAsDouble(u);
        }
        return sum;
    }
}
