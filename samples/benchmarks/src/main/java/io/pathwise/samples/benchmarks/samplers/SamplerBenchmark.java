package io.pathwise.samples.benchmarks.samplers;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Draws at 1024 uniform numbers, by what is generated for a method that only draws; times are per draw. */
@State(Scope.Thread)
public class SamplerBenchmark {
    private static final int DRAWS = 1024;

    private final double[] uniforms = new SplittableRandom(1).doubles(DRAWS).toArray();

    /** The sampler and its parameters. */
    @Param
    public SamplerCase sampler;

    private SamplerCase.Draw draw;

    /** Chooses the sampler. */
    @Setup
    public void choose() {
        draw = sampler.draw();
    }

    /** Values alone. */
    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double value() {
        return sum(draw.value());
    }

    /** Values with the derivatives in all parameters. */
    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double gradient() {
        return sum(draw.gradient());
    }

    private double sum(DoubleUnaryOperator function) {
        double sum = 0;
        for (double u : uniforms) {
            sum += function.applyAsDouble(u);
        }
        return sum;
    }
}
