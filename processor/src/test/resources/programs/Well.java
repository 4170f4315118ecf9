package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Well {
    private Well() {}

    @Pathwise
    static double position(double start, double stiffness, double sharpness, double temperature, int steps) {
        double x = start;
        for (int t = 0; t < steps; t++) {
            double shock = Sampler.normal(0, 1);
            x += 0.01 * force(x, stiffness, sharpness) + temperature * shock;
        }
        return x;
    }

    @Pathwise
    static double force(double x, double stiffness, double sharpness) {
        double distance = sharpness * x;
        double attenuation = 1 / (1 + Math.sqrt(1 + distance * distance));
        return -stiffness * x * attenuation;
    }
}
