package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Regimes {
    private Regimes() {}

    @Pathwise
    static double income(double calm, double wild, boolean stormy) {
        double income;
        if (stormy) {
            double loss = Sampler.exponential(wild);
            income = Sampler.normal(calm, wild) - loss;
        } else {
            income = Sampler.normal(2 * calm, 0.5 * calm);
        }
        return income * income;
    }
}
