package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Collisions {
    private Collisions() {}

    @Pathwise
    static double value(double gradient, double xDot, double seed, int normals) {
        double value = seed;
        double eps = 1;
        for (int i = 0; i < normals; i++) {
            double xBar = Sampler.normal(gradient, xDot);
            double x = value * xBar;
            double valueAt = Math.exp(-x * x);
            eps *= valueAt + i;
            value += Math.sin(eps);
        }
        double valueBar = value * eps;
        return valueBar / (1 + gradient * gradient);
    }
}
