package io.pathwise.samples.inventory;

import io.pathwise.Pathwise;

/**
 * A shop with one good.
 *
 * @param market mean demand a day if the good were free
 * @param semiElasticity by which part demand falls for each unit of money that the price rises: -∂(log demand)/∂price
 * @param unitCost what a unit costs the shop
 * @param orderCost what an order costs besides
 * @param holdingCost for each unit in stock, a day
 * @param shortageCost for each unit that customers wait for, a day
 * @param hesitation over how many units the decision to order turns from unlikely to likely
 */
record Shop(
        double market,
        double semiElasticity,
        double unitCost,
        double orderCost,
        double holdingCost,
        double shortageCost,
        double hesitation) {
    /** The mean demand a day. */
    @Pathwise
    double demand(double price) {
        return market * Math.exp(-semiElasticity * price);
    }
}
