package io.pathwise.samples.benchmarks.discrete;

import io.pathwise.samples.benchmarks.Noises;
import io.pathwise.samples.benchmarks.discrete.ProgramsPathwise.ScoredWalkGradient;
import io.pathwise.samples.benchmarks.discrete.ProgramsPathwise.WalkGradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Times {@link Programs#walk} with 100 draws and, in a class of its own, with 1000. */
@State(Scope.Thread)
public class WalkBenchmark {
    private static final int DRAWS = 400_000;

    private final int steps;
    private final double[][] uniforms;
    private final WalkGradient gradient = new WalkGradient();
    private final ScoredWalkGradient scored = new ScoredWalkGradient();
    private double p = 0.5;
    private int path;

    /** The walk of 100 steps. */
    public WalkBenchmark() {
        this(100);
    }

    WalkBenchmark(int steps) {
        this.steps = steps;
        this.uniforms = Noises.uniforms(DRAWS / steps, steps + 1);
    }

    /** The value. */
    @Benchmark
    public double value() {
        return ProgramsPathwise.walk(p, steps, next());
    }

    /** A gradient without a second run of the path. */
    @Benchmark
    public double gradient() {
        return ProgramsPathwise.scoredWalkGradient(p, steps, next(), scored, 0);
    }

    /** The gradient with one. */
    @Benchmark
    public double coupled() {
        double[] noise = next();
        return ProgramsPathwise.walkGradient(p, steps, noise, noise[steps], gradient);
    }

    private double[] next() {
        path = (path + 1) % uniforms.length;
        return uniforms[path];
    }
}
