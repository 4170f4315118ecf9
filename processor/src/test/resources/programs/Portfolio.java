package demo;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Portfolio {
    private Portfolio() {}

    @Pathwise
    static double disutility(double[] weights, double[] deviations, @Constant double[] means, double aversion) {
        double wealth = 1;
        for (int i = 0; i < weights.length; i++) {
            double growth = Sampler.normal(means[i], deviations[i]);
            wealth += weights[i] * growth;
        }
        return Math.exp(-aversion * wealth) / aversion + 0.5 * weights[0] * weights[0];
    }
}
