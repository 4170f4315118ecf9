package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Walk {
    private Walk() {}

    @Pathwise
    static double terminal(double drift, double volatility, double start, int steps) {
        double x = start;
        for (int t = 0; t < steps; t++) {
            double step = Sampler.normal(drift, volatility);
            x += Math.sin(x) * step;
        }
        return x;
    }
}
