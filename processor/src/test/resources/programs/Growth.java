package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Growth {
    private Growth() {}

    @Pathwise
    static double logUtility(double mu, double sigma, double share) {
        double growth = Sampler.logNormal(mu, sigma);
        return Math.log(1 + share * (growth - 1));
    }
}
