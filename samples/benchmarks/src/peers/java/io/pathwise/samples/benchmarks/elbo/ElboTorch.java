package io.pathwise.samples.benchmarks.elbo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.pathwise.samples.benchmarks.elbo.Elbo.Weights;
import io.pathwise.samples.benchmarks.peers.TorchPeer;
import java.util.Arrays;

/** {@link Elbo} by PyTorch: every array has one column for each path. */
public final class ElboTorch extends TorchPeer {
    private static final int BATCH = 1024;

    private final ElboBenchmark problem;
    private final NDArray pixels;
    private final NDArray normals;

    /** On one batch of paths. */
    public ElboTorch() {
        this(new ElboBenchmark(BATCH));
    }

    private ElboTorch(ElboBenchmark problem) {
        super(problem);
        this.problem = problem;
        pixels = columns(problem.pixels);
        normals = columns(problem.normals);
    }

    @Override
    protected NDList parameters(NDManager scratch) {
        Weights weights = problem.weights;
        return new NDList(
                matrix(scratch, weights.encoder()),
                column(scratch, weights.encoderBias()),
                matrix(scratch, weights.mean()),
                column(scratch, weights.meanBias()),
                matrix(scratch, weights.logVariance()),
                column(scratch, weights.logVarianceBias()),
                matrix(scratch, weights.decoder()),
                column(scratch, weights.decoderBias()),
                matrix(scratch, weights.logit()),
                column(scratch, weights.logitBias()));
    }

    private static NDArray matrix(NDManager scratch, double[][] rows) {
        double[] rowByRow = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return scratch.create(rowByRow, new Shape(rows.length, rows[0].length));
    }

    private static NDArray column(NDManager scratch, double[] numbers) {
        return scratch.create(numbers, new Shape(numbers.length, 1));
    }

    @Override
    protected NDArray value(NDList weights) {
        NDArray encoded = affine(weights, 0, pixels).tanh();
        NDArray mean = affine(weights, 1, encoded);
        NDArray logVariance = affine(weights, 2, encoded);
        NDArray deviation = logVariance.mul(0.5).exp();
        NDArray latent = mean.add(deviation.mul(normals));
        NDArray divergence = deviation
                .square()
                .add(mean.square())
                .sub(1.0)
                .sub(logVariance)
                .sum()
                .mul(0.5);
        NDArray decoded = affine(weights, 3, latent).tanh();
        NDArray logits = affine(weights, 4, decoded);
        NDArray softplus =
                Activation.relu(logits).add(Activation.softPlus(logits.abs().neg()));
        return logits.mul(pixels).sub(softplus).sum().sub(divergence);
    }

    private static NDArray affine(NDList weights, int layer, NDArray inputs) {
        return weights.get(2 * layer).matMul(inputs).add(weights.get(2 * layer + 1));
    }
}
