package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Settlement {
    private Settlement() {}

    @Pathwise
    static double premium(double mean, double deductible, double loading) {
        double first = payout(mean, deductible);
        double second = payout(2 * mean, deductible);
        return loading * first + Math.sqrt(1 + second);
    }

    @Pathwise
    static double payout(double mean, double deductible) {
        double claim = Sampler.exponential(mean);
        if (claim <= deductible) {
            return 0;
        }
        double excess = claim - deductible;
        return excess * excess / (mean + excess);
    }
}
