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
    private static final int SOLUTIONS = 32;

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
                || solutions.stream().anyMatch(cases -> cases.stream().allMatch(each -> isKnownAs(0, value, each)))
                || difference.terms().keySet().stream().anyMatch(leading -> isMultiple(value, leading));
    }

    /** The sign of a value close to the border, where the value is continuous and not zero there. */
    Sign signNear(Polynomial value) {
        for (List<Substitution> cases : solutions) {
            OptionalDouble constant = valueWith(cases.get(0), value);
            if (cases.size() == 1 && constant.isPresent() && constant.getAsDouble() != 0) {
                return Sign.of(constant.getAsDouble());
            }
        }
        return Sign.UNKNOWN;
    }

    private static boolean isKnownAs(double expected, Polynomial value, Substitution substitution) {
        OptionalDouble constant = valueWith(substitution, value);
        return constant.isPresent() && constant.getAsDouble() == expected;
    }

    private static OptionalDouble valueWith(Substitution substitution, Polynomial value) {
        try {
            return substitution.apply(value).value();
        } catch (Undefined e) {
            return OptionalDouble.empty();
        }
    }

    /** Divides by the difference as long as there is something to divide, and no divisor that may be zero. */
    private boolean isMultiple(Polynomial value, Monomial leading) {
        if (leading.powers().isEmpty() || value.hasDivisors() || difference.hasDivisors()) {
            return false;
        }
        Polynomial rest = value;
        double coefficient = difference.terms().get(leading);
        for (int i = 0; i < REDUCTIONS && !rest.isZero(); i++) {
            Map.Entry<Monomial, Double> divisible = rest.terms().entrySet().stream()
                    .filter(term -> term.getKey().isMultipleOf(leading))
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

    /** A product is zero where one of its factors is, so every factor brings cases of its own. */
    private List<List<Substitution>> solve(Polynomial equation, int depth) {
        if (depth == 0 || equation.value().isPresent()) {
            return List.of();
        }
        Monomial common = equation.commonFactors();
        Polynomial rest = equation.times(common.inverse(), 1);
        List<List<Substitution>> found = rest.terms().size() > 1 ? solveSum(rest, depth) : List.of();
        boolean isStarted = rest.terms().size() > 1;
        for (Symbol factor : common.powers().keySet()) {
            if (!factor.isNeverZero()) {
                List<List<Substitution>> zeros = solutionsOf(factor, Polynomial.ZERO, depth);
                found = isStarted ? combined(found, zeros) : zeros;
                isStarted = true;
            }
        }
        return found;
    }

    private List<List<Substitution>> solveSum(Polynomial equation, int depth) {
        List<List<Substitution>> found = new ArrayList<>();
        for (Symbol unknown : equation.factors()) {
            addSolutionsFor(unknown, equation, depth, found);
        }
        return found;
    }

    /** Solves c x + r = 0 for x. */
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
            found.addAll(solutionsOf(unknown, symbols.quotient(rest.scaled(-1), factor), depth));
        }
    }

    /** The symbol has this value; if it is a function with an inverse, so has what is inside. */
    private List<List<Substitution>> solutionsOf(Symbol symbol, Polynomial value, int depth) {
        List<List<Substitution>> found = new ArrayList<>();
        found.add(List.of(new Substitution(symbols, symbol, value)));
        addSolutionsInside(symbol, value, depth - 1, found);
        return found;
    }

    private void addSolutionsInside(Symbol function, Polynomial value, int depth, List<List<Substitution>> found) {
        Function<Polynomial, List<List<Substitution>>> argumentIs =
                argument -> solve(function.operand(0).minus(argument), depth);
        switch (function.operation()) {
            case "exp" -> found.addAll(argumentIs.apply(symbols.apply("log", List.of(value))));
            case "log" -> found.addAll(argumentIs.apply(symbols.apply("exp", List.of(value))));
            case "sqrt" -> found.addAll(argumentIs.apply(symbols.product(value, value)));
            case "abs" -> found.addAll(combined(argumentIs.apply(value), argumentIs.apply(value.scaled(-1))));
            default -> {
                // no inverse that is written in the symbols there are
            }
        }
    }

    /** All pairs of ways, each with the cases of both; no more than are worth trying. */
    private static List<List<Substitution>> combined(List<List<Substitution>> ones, List<List<Substitution>> others) {
        List<List<Substitution>> found = new ArrayList<>();
        for (List<Substitution> one : ones) {
            for (List<Substitution> other : others) {
                List<Substitution> cases = new ArrayList<>(one);
                cases.addAll(other);
                found.add(cases);
            }
        }
        return found.subList(0, Math.min(found.size(), SOLUTIONS));
    }
}
