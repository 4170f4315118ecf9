package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class SquaredExponential {
    private SquaredExponential() {}

    @Pathwise
    static double square(double p) {
        double x = Sampler.exponential(p);
        return x * x;
    }
}
