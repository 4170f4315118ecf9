package io.pathwise.samples.benchmarks;

/** One problem, with its two gradients to be compared on each of its paths. */
public interface Problem {
    /** What is timed: the generated gradient on the next path. Returns the value. */
    double generated();

    /** The number of paths to compare on. */
    int paths();

    /** The value on a path, followed by the partial derivatives, by the adjoint that was written by hand. */
    double[] expertAt(int path);

    /** The value on a path, followed by the partial derivatives, by the generated code. */
    double[] generatedAt(int path);
}
