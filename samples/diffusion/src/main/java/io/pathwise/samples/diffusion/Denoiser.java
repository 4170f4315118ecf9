package io.pathwise.samples.diffusion;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;
import io.pathwise.samples.shared.Layer;

/**
 * A network that tells noise from data: J. Ho, A. Jain and P. Abbeel, Denoising Diffusion Probabilistic Models, NeurIPS 2020.
 * At time t a point x₀ of the data has become x = α x₀ + σ ε, by the {@link Schedule}.
 */
final class Denoiser {
    /** The coordinates, and the features of the time. */
    static final int INPUTS = 5;

    /** The data have details smaller than 1. */
    private static final double SCALE = 3;

    private Denoiser() {}

    /** All that is trained. */
    record Network(Layer first, Layer second, Layer noise) {}

    /**
     * The squared error of the noise that the network sees in a noisy point.
     *
     * @param points of which one is taken at random
     */
    @Pathwise
    static double loss(Network network, @Constant double[][] points) {
        double[] point = points[(int) Sampler.uniform(0, points.length)];
        double t = Sampler.uniform(0, 1);
        double alpha = Schedule.alpha(t);
        double sigma = Schedule.sigma(t);
        double epsilonX = Sampler.normal(0, 1);
        double epsilonY = Sampler.normal(0, 1);
        double[] noise = noise(network, alpha * point[0] + sigma * epsilonX, alpha * point[1] + sigma * epsilonY, t);
        double errorX = noise[0] - epsilonX;
        double errorY = noise[1] - epsilonY;
        return errorX * errorX + errorY * errorY;
    }

    /** The noise that the network sees in a point (x, y) at time t. */
    @Pathwise
    static double[] noise(Network network, double x, double y, double t) {
        double[] inputs = {SCALE * x, SCALE * y, 2 * t - 1, Math.cos(Math.PI * t), Math.cos(2 * Math.PI * t)};
        return affine(network.noise(), hidden(network.second(), hidden(network.first(), inputs)));
    }

    @Pathwise
    private static double[] hidden(Layer layer, double[] inputs) {
        double[] outputs = affine(layer, inputs);
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = Math.tanh(outputs[i]);
        }
        return outputs;
    }

    @Pathwise
    private static double[] affine(Layer layer, double[] inputs) {
        double[] outputs = new double[layer.bias().length];
        for (int i = 0; i < outputs.length; i++) {
            double sum = layer.bias()[i];
            for (int j = 0; j < inputs.length; j++) {
                sum += layer.weights()[i][j] * inputs[j];
            }
            outputs[i] = sum;
        }
        return outputs;
    }
}
