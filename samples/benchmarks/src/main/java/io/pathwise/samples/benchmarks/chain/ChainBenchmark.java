package io.pathwise.samples.benchmarks.chain;

import io.pathwise.samples.benchmarks.Noises;
import io.pathwise.samples.benchmarks.Problem;
import io.pathwise.samples.benchmarks.chain.ChainPathwise.EndGradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Times {@link Chain}. */
@State(Scope.Thread)
public class ChainBenchmark implements Problem {
    private static final int PATHS = 256;

    final double[][] normals;
    private final ChainExpert expert = new ChainExpert();
    private final EndGradient gradient = new EndGradient();
    double mu = 0.7;
    double sigma = 0.3;
    double start = 1;
    private int path;

    /** The paths that are timed. */
    public ChainBenchmark() {
        this(PATHS);
    }

    /** The given number of paths, a power of two; the first ones are always the same. */
    ChainBenchmark(int paths) {
        normals = Noises.normals(paths, 10);
    }

    /** The value. */
    @Benchmark
    public double value() {
        return ChainPathwise.end(mu, sigma, start, nextNormals());
    }

    /** The gradient by hand. */
    @Benchmark
    public double expert() {
        return expert.gradient(mu, sigma, start, nextNormals());
    }

    @Override
    @Benchmark
    public double generated() {
        return ChainPathwise.endGradient(mu, sigma, start, nextNormals(), gradient);
    }

    private double[] nextNormals() {
        path = path + 1 & normals.length - 1;
        return normals[path];
    }

    @Override
    public int paths() {
        return normals.length;
    }

    @Override
    public double[] expertAt(int path) {
        ChainExpert adjoint = new ChainExpert();
        double value = adjoint.gradient(mu, sigma, start, normals[path]);
        return new double[] {value, adjoint.muBar, adjoint.sigmaBar, adjoint.startBar};
    }

    @Override
    public double[] generatedAt(int path) {
        EndGradient adjoint = new EndGradient();
        double value = ChainPathwise.endGradient(mu, sigma, start, normals[path], adjoint);
        return new double[] {value, adjoint.mu, adjoint.sigma, adjoint.start};
    }
}
