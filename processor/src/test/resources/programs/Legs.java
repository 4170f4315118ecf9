package demo;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Legs {
    enum Kind {
        CALL,
        PUT,
        FORWARD
    }

    private static final Kind[] KINDS = {Kind.CALL, Kind.PUT, Kind.FORWARD};

    private Legs() {}

    @Pathwise
    static double payoff(double spot, double volatility, @Constant double[] strikes, String[] names) {
        double terminal = spot * Sampler.logNormal(-0.5 * volatility * volatility, volatility);
        double total = 0;
        for (int i = 0; i < strikes.length; i++) {
            double payoff =
                    switch (KINDS[i % KINDS.length]) {
                        case CALL -> Math.max(terminal - strikes[i], 0);
                        case PUT -> Math.max(strikes[i] - terminal, 0);
                        case FORWARD -> terminal - strikes[i];
                    };
            total += names[i].equals("squared") ? payoff * payoff : payoff;
        }
        return total;
    }
}
