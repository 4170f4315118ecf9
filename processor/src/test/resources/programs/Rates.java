package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

public final class Rates {
    private Rates() {}

    @Pathwise
    public static double discount(double rate, double volatility, double time) {
        double shock = Sampler.normal(0, volatility);
        return Math.exp(-(rate + shock) * time);
    }

    @Pathwise
    public static double weighted(double[] weights, double rate) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Math.exp(-rate * i);
        }
        return sum;
    }
}
