package demo;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Shares {
    @Pathwise
    static double wealth(double[] concentration, double[] drift, double[][] factor, @Constant double[] weights,
            double[] jumps, double[] deviations) {
        double[] shares = Sampler.dirichlet(concentration);
        double[] returns = Sampler.multivariateNormal(drift, factor);
        double jump = Sampler.normalMixture(weights, jumps, deviations);
        double wealth = 0;
        for (int i = 0; i < shares.length; i++) {
            wealth += shares[i] * Math.exp(returns[i] + jump);
        }
        return Math.log(wealth);
    }
}
