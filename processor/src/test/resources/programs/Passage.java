package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Passage {
    private Passage() {}

    @Pathwise
    @SuppressWarnings("pathwise:jump")
    static double cost(double level, double mean, double discount) {
        double sum = 0;
        double factor = 1;
        double cost = 0;
        while (sum < level) {
            double step = Sampler.exponential(mean);
            sum += step;
            factor *= Math.exp(-discount * step);
            cost += factor * step * step;
        }
        return cost;
    }
}
