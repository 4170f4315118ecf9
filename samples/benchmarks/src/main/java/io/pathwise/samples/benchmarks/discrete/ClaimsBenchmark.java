package io.pathwise.samples.benchmarks.discrete;

import io.pathwise.samples.benchmarks.Noises;
import io.pathwise.samples.benchmarks.discrete.ProgramsPathwise.ClaimsGradient;
import io.pathwise.samples.benchmarks.discrete.ProgramsPathwise.ScoredClaimsGradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Times {@link Programs#claims} with three claims in the mean and, in a class of its own, with thirty. */
@State(Scope.Thread)
public class ClaimsBenchmark {
    private static final int PATHS = 4096;
    private static final int UNIFORMS = 128;

    private final double[][] uniforms = Noises.uniforms(PATHS, UNIFORMS);
    private final ClaimsGradient gradient = new ClaimsGradient();
    private final ScoredClaimsGradient scored = new ScoredClaimsGradient();
    private final double rate;
    private double scale = 2;
    private int path;

    /** Three claims. */
    public ClaimsBenchmark() {
        this(3);
    }

    ClaimsBenchmark(double rate) {
        this.rate = rate;
    }

    /** The value. */
    @Benchmark
    public double value() {
        return ProgramsPathwise.claims(rate, scale, next());
    }

    /** A gradient without a second run of the path. */
    @Benchmark
    public double gradient() {
        return ProgramsPathwise.scoredClaimsGradient(rate, scale, next(), scored, 0);
    }

    /** The gradient with one. */
    @Benchmark
    public double coupled() {
        double[] noise = next();
        return ProgramsPathwise.claimsGradient(rate, scale, noise, noise[UNIFORMS - 1], gradient);
    }

    private double[] next() {
        path = path + 1 & PATHS - 1;
        return uniforms[path];
    }
}
