package io.pathwise.samples.benchmarks.exponentialsquared;

import io.pathwise.samples.benchmarks.Noises;
import io.pathwise.samples.benchmarks.Problem;
import io.pathwise.samples.benchmarks.exponentialsquared.ExponentialSquaredPathwise.SquareGradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Times {@link ExponentialSquared}. */
@State(Scope.Thread)
public class ExponentialSquaredBenchmark implements Problem {
    private static final int PATHS = 1024;

    final double[] uniforms;
    private final ExponentialSquaredExpert expert = new ExponentialSquaredExpert();
    private final SquareGradient gradient = new SquareGradient();
    double mean = 10;
    private int path;

    /** The paths that are timed. */
    public ExponentialSquaredBenchmark() {
        this(PATHS);
    }

    /** The given number of paths, a power of two; the first ones are always the same. */
    ExponentialSquaredBenchmark(int paths) {
        uniforms = Noises.uniforms(paths);
    }

    /** The value. */
    @Benchmark
    public double value() {
        return ExponentialSquaredPathwise.square(mean, nextUniform());
    }

    /** The gradient by hand. */
    @Benchmark
    public double expert() {
        return expert.gradient(mean, nextUniform());
    }

    @Override
    @Benchmark
    public double generated() {
        return ExponentialSquaredPathwise.squareGradient(mean, nextUniform(), gradient);
    }

    private double nextUniform() {
        path = path + 1 & uniforms.length - 1;
        return uniforms[path];
    }

    @Override
    public int paths() {
        return uniforms.length;
    }

    @Override
    public double[] expertAt(int path) {
        ExponentialSquaredExpert adjoint = new ExponentialSquaredExpert();
        double value = adjoint.gradient(mean, uniforms[path]);
        return new double[] {value, adjoint.meanBar};
    }

    @Override
    public double[] generatedAt(int path) {
        SquareGradient adjoint = new SquareGradient();
        double value = ExponentialSquaredPathwise.squareGradient(mean, uniforms[path], adjoint);
        return new double[] {value, adjoint.mean};
    }
}
