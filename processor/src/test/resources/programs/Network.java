package demo;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** A layer of neurons on an input with additive noise, and the squared length of its output. */
final class Network {
    private Network() {}

    @Pathwise
    static double loss(double[] weights, double[] bias, @Constant double[] input, double noise) {
        double[] noisy = input.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += noise * Sampler.normal(0, 1);
        }
        double[] hidden = new double[bias.length];
        for (int j = 0; j < bias.length; j++) {
            double sum = bias[j];
            for (int i = 0; i < noisy.length; i++) {
                sum += weights[j * noisy.length + i] * noisy[i];
            }
            hidden[j] = Math.tanh(sum);
        }
        double length = 0;
        for (double each : hidden) {
            length += each * each;
        }
        return length;
    }
}
