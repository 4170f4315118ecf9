package demo;

import io.pathwise.Constant;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** A method of an object: its fields are constants, be they numbers or objects. */
final class Bond {
    final double face = 100;
    final Calendar calendar = new Calendar();
    private final double[] coupons = {2, 2.5, 3};

    /** Days between payments as a fraction of a year. */
    static final class Calendar {
        double years(int payment) {
            return payment + 0.9;
        }
    }

    @Pathwise
    double value(double rate, double volatility) {
        double shifted = rate + volatility * Sampler.normal(0, 1);
        double value = 0;
        for (int i = 0; i < coupons.length; i++) {
            value += coupons[i] * discount(shifted, calendar.years(i));
        }
        return value + face * discount(shifted, calendar.years(coupons.length));
    }

    @Pathwise
    private double discount(double rate, @Constant double time) {
        return Math.exp(-rate * time);
    }
}
