package io.pathwise.samples.inventory;

/**
 * A shop with one good.
 *
 * @param market mean demand a day if the good were free
 * @param elasticity by which part a rise of the price by 1 lowers the demand
 * @param unitCost what a unit costs the shop
 * @param orderCost what an order costs besides
 * @param holdingCost for each unit in stock, a day
 * @param shortageCost for each unit that customers wait for, a day
 * @param hesitation over how many units the decision to order turns from unlikely to likely
 */
record Shop(
        double market,
        double elasticity,
        double unitCost,
        double orderCost,
        double holdingCost,
        double shortageCost,
        double hesitation) {
    /** The mean demand a day. */
    double demand(double price) {
        return market * Math.exp(-elasticity * price);
    }
}
