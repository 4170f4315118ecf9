package io.pathwise.samples.inventory;

import java.util.Arrays;

/**
 * The mean profit without noise: the probabilities of all stocks, day after day. The stock is the target less a whole number,
 * the units that have been sold since the last order.
 */
final class ExactProfit {
    private static final int MOST_SOLD = 250;
    private static final double NEGLIGIBLE = 1e-15;
    private static final double STEP = 1e-4;

    private final Shop shop;
    private final int days;

    ExactProfit(Shop shop, int days) {
        this.shop = shop;
        this.days = days;
    }

    /** The mean profit a day under a policy: reorder point, target and price. */
    double of(double... policy) {
        double[] demand = poisson(shop.demand(policy[2]));
        double[] sold = new double[MOST_SOLD];
        sold[0] = 1;
        double profit = 0;
        for (int day = 0; day < days; day++) {
            double[] next = new double[MOST_SOLD];
            for (int k = 0; k < MOST_SOLD; k++) {
                for (int d = 0; d < MOST_SOLD - k; d++) {
                    double probability = sold[k] * demand[d];
                    if (probability < NEGLIGIBLE) {
                        continue;
                    }
                    double orders = orderProbability(policy[1] - k - d, policy[0]);
                    profit += probability * profitOfDay(policy, k + d, d, orders);
                    next[0] += probability * orders;
                    next[k + d] += probability * (1 - orders);
                }
            }
            sold = next;
        }
        return profit / days;
    }

    private double profitOfDay(double[] policy, int sold, int demand, double orders) {
        double stock = policy[1] - sold;
        return policy[2] * demand
                - shop.holdingCost() * Math.max(stock, 0)
                - shop.shortageCost() * Math.max(-stock, 0)
                - orders * (shop.orderCost() + shop.unitCost() * sold);
    }

    private double orderProbability(double stock, double reorder) {
        return 1 / (1 + Math.exp((stock - reorder) / shop.hesitation()));
    }

    private static double[] poisson(double mean) {
        double[] probabilities = new double[MOST_SOLD];
        probabilities[0] = Math.exp(-mean);
        for (int k = 1; k < MOST_SOLD; k++) {
            probabilities[k] = probabilities[k - 1] * mean / k;
        }
        return probabilities;
    }

    /** The derivatives in the three numbers of a policy, by differences. */
    double[] gradient(double... policy) {
        double[] gradient = new double[policy.length];
        for (int i = 0; i < policy.length; i++) {
            double[] up = policy.clone();
            double[] down = policy.clone();
            up[i] += STEP;
            down[i] -= STEP;
            gradient[i] = (of(up) - of(down)) / (2 * STEP);
        }
        return gradient;
    }

    /** The best policy, by a search that tries neighbours ever closer. */
    double[] best(double... start) {
        double[] best = start.clone();
        double most = of(best);
        for (double step = 4; step > 0.05; ) {
            double[] candidate = bestNeighbour(best, step);
            double profit = of(candidate);
            if (profit > most) {
                best = candidate;
                most = profit;
            } else {
                step /= 2;
            }
        }
        return best;
    }

    private double[] bestNeighbour(double[] policy, double step) {
        double[] best = policy;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < policy.length; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] neighbour = Arrays.copyOf(policy, policy.length);
                neighbour[i] += sign * step;
                double profit = of(neighbour);
                if (profit > most) {
                    best = neighbour;
                    most = profit;
                }
            }
        }
        return best;
    }
}
