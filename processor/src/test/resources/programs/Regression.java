package demo;

import io.pathwise.Constant;
import io.pathwise.Pathwise;

final class Regression {
    private Regression() {}

    @Pathwise
    static double loss(double[] weights, double scale, @Constant double[] features, @Constant double[] targets) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            double residual = -targets[i];
            for (int j = 0; j < weights.length; j++) {
                residual += weights[j] * features[i * weights.length + j];
            }
            double size = Math.sqrt(1 + residual * residual / (scale * scale));
            if (size < 3) {
                sum += size - 1;
            } else {
                sum += 2 * Math.log(size);
            }
        }
        return scale * scale * sum / targets.length;
    }
}
