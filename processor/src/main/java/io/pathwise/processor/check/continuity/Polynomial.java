package io.pathwise.processor.check.continuity;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A sum of products of symbols, the form in which values are compared. Coefficients that cancel up to rounding count as
 * zero.
 *
 * @param terms the coefficients, none of them zero
 */
record Polynomial(SortedMap<Monomial, Double> terms) {
    static final Polynomial ZERO = new Polynomial(Collections.emptySortedMap());
    static final Polynomial ONE = constant(1);

    private static final double ROUNDING = 1e-12;

    static Polynomial constant(double value) {
        return value == 0 ? ZERO : term(Monomial.ONE, value);
    }

    static Polynomial of(Symbol symbol) {
        return term(Monomial.of(symbol, 1), 1);
    }

    static Polynomial term(Monomial monomial, double coefficient) {
        SortedMap<Monomial, Double> terms = new TreeMap<>();
        terms.put(monomial, coefficient);
        return new Polynomial(terms);
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    /** The value of a polynomial without symbols. */
    OptionalDouble value() {
        if (terms.isEmpty()) {
            return OptionalDouble.of(0);
        }
        boolean isConstant = terms.size() == 1 && terms.containsKey(Monomial.ONE);
        return isConstant ? OptionalDouble.of(terms.get(Monomial.ONE)) : OptionalDouble.empty();
    }

    /** The symbol of a polynomial that is nothing but one symbol. */
    Optional<Symbol> symbol() {
        Set<Symbol> factors = factors();
        if (factors.size() != 1 || terms.size() != 1) {
            return Optional.empty();
        }
        Symbol symbol = factors.iterator().next();
        return equals(of(symbol)) ? Optional.of(symbol) : Optional.empty();
    }

    Polynomial plus(Polynomial other) {
        SortedMap<Monomial, Double> sum = new TreeMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> sum.merge(monomial, coefficient, Polynomial::sumOrNothing));
        return new Polynomial(sum);
    }

    Polynomial minus(Polynomial other) {
        return plus(other.scaled(-1));
    }

    Polynomial scaled(double factor) {
        return factor == 0 ? ZERO : times(Monomial.ONE, factor);
    }

    /** The product with a single term. */
    Polynomial times(Monomial monomial, double coefficient) {
        Polynomial product = ZERO;
        for (Map.Entry<Monomial, Double> term : terms.entrySet()) {
            Monomial factors = term.getKey().times(monomial);
            product = product.plus(reduced(factors, term.getValue() * coefficient));
        }
        return product;
    }

    Polynomial times(Polynomial other) {
        Polynomial product = ZERO;
        for (Map.Entry<Monomial, Double> term : other.terms.entrySet()) {
            product = product.plus(times(term.getKey(), term.getValue()));
        }
        return product;
    }

    /** The coefficient of the first term. */
    double leadingCoefficient() {
        return terms.get(terms.firstKey());
    }

    /** The symbols that are factors of terms. */
    Set<Symbol> factors() {
        Set<Symbol> factors = new TreeSet<>();
        terms.keySet().forEach(monomial -> factors.addAll(monomial.powers().keySet()));
        return factors;
    }

    /** Whether there are factors below a fraction line, or ones that may be infinite. */
    boolean hasDivisors() {
        return terms.keySet().stream()
                .flatMap(monomial -> monomial.powers().entrySet().stream())
                .anyMatch(factor -> factor.getValue() < 0
                        || factor.getKey().is("inverse")
                        || factor.getKey().is("pow")
                        || factor.getKey().is("log"));
    }

    /** The factors that all terms have. */
    Monomial commonFactors() {
        return terms.keySet().stream()
                .reduce(Monomial::common)
                .orElse(Monomial.ONE)
                .withoutDivisors();
    }

    boolean contains(Symbol symbol) {
        return terms.keySet().stream().anyMatch(monomial -> monomial.contains(symbol));
    }

    /** The number c for which this is c times the other. */
    OptionalDouble ratioTo(Polynomial other) {
        if (isZero() || other.isZero()) {
            return OptionalDouble.empty();
        }
        Double counterpart = other.terms.get(terms.firstKey());
        if (counterpart == null || terms.size() != other.terms.size()) {
            return OptionalDouble.empty();
        }
        double ratio = leadingCoefficient() / counterpart;
        return minus(other.scaled(ratio)).isZero() ? OptionalDouble.of(ratio) : OptionalDouble.empty();
    }

    /** Squares of roots and of absolute values are those of what is inside. */
    private static Polynomial reduced(Monomial monomial, double coefficient) {
        for (Map.Entry<Symbol, Integer> factor : monomial.powers().entrySet()) {
            Symbol symbol = factor.getKey();
            if (factor.getValue() >= 2 && (symbol.is("sqrt") || symbol.is("abs"))) {
                Polynomial inside = symbol.operand(0);
                Polynomial square = symbol.is("abs") ? inside.times(inside) : inside;
                return square.times(monomial.times(Monomial.of(symbol, -2)), coefficient);
            }
        }
        return term(monomial, coefficient);
    }

    private static Double sumOrNothing(double left, double right) {
        double sum = left + right;
        return Math.abs(sum) <= ROUNDING * Math.max(Math.abs(left), Math.abs(right)) ? null : (Double) sum;
    }
}
