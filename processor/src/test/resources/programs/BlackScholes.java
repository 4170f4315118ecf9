package demo;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class BlackScholes {
    private BlackScholes() {}

    @Pathwise
    static double call(double spot, @Constant double strike, double rate, double volatility, @Constant double maturity) {
        double z = Sampler.normal(0, 1);
        double drift = (rate - 0.5 * volatility * volatility) * maturity;
        double terminal = spot * Math.exp(drift + volatility * Math.sqrt(maturity) * z);
        return Math.exp(-rate * maturity) * Math.max(terminal - strike, 0);
    }
}
