package demo;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Barrier {
    private Barrier() {}

    @Pathwise
    @SuppressWarnings("pathwise:jump")
    static double downAndOut(double spot, double volatility, @Constant double barrier, double rebate, int steps) {
        double price = spot;
        double deviation = volatility / Math.sqrt(steps);
        for (int i = 0; i < steps; i++) {
            double z = Sampler.normal(0, 1);
            price *= Math.exp(deviation * z - 0.5 * deviation * deviation);
            if (price < barrier) {
                return rebate * price / spot;
            }
        }
        return Math.max(price - spot, 0);
    }
}
