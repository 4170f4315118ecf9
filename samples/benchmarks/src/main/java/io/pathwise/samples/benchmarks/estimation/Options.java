package io.pathwise.samples.benchmarks.estimation;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** Calls under Black and Scholes (1973), over a year. */
final class Options {
    private Options() {}

    @Pathwise
    static double european(double spot, double rate, double volatility, @Constant double strike) {
        double z = Sampler.normal(0, 1);
        double terminal = spot * Math.exp(rate - 0.5 * volatility * volatility + volatility * z);
        return Math.exp(-rate) * Math.max(terminal - strike, 0);
    }

    @Pathwise
    static double asian(double spot, double rate, double volatility, @Constant double strike, int steps) {
        double price = spot;
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            double z = Sampler.normal(0, 1);
            price *= Math.exp((rate - 0.5 * volatility * volatility) / steps + volatility * Math.sqrt(1.0 / steps) * z);
            sum += price;
        }
        return Math.exp(-rate) * Math.max(sum / steps - strike, 0);
    }
}
