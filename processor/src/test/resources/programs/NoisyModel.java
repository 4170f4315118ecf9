package demo;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** The loss of a linear model with several outputs on one observation whose features are noisy. */
final class NoisyModel {
    private NoisyModel() {}

    @Pathwise
    static double loss(double[][] weights, double[] bias, @Constant double[] features, double noise) {
        double loss = 0;
        for (int i = 0; i < weights.length; i++) {
            double prediction = bias[i];
            for (int j = 0; j < features.length; j++) {
                prediction += weights[i][j] * (features[j] + noise * Sampler.normal(0, 1));
            }
            loss += prediction * prediction;
        }
        return loss;
    }
}
