package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class SquaredNormal {
    private SquaredNormal() {}

    @Pathwise
    static double square(double mu, double sigma) {
        double z = Sampler.normal(mu, sigma);
        return z * z;
    }
}
