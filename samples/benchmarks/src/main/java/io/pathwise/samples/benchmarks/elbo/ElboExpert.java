package io.pathwise.samples.benchmarks.elbo;

import static io.pathwise.samples.benchmarks.elbo.Elbo.HIDDEN;
import static io.pathwise.samples.benchmarks.elbo.Elbo.LATENT;
import static io.pathwise.samples.benchmarks.elbo.Elbo.PIXELS;

import io.pathwise.samples.benchmarks.elbo.Elbo.Weights;
import java.util.Arrays;

/** The adjoint of {@link Elbo#elbo}, by hand. */
final class ElboExpert {
    /** The partial derivatives, in the place of the weights. */
    final Weights bars = Weights.zero();

    private final double[] encoded = new double[HIDDEN];
    private final double[] encodedBar = new double[HIDDEN];
    private final double[] mean = new double[LATENT];
    private final double[] meanBar = new double[LATENT];
    private final double[] logVariance = new double[LATENT];
    private final double[] logVarianceBar = new double[LATENT];
    private final double[] deviation = new double[LATENT];
    private final double[] latent = new double[LATENT];
    private final double[] latentBar = new double[LATENT];
    private final double[] decoded = new double[HIDDEN];
    private final double[] decodedBar = new double[HIDDEN];
    private final double[] logits = new double[PIXELS];
    private final double[] logitsBar = new double[PIXELS];

    /** Adds the partial derivatives to {@link #bars} and returns the value. */
    double gradient(Weights weights, double[] pixels, double[] normals) {
        encode(weights, pixels);
        double divergence = draw(normals);
        affine(weights.decoder(), weights.decoderBias(), latent, decoded);
        tanh(decoded);
        affine(weights.logit(), weights.logitBias(), decoded, logits);
        double value = likelihood(pixels) - divergence;

        affineReverse(weights.logit(), decoded, logitsBar, bars.logit(), bars.logitBias(), decodedBar);
        tanhReverse(decoded, decodedBar);
        affineReverse(weights.decoder(), latent, decodedBar, bars.decoder(), bars.decoderBias(), latentBar);
        drawReverse(normals);
        affineReverse(weights.mean(), encoded, meanBar, bars.mean(), bars.meanBias(), encodedBar);
        affineReverseMore(
                weights.logVariance(), encoded, logVarianceBar, bars.logVariance(), bars.logVarianceBias(), encodedBar);
        tanhReverse(encoded, encodedBar);
        outer(encodedBar, pixels, bars.encoder(), bars.encoderBias());
        return value;
    }

    private void encode(Weights weights, double[] pixels) {
        affine(weights.encoder(), weights.encoderBias(), pixels, encoded);
        tanh(encoded);
        affine(weights.mean(), weights.meanBias(), encoded, mean);
        affine(weights.logVariance(), weights.logVarianceBias(), encoded, logVariance);
    }

    private double draw(double[] normals) {
        double divergence = 0;
        for (int k = 0; k < LATENT; k++) {
            double scale = Math.exp(0.5 * logVariance[k]);
            deviation[k] = scale;
            latent[k] = mean[k] + scale * normals[k];
            divergence += 0.5 * (scale * scale + mean[k] * mean[k] - 1 - logVariance[k]);
        }
        return divergence;
    }

    private void drawReverse(double[] normals) {
        for (int k = 0; k < LATENT; k++) {
            double scale = deviation[k];
            meanBar[k] = latentBar[k] - mean[k];
            logVarianceBar[k] = 0.5 * (latentBar[k] * normals[k] * scale - scale * scale + 1);
        }
    }

    /** Leaves in {@code logitsBar} the derivative of the likelihood: pixel less probability. */
    private double likelihood(double[] pixels) {
        double sum = 0;
        for (int i = 0; i < PIXELS; i++) {
            double logit = logits[i];
            double exp = Math.exp(-Math.abs(logit));
            double smaller = exp / (1 + exp);
            sum += pixels[i] * logit - (Math.max(logit, 0) + Math.log1p(exp));
            logitsBar[i] = pixels[i] - (logit > 0 ? 1 - smaller : smaller);
        }
        return sum;
    }

    /** Four rows at a time, so that four sums are under way at once. Every layer's height is a multiple of four. */
    private static void affine(double[][] weights, double[] bias, double[] inputs, double[] outputs) {
        int width = inputs.length;
        for (int i = 0; i < outputs.length; i += 4) {
            double[] row0 = weights[i];
            double[] row1 = weights[i + 1];
            double[] row2 = weights[i + 2];
            double[] row3 = weights[i + 3];
            double sum0 = bias[i];
            double sum1 = bias[i + 1];
            double sum2 = bias[i + 2];
            double sum3 = bias[i + 3];
            for (int j = 0; j < width; j++) {
                double input = inputs[j];
                sum0 += row0[j] * input;
                sum1 += row1[j] * input;
                sum2 += row2[j] * input;
                sum3 += row3[j] * input;
            }
            outputs[i] = sum0;
            outputs[i + 1] = sum1;
            outputs[i + 2] = sum2;
            outputs[i + 3] = sum3;
        }
    }

    private static void affineReverse(
            double[][] weights,
            double[] inputs,
            double[] outputsBar,
            double[][] weightsBar,
            double[] biasBar,
            double[] inputsBar) {
        Arrays.fill(inputsBar, 0);
        affineReverseMore(weights, inputs, outputsBar, weightsBar, biasBar, inputsBar);
    }

    /** As {@link #affineReverse}, but adds to the adjoints of the inputs. */
    private static void affineReverseMore(
            double[][] weights,
            double[] inputs,
            double[] outputsBar,
            double[][] weightsBar,
            double[] biasBar,
            double[] inputsBar) {
        for (int i = 0; i < outputsBar.length; i++) {
            addMultiple(outputsBar[i], weights[i], inputsBar);
        }
        outer(outputsBar, inputs, weightsBar, biasBar);
    }

    private static void outer(double[] outputsBar, double[] inputs, double[][] weightsBar, double[] biasBar) {
        for (int i = 0; i < outputsBar.length; i++) {
            addMultiple(outputsBar[i], inputs, weightsBar[i]);
            biasBar[i] += outputsBar[i];
        }
    }

    /** A loop of its own, which the compiler vectorises. */
    private static void addMultiple(double factor, double[] vector, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * vector[j];
        }
    }

    private static void tanh(double[] units) {
        for (int i = 0; i < units.length; i++) {
            units[i] = Math.tanh(units[i]);
        }
    }

    private static void tanhReverse(double[] units, double[] unitsBar) {
        for (int i = 0; i < units.length; i++) {
            unitsBar[i] *= 1 - units[i] * units[i];
        }
    }
}
