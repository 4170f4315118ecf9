package demo;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class RecordHeston {
    record Variance(double kappa, double theta, double xi, double rho) {
        Variance {
            if (kappa < 0 || theta < 0) {
                throw new IllegalArgumentException("kappa and theta are not negative");
            }
        }
    }

    record Market(double rate, Variance variance) {}

    record Contract(double strike, double maturity, int steps) {}

    private record State(double price, double variance) {}

    private RecordHeston() {}

    @Pathwise
    static double asianCall(double spot, double variance, Market market, @Constant Contract contract) {
        double dt = contract.maturity() / contract.steps();
        State state = new State(spot, variance);
        double sum = 0;
        for (int i = 0; i < contract.steps(); i++) {
            state = step(state, market, dt);
            sum += state.price();
        }
        double mean = sum / contract.steps();
        return Math.exp(-market.rate() * contract.maturity()) * Math.max(mean - contract.strike(), 0);
    }

    @Pathwise
    private static State step(State state, Market market, double dt) {
        Variance dynamics = market.variance();
        double z1 = Sampler.normal(0, 1);
        double z2 = dynamics.rho() * z1 + Math.sqrt(1 - dynamics.rho() * dynamics.rho()) * Sampler.normal(0, 1);
        double positive = Math.max(state.variance(), 0);
        double root = Math.sqrt(positive * dt);
        return new State(
                state.price() * Math.exp((market.rate() - 0.5 * positive) * dt + root * z1),
                state.variance() + dynamics.kappa() * (dynamics.theta() - positive) * dt + dynamics.xi() * root * z2);
    }
}
