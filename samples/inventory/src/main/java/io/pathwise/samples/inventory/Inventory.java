package io.pathwise.samples.inventory;

import io.pathwise.Constant;
import io.pathwise.Discrete;
import io.pathwise.Pathwise;
import io.pathwise.runtime.Sampler;

/** A shop that fills its stock up to a target when little is left: an (s, S) policy. */
final class Inventory {
    private Inventory() {}

    /**
     * The mean profit a day on one path.
     *
     * @param reorder the stock around which the shop orders: the lower the stock, the more likely
     * @param target up to which it orders
     * @param price at which it sells, and on which demand depends
     */
    @Pathwise
    static double profit(double reorder, double target, double price, @Constant Shop shop, int days) {
        double demandMean = shop.demand(price);
        double stock = target;
        double profit = 0;
        for (int day = 0; day < days; day++) {
            int demand = Sampler.poisson(demandMean);
            stock -= demand;
            profit += price * demand
                    - shop.holdingCost() * Math.max(stock, 0)
                    - shop.shortageCost() * Math.max(-stock, 0);
            int orders = Sampler.bernoulli(1 / (1 + Math.exp((stock - reorder) / shop.hesitation())));
            if (orders == 1) {
                profit -= shop.orderCost() + shop.unitCost() * (target - stock);
                stock = target;
            }
        }
        return profit / days;
    }

    /** The same, differentiated through every alternative of every draw. */
    @Pathwise(discrete = Discrete.COUPLED_ALL)
    static double profitOfAll(double reorder, double target, double price, @Constant Shop shop, int days) {
        return profit(reorder, target, price, shop, days);
    }

    /** The same, differentiated by the score function. */
    @Pathwise(discrete = Discrete.SCORE_FUNCTION)
    static double profitScored(double reorder, double target, double price, @Constant Shop shop, int days) {
        return profit(reorder, target, price, shop, days);
    }
}
