package io.pathwise.samples.benchmarks.peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.pathwise.samples.benchmarks.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A problem written with the arrays of PyTorch, by way of the Deep Java Library. The result of an operation belongs to
 * the manager of its receiver, and is freed with it. So receivers are always made of parameters, never of noise, which
 * stays for good.
 */
public abstract class TorchPeer implements Peer {
    private final Engine engine = Engine.getEngine("PyTorch");
    private final NDManager manager = engine.newBaseManager();
    private final Problem problem;

    /** A peer that takes all paths of the problem as one batch. */
    protected TorchPeer(Problem problem) {
        this.problem = problem;
    }

    /** The parameters, in the order of the problem's partial derivatives. */
    protected abstract NDList parameters(NDManager scratch);

    /** The sum of the values over all paths. */
    protected abstract NDArray value(NDList parameters);

    @Override
    public final Problem problem() {
        return problem;
    }

    @Override
    public final int batch() {
        return problem.paths();
    }

    @Override
    public final double[] gradient(int first) {
        try (NDManager scratch = manager.newSubManager();
                GradientCollector collector = engine.newGradientCollector()) {
            NDList parameters = parameters(scratch);
            parameters.forEach(parameter -> parameter.setRequiresGradient(true));
            NDArray value = value(parameters);
            collector.backward(value);
            return numbers(value, parameters);
        }
    }

    private static double[] numbers(NDArray value, NDList parameters) {
        DoubleStream derivatives = parameters.stream()
                .flatMapToDouble(
                        parameter -> Arrays.stream(parameter.getGradient().toDoubleArray()));
        return DoubleStream.concat(DoubleStream.of(value.getDouble()), derivatives)
                .toArray();
    }

    /** Parameters that are single numbers. */
    protected static NDList numbers(NDManager scratch, double... numbers) {
        return new NDList(Arrays.stream(numbers).mapToObj(scratch::create).toArray(NDArray[]::new));
    }

    /** Noise: one number for each path. */
    protected final NDArray noise(double[] numbers) {
        return manager.create(numbers);
    }

    /** For each draw of a path, its noise on all paths. */
    protected final List<NDArray> noises(double[][] paths) {
        return Arrays.stream(Batches.transpose(paths)).map(this::noise).toList();
    }

    /** A matrix of one column for each path. */
    protected final NDArray columns(double[][] paths) {
        double[] rowByRow = Arrays.stream(Batches.transpose(paths))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return manager.create(rowByRow, new Shape(paths[0].length, paths.length));
    }

    @Override
    public final void close() {
        manager.close();
    }
}
