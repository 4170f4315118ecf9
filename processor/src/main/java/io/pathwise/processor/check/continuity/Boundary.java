package io.pathwise.processor.check.continuity;

import io.pathwise.processor.analyze.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Where a difference of two compared values is zero: the border between the two sides of a branch. */
final class Boundary {
    private static final int DEPTH = 3;
    private static final int REDUCTIONS = 50;

    private final Symbols symbols;
    private final Polynomial difference;

    /** Ways to solve the equation. Each is a list of cases that cover the border together. */
    private final List<List<Substitution>> solutions;

    Boundary(Symbols symbols, Polynomial difference) {
        this.symbols = symbols;
        this.difference = difference;
        this.solutions = solve(difference, DEPTH);
    }

    /** Whether the value is proved to be zero on the whole border. */
    boolean annuls(Polynomial value) {
        return value.isZero()
                || solutions.stream()
                        .anyMatch(cases -> cases.stream()
                                .allMatch(each -> each.apply(value).isZero()))
                || difference.terms().keySet().stream().anyMatch(leading -> isMultiple(value, leading));
    }

    /** The sign of a value close to the border, where the value is continuous and not zero there. */
    Sign signNear(Polynomial value) {
        for (List<Substitution> cases : solutions) {
            OptionalDouble constant = cases.get(0).apply(value).value();
            if (cases.size() == 1 && constant.isPresent() && constant.getAsDouble() != 0) {
                return Sign.of(constant.getAsDouble());
            }
        }
        return Sign.UNKNOWN;
    }

    /** Divides by the difference as long as there is something to divide. */
    private boolean isMultiple(Polynomial value, Monomial leading) {
        Polynomial rest = value;
        double coefficient = difference.terms().get(leading);
        for (int i = 0; i < REDUCTIONS && !rest.isZero(); i++) {
            Map.Entry<Monomial, Double> divisible = rest.terms().entrySet().stream()
                    .filter(term -> !leading.powers().isEmpty() && term.getKey().isMultipleOf(leading))
                    .findFirst()
                    .orElse(null);
            if (divisible == null) {
                return false;
            }
            Monomial quotient = divisible.getKey().times(leading.inverse());
            rest = rest.minus(difference.times(quotient, divisible.getValue() / coefficient));
        }
        return rest.isZero();
    }

    private List<List<Substitution>> solve(Polynomial equation, int depth) {
        List<List<Substitution>> found = new ArrayList<>();
        if (depth == 0 || equation.value().isPresent()) {
            return found;
        }
        if (equation.terms().size() == 1) {
            addZerosOfFactors(equation.terms().firstKey(), found);
        }
        for (Symbol unknown : equation.factors()) {
            addSolutionsFor(unknown, equation, depth, found);
        }
        return found;
    }

    /** A product is zero where one of its factors is. */
    private void addZerosOfFactors(Monomial product, List<List<Substitution>> found) {
        List<Substitution> cases = product.powers().entrySet().stream()
                .filter(factor -> factor.getValue() > 0)
                .map(factor -> new Substitution(symbols, factor.getKey(), Polynomial.ZERO))
                .toList();
        if (!cases.isEmpty()) {
            found.add(cases);
        }
    }

    /** Solves c x + r = 0 for x, and for what is inside if x is a function with an inverse. */
    private void addSolutionsFor(Symbol unknown, Polynomial equation, int depth, List<List<Substitution>> found) {
        Monomial reciprocal = Monomial.of(unknown, -1);
        Polynomial factor = Polynomial.ZERO;
        Polynomial rest = Polynomial.ZERO;
        for (Map.Entry<Monomial, Double> term : equation.terms().entrySet()) {
            if (term.getKey().powerOf(unknown) == 1) {
                factor = factor.plus(Polynomial.term(term.getKey().times(reciprocal), term.getValue()));
            } else {
                rest = rest.plus(Polynomial.term(term.getKey(), term.getValue()));
            }
        }
        if (factor.terms().size() == 1 && !factor.contains(unknown) && !rest.contains(unknown)) {
            Polynomial solution = symbols.quotient(rest.scaled(-1), factor);
            found.add(List.of(new Substitution(symbols, unknown, solution)));
            addSolutionsInside(unknown, solution, depth - 1, found);
        }
    }

    private void addSolutionsInside(Symbol function, Polynomial value, int depth, List<List<Substitution>> found) {
        Function<Polynomial, List<List<Substitution>>> argumentIs =
                argument -> solve(function.operand(0).minus(argument), depth);
        switch (function.operation()) {
            case "exp" -> found.addAll(argumentIs.apply(symbols.apply("log", List.of(value))));
            case "log" -> found.addAll(argumentIs.apply(symbols.apply("exp", List.of(value))));
            case "sqrt" -> found.addAll(argumentIs.apply(symbols.product(value, value)));
            case "abs" -> addBoth(argumentIs.apply(value), argumentIs.apply(value.scaled(-1)), found);
            default -> {
                // no inverse that is written in the symbols there are
            }
        }
    }

    private static void addBoth(
            List<List<Substitution>> ones, List<List<Substitution>> others, List<List<Substitution>> found) {
        for (List<Substitution> one : ones) {
            for (List<Substitution> other : others) {
                List<Substitution> cases = new ArrayList<>(one);
                cases.addAll(other);
                found.add(cases);
            }
        }
    }
}
