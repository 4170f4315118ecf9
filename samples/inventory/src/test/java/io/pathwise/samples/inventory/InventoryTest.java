package io.pathwise.samples.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.samples.shared.Comparison;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seeds are fixed; a bound of 4 standard errors would fail for 6 seeds in 100,000. */
class InventoryTest {
    private static final double BOUND = 4;

    private final ExactProfit exact = new ExactProfit(InventorySample.SHOP, InventorySample.DAYS);

    @Test
    void everyStrategyAgreesWithTheExactDerivatives() {
        agrees(InventorySample.gradient(
                InventoryPathwise.profitFunction(InventorySample.SHOP, InventorySample.DAYS), 30_000, 7));
        agrees(InventorySample.gradient(
                InventoryPathwise.profitOfAllFunction(InventorySample.SHOP, InventorySample.DAYS), 3_000, 7));
        agrees(InventorySample.gradient(
                InventoryPathwise.profitScoredFunction(InventorySample.SHOP, InventorySample.DAYS, 0), 30_000, 7));
    }

    private static void agrees(List<Comparison> rows) {
        rows.forEach(row -> assertThat(row.deviations()).as(row.line()).isLessThan(BOUND));
    }

    @Test
    void adamFindsAPolicyAsGoodAsTheBest() {
        double most = exact.of(exact.best(InventorySample.START));
        double found = exact.of(InventorySample.optimize(500, 32, 7).parameters());
        assertThat(exact.of(InventorySample.START)).isLessThan(0.9 * most);
        assertThat(found).isGreaterThan(0.98 * most);
    }

    /** One day, no hesitation: revenue, holding or shortage, and an order if the stock falls below the point. */
    @Test
    void theExactProfitOfOneDayIsASum() {
        Shop decided = new Shop(2, 0, 4, 30, 0.2, 2, 1e-9);
        double expected = 0;
        double probability = Math.exp(-2);
        for (int d = 0; d < 60; d++) {
            double stock = 3.5 - d;
            double order = stock < 1.2 ? 30 + 4 * d : 0;
            expected += probability * (10 * d - 0.2 * Math.max(stock, 0) - 2 * Math.max(-stock, 0) - order);
            probability *= 2.0 / (d + 1);
        }
        assertThat(new ExactProfit(decided, 1).of(1.2, 3.5, 10)).isCloseTo(expected, within(1e-9));
    }
}
