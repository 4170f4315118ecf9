package io.pathwise.processor.check.continuity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replaces one symbol wherever it occurs. */
final class Substitution {
    private final Symbols symbols;
    private final Map<Symbol, Polynomial> replaced = new HashMap<>();
    private final Symbol symbol;

    Substitution(Symbols symbols, Symbol symbol, Polynomial replacement) {
        this.symbols = symbols;
        this.symbol = symbol;
        replaced.put(symbol, replacement);
    }

    Polynomial apply(Polynomial polynomial) {
        if (!polynomial.contains(symbol)) {
            return polynomial;
        }
        Polynomial sum = Polynomial.ZERO;
        for (Map.Entry<Monomial, Double> term : polynomial.terms().entrySet()) {
            sum = sum.plus(apply(term.getKey()).scaled(term.getValue()));
        }
        return sum;
    }

    private Polynomial apply(Monomial monomial) {
        Polynomial product = Polynomial.ONE;
        for (Map.Entry<Symbol, Integer> factor : monomial.powers().entrySet()) {
            Polynomial value = apply(factor.getKey());
            for (int i = 0; i < Math.abs(factor.getValue()); i++) {
                product = factor.getValue() > 0 ? symbols.product(product, value) : symbols.quotient(product, value);
            }
        }
        return product;
    }

    private Polynomial apply(Symbol factor) {
        Polynomial known = replaced.get(factor);
        if (known == null) {
            known = factor.contains(symbol) ? rebuilt(factor) : Polynomial.of(factor);
            replaced.put(factor, known);
        }
        return known;
    }

    private Polynomial rebuilt(Symbol factor) {
        List<Polynomial> operands = factor.operands().stream().map(this::apply).toList();
        return symbols.apply(factor.operation(), operands);
    }
}
