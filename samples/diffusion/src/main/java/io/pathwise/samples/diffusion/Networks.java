package io.pathwise.samples.diffusion;

import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.samples.diffusion.Denoiser.Layer;
import io.pathwise.samples.diffusion.Denoiser.Network;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Networks as the flat vectors that are optimised. */
final class Networks {
    private static final int HIDDEN = 64;
    private static final int[][] SHAPES = {{HIDDEN, Denoiser.INPUTS}, {HIDDEN, HIDDEN}, {2, HIDDEN}};

    private Networks() {}

    /** The loss, for layers of these shapes. */
    static PathwiseFunction loss(double[][] points) {
        return DenoiserPathwise.lossFunction(
                HIDDEN, Denoiser.INPUTS, HIDDEN, HIDDEN, HIDDEN, HIDDEN, 2, HIDDEN, 2, points);
    }

    /** How many numbers there are to train. */
    static int size() {
        return Arrays.stream(SHAPES)
                .mapToInt(shape -> shape[0] * (shape[1] + 1))
                .sum();
    }

    /** Weights at random, so that sums have about the variance of what they sum up; no biases. */
    static double[] random(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        double[] flat = new double[size()];
        int next = 0;
        for (int[] shape : SHAPES) {
            double deviation = 1 / Math.sqrt(shape[1]);
            for (int i = 0; i < shape[0] * shape[1]; i++) {
                flat[next++] = deviation * random.nextGaussian();
            }
            next += shape[0];
        }
        return flat;
    }

    /** The network that a vector stands for. */
    static Network of(double[] flat) {
        Layer[] layers = new Layer[SHAPES.length];
        int next = 0;
        for (int n = 0; n < layers.length; n++) {
            int columns = SHAPES[n][1];
            double[][] weights = new double[SHAPES[n][0]][];
            for (int i = 0; i < weights.length; i++, next += columns) {
                weights[i] = Arrays.copyOfRange(flat, next, next + columns);
            }
            layers[n] = new Layer(weights, Arrays.copyOfRange(flat, next, next + weights.length));
            next += weights.length;
        }
        return new Network(layers[0], layers[1], layers[2]);
    }
}
