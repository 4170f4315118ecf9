package io.pathwise.samples.benchmarks.nestedcalls;

import io.pathwise.samples.benchmarks.Noises;
import io.pathwise.samples.benchmarks.Problem;
import io.pathwise.samples.benchmarks.nestedcalls.NestedCallsPathwise.PositionGradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Times {@link NestedCalls}. */
@State(Scope.Thread)
public class NestedCallsBenchmark implements Problem {
    private static final int PATHS = 16;

    final double[][] normals;
    private final NestedCallsExpert expert = new NestedCallsExpert();
    private final PositionGradient gradient = new PositionGradient();
    double start = 1;
    double stiffness = 2;
    double sharpness = 0.8;
    double temperature = 0.1;
    private int path;

    /** The paths that are timed. */
    public NestedCallsBenchmark() {
        this(PATHS);
    }

    /** The given number of paths, a power of two; the first ones are always the same. */
    NestedCallsBenchmark(int paths) {
        normals = Noises.normals(paths, 1000);
    }

    /** The value. */
    @Benchmark
    public double value() {
        return NestedCallsPathwise.position(start, stiffness, sharpness, temperature, nextNormals());
    }

    /** The gradient by hand. */
    @Benchmark
    public double expert() {
        return expert.gradient(start, stiffness, sharpness, temperature, nextNormals());
    }

    @Override
    @Benchmark
    public double generated() {
        return NestedCallsPathwise.positionGradient(start, stiffness, sharpness, temperature, nextNormals(), gradient);
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
        NestedCallsExpert adjoint = new NestedCallsExpert();
        double value = adjoint.gradient(start, stiffness, sharpness, temperature, normals[path]);
        return new double[] {value, adjoint.startBar, adjoint.stiffnessBar, adjoint.sharpnessBar, adjoint.temperatureBar
        };
    }

    @Override
    public double[] generatedAt(int path) {
        PositionGradient adjoint = new PositionGradient();
        double value =
                NestedCallsPathwise.positionGradient(start, stiffness, sharpness, temperature, normals[path], adjoint);
        return new double[] {value, adjoint.start, adjoint.stiffness, adjoint.sharpness, adjoint.temperature};
    }
}
