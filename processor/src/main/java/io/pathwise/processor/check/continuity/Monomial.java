package io.pathwise.processor.check.continuity;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A product of powers.
 *
 * @param powers the exponents, none of them zero; a divisor has a negative one
 */
record Monomial(SortedMap<Symbol, Integer> powers) implements Comparable<Monomial> {
    static final Monomial ONE = new Monomial(Collections.emptySortedMap());

    static Monomial of(Symbol symbol, int power) {
        SortedMap<Symbol, Integer> powers = new TreeMap<>();
        powers.put(symbol, power);
        return new Monomial(powers);
    }

    Monomial times(Monomial other) {
        SortedMap<Symbol, Integer> product = new TreeMap<>(powers);
        other.powers.forEach((symbol, power) -> product.merge(symbol, power, Monomial::sumOrNothing));
        return new Monomial(product);
    }

    Monomial inverse() {
        SortedMap<Symbol, Integer> inverse = new TreeMap<>();
        powers.forEach((symbol, power) -> inverse.put(symbol, -power));
        return new Monomial(inverse);
    }

    /** The factors that both have. */
    Monomial common(Monomial other) {
        SortedMap<Symbol, Integer> common = new TreeMap<>();
        powers.forEach((symbol, power) -> {
            if (Math.min(power, other.powerOf(symbol)) > 0) {
                common.put(symbol, Math.min(power, other.powerOf(symbol)));
            }
        });
        return new Monomial(common);
    }

    Monomial withoutDivisors() {
        return common(this);
    }

    int powerOf(Symbol symbol) {
        return powers.getOrDefault(symbol, 0);
    }

    /** Whether only factors, no divisors, remain when the other is divided out. */
    boolean isMultipleOf(Monomial other) {
        return other.powers.entrySet().stream()
                .allMatch(factor -> factor.getValue() > 0 && powerOf(factor.getKey()) >= factor.getValue());
    }

    boolean contains(Symbol symbol) {
        return powers.keySet().stream().anyMatch(factor -> factor.contains(symbol));
    }

    /** Any order serves, as long as it is the same for all polynomials. */
    @Override
    public int compareTo(Monomial other) {
        Iterator<Map.Entry<Symbol, Integer>> others = other.powers.entrySet().iterator();
        for (Map.Entry<Symbol, Integer> factor : powers.entrySet()) {
            if (!others.hasNext()) {
                return 1;
            }
            Map.Entry<Symbol, Integer> counterpart = others.next();
            int bySymbol = factor.getKey().compareTo(counterpart.getKey());
            int byPower = factor.getValue().compareTo(counterpart.getValue());
            if (bySymbol != 0 || byPower != 0) {
                return bySymbol != 0 ? bySymbol : byPower;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    private static Integer sumOrNothing(int left, int right) {
        return left + right == 0 ? null : left + right;
    }
}
