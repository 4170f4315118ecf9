package io.pathwise.samples.benchmarks.elbo;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/**
 * The evidence lower bound of a variational autoencoder (Kingma and Welling 2014), one draw of its latent variables:
 * 64 pixels, 32 hidden units, 8 latent variables, 32 hidden units, 64 logits.
 */
final class Elbo {
    static final int PIXELS = 64;
    static final int HIDDEN = 32;
    static final int LATENT = 8;

    private Elbo() {}

    /** Weights and biases, the weights of a unit in a row, each layer as large as the class says. */
    record Weights(
            double[][] encoder,
            double[] encoderBias,
            double[][] mean,
            double[] meanBias,
            double[][] logVariance,
            double[] logVarianceBias,
            double[][] decoder,
            double[] decoderBias,
            double[][] logit,
            double[] logitBias) {
        /** All of them zero. */
        static Weights zero() {
            return new Weights(
                    new double[HIDDEN][PIXELS],
                    new double[HIDDEN],
                    new double[LATENT][HIDDEN],
                    new double[LATENT],
                    new double[LATENT][HIDDEN],
                    new double[LATENT],
                    new double[HIDDEN][LATENT],
                    new double[HIDDEN],
                    new double[PIXELS][HIDDEN],
                    new double[PIXELS]);
        }
    }

    /**
     * The logarithm of the Bernoulli likelihood of the pixels less the Kullback-Leibler divergence of the encoded from
     * the standard normal distribution.
     *
     * @param pixels from 0 to 1
     */
    @Pathwise
    static double elbo(Weights weights, @Constant double[] pixels) {
        double[] encoded = hidden(weights.encoder(), weights.encoderBias(), pixels);
        double[] mean = affine(weights.mean(), weights.meanBias(), encoded);
        double[] logVariance = affine(weights.logVariance(), weights.logVarianceBias(), encoded);
        double[] latent = new double[LATENT];
        double divergence = 0;
        for (int k = 0; k < LATENT; k++) {
            double deviation = Math.exp(0.5 * logVariance[k]);
            latent[k] = Sampler.normal(mean[k], deviation);
            divergence += 0.5 * (deviation * deviation + mean[k] * mean[k] - 1 - logVariance[k]);
        }
        double[] decoded = hidden(weights.decoder(), weights.decoderBias(), latent);
        double[] logits = affine(weights.logit(), weights.logitBias(), decoded);
        double likelihood = 0;
        for (int i = 0; i < PIXELS; i++) {
            double softplus = Math.max(logits[i], 0) + Math.log1p(Math.exp(-Math.abs(logits[i])));
            likelihood += pixels[i] * logits[i] - softplus;
        }
        return likelihood - divergence;
    }

    @Pathwise
    static double[] hidden(double[][] weights, double[] bias, double[] inputs) {
        double[] units = affine(weights, bias, inputs);
        for (int i = 0; i < units.length; i++) {
            units[i] = Math.tanh(units[i]);
        }
        return units;
    }

    @Pathwise
    static double[] affine(double[][] weights, double[] bias, double[] inputs) {
        double[] outputs = new double[bias.length];
        for (int i = 0; i < outputs.length; i++) {
            double[] row = weights[i];
            double sum = bias[i];
            for (int j = 0; j < inputs.length; j++) {
                sum += row[j] * inputs[j];
            }
            outputs[i] = sum;
        }
        return outputs;
    }
}
