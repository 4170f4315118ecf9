package demo;

import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

final class Inventory {
    private Inventory() {}

    @Pathwise
    static double cost(double stock, double meanDemand, double holding, double shortage) {
        double demand = Sampler.exponential(meanDemand);
        double cost;
        if (demand > stock) {
            cost = shortage * (demand - stock);
        } else {
            cost = holding * (stock - demand);
        }
        return cost;
    }
}
