package io.pathwise.samples.vae;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;
import io.pathwise.samples.shared.Layer;

/**
 * A variational autoencoder: D. Kingma and M. Welling, Auto-Encoding Variational Bayes, ICLR 2014. An image becomes a normal
 * distribution of few latent variables, a draw of which becomes the image again.
 */
final class Autoencoder {
    private Autoencoder() {}

    /** All that is trained. */
    record Network(Layer encoder, Layer mean, Layer logVariance, Layer decoder, Layer logits) {}

    /**
     * The negative evidence lower bound of one image, in nats: its cross entropy with the image that comes back, plus the
     * Kullback-Leibler divergence of the latent variables from the standard normal distribution.
     *
     * @param images of which one is taken at random, pixels from 0 to 1
     */
    @Pathwise
    static double loss(Network network, @Constant double[][] images) {
        double[] image = images[(int) Sampler.uniform(0, images.length)];
        double[] hidden = hidden(network.encoder(), image);
        double[] mean = affine(network.mean(), hidden);
        double[] logVariance = affine(network.logVariance(), hidden);
        double[] latent = new double[mean.length];
        double divergence = 0;
        for (int k = 0; k < latent.length; k++) {
            double variance = Math.exp(logVariance[k]);
            latent[k] = Sampler.normal(mean[k], Math.sqrt(variance));
            divergence += 0.5 * (variance + mean[k] * mean[k] - 1 - logVariance[k]);
        }
        double[] logits = decode(network, latent);
        double crossEntropy = 0;
        for (int i = 0; i < logits.length; i++) {
            double softplus = Math.max(logits[i], 0) + Math.log1p(Math.exp(-Math.abs(logits[i])));
            crossEntropy += softplus - image[i] * logits[i];
        }
        return crossEntropy + divergence;
    }

    /** The mean of the latent variables of an image. */
    static double[] encode(Network network, double[] image) {
        return affine(network.mean(), hidden(network.encoder(), image));
    }

    /** The log odds of the pixels for latent variables. */
    @Pathwise
    static double[] decode(Network network, double[] latent) {
        return affine(network.logits(), hidden(network.decoder(), latent));
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
