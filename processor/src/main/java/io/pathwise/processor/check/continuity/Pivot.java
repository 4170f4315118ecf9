package io.pathwise.processor.check.continuity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A comparison that decides a condition.
 *
 * @param difference what is compared with zero
 * @param whenPositive the outcome of the condition where the difference is positive
 * @param context what holds where it is this comparison that decides
 */
record Pivot(Polynomial difference, boolean whenPositive, List<Fact> context) {
    /**
     * The comparisons of a condition.
     *
     * @param suspects the comparisons of interest
     * @param fixed truth values that none of these decides
     * @return empty if the condition has parts that cannot be looked into
     */
    static Optional<List<Pivot>> of(Polynomial condition, Set<Symbol> suspects, Set<Symbol> fixed) {
        List<Pivot> pivots = new ArrayList<>();
        boolean isClear = collect(condition, true, List.of(), suspects, fixed, pivots);
        return isClear ? Optional.of(pivots) : Optional.empty();
    }

    private static boolean collect(
            Polynomial condition,
            boolean polarity,
            List<Fact> context,
            Set<Symbol> suspects,
            Set<Symbol> fixed,
            List<Pivot> pivots) {
        if (condition.value().isPresent()) {
            return true;
        }
        Optional<Symbol> known = condition.symbol();
        if (known.isEmpty()) {
            return false;
        }
        Symbol symbol = known.get();
        if (Truth.isComparison(symbol)) {
            if (suspects.contains(symbol)) {
                pivots.add(new Pivot(symbol.operand(0), polarity, context));
            }
            return true;
        } else if (symbol.is(Truth.NOT)) {
            return collect(symbol.operand(0), !polarity, context, suspects, fixed, pivots);
        } else if (symbol.is(Truth.AND) || symbol.is(Truth.OR)) {
            boolean neutral = symbol.is(Truth.AND);
            List<Fact> withRight = joined(context, Fact.of(symbol.operand(1), neutral));
            List<Fact> withLeft = joined(context, Fact.of(symbol.operand(0), neutral));
            return collect(symbol.operand(0), polarity, withRight, suspects, fixed, pivots)
                    & collect(symbol.operand(1), polarity, withLeft, suspects, fixed, pivots);
        }
        return fixed.contains(symbol);
    }

    private static List<Fact> joined(List<Fact> context, List<Fact> more) {
        List<Fact> all = new ArrayList<>(context);
        all.addAll(more);
        return all;
    }
}
