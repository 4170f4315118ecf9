package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A sum of products of expressions, with like terms collected: the partial derivatives of sums of products, in the form
 * in which an expert writes them ({@code 2 * z}, not {@code z + z}). Factors that are not sums of products themselves,
 * and sums inside products, stay as they are.
 */
final class Polynomial {
    static final Polynomial ZERO = new Polynomial(List.of());
    static final Polynomial ONE = new Polynomial(List.of(new Term(1, List.of(), List.of())));

    private final List<Term> terms;

    private Polynomial(List<Term> terms) {
        this.terms = terms;
    }

    /** {@code coefficient * factors / divisors}. */
    private record Term(double coefficient, List<Expression> factors, List<Expression> divisors) {
        /** Terms with equal keys differ in their coefficient only. */
        List<String> key() {
            List<String> key = new ArrayList<>(sorted(factors));
            key.add("/");
            key.addAll(sorted(divisors));
            return key;
        }

        private static List<String> sorted(List<Expression> expressions) {
            return expressions.stream()
                    .map(each -> Expressions.withoutPositions(each).toString())
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }

        Term times(Term other) {
            return new Term(
                    coefficient * other.coefficient, concat(factors, other.factors), concat(divisors, other.divisors));
        }

        Polynomial over(double newCoefficient, Expression divisor) {
            return new Polynomial(List.of(new Term(newCoefficient, factors, concat(divisors, List.of(divisor)))));
        }

        Expression toExpression() {
            Expression product = Algebra.number(coefficient);
            for (Expression factor : factors) {
                product = Algebra.multiply(product, factor);
            }
            for (Expression divisor : divisors) {
                product = Algebra.divide(product, divisor);
            }
            return product;
        }

        private static List<Expression> concat(List<Expression> first, List<Expression> second) {
            List<Expression> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }
    }

    /** The expression as a polynomial of what is not a sum or product in it. */
    static Polynomial of(Expression expression) {
        OptionalDouble literal = Algebra.literal(expression);
        if (literal.isPresent()) {
            return literal.getAsDouble() == 0
                    ? ZERO
                    : new Polynomial(List.of(new Term(literal.getAsDouble(), List.of(), List.of())));
        }
        if (expression.type() == Primitive.DOUBLE && expression instanceof Unary unary) {
            return unary.operator() == UnaryOperator.NEGATE
                    ? of(unary.operand()).negate()
                    : of(unary.operand());
        }
        if (expression.type() == Primitive.DOUBLE && expression instanceof Binary binary) {
            return ofBinary(binary);
        }
        return atom(expression);
    }

    private static Polynomial ofBinary(Binary binary) {
        if (binary.operator() == BinaryOperator.ADD) {
            return of(binary.left()).plus(of(binary.right()));
        } else if (binary.operator() == BinaryOperator.SUBTRACT) {
            return of(binary.left()).plus(of(binary.right()).negate());
        } else if (binary.operator() == BinaryOperator.MULTIPLY) {
            return of(binary.left()).times(of(binary.right()));
        } else if (binary.operator() == BinaryOperator.DIVIDE) {
            return of(binary.left()).dividedBy(binary.right());
        }
        return atom(binary);
    }

    /** An expression whose structure is of no interest. */
    static Polynomial atom(Expression expression) {
        return new Polynomial(List.of(new Term(1, List.of(expression), List.of())));
    }

    Polynomial plus(Polynomial other) {
        Map<List<String>, Term> collected = new LinkedHashMap<>();
        List<Term> all = new ArrayList<>(terms);
        all.addAll(other.terms);
        for (Term term : all) {
            collected.merge(term.key(), term, (a, b) -> new Term(a.coefficient + b.coefficient, a.factors, a.divisors));
        }
        return new Polynomial(collected.values().stream()
                .filter(term -> term.coefficient != 0)
                .toList());
    }

    Polynomial negate() {
        return scaled(-1);
    }

    private Polynomial scaled(double factor) {
        return new Polynomial(terms.stream()
                .map(term -> new Term(factor * term.coefficient, term.factors, term.divisors))
                .toList());
    }

    private boolean isConstant() {
        return terms.size() == 1
                && terms.get(0).factors.isEmpty()
                && terms.get(0).divisors.isEmpty();
    }

    /** The product; a sum of several terms becomes one factor. */
    Polynomial times(Polynomial other) {
        if (terms.isEmpty() || other.terms.isEmpty()) {
            return ZERO;
        } else if (other.isConstant()) {
            return scaled(other.terms.get(0).coefficient);
        } else if (isConstant()) {
            return other.scaled(terms.get(0).coefficient);
        }
        return new Polynomial(List.of(single().times(other.single())));
    }

    Polynomial dividedBy(Expression divisor) {
        if (terms.isEmpty()) {
            return ZERO;
        }
        Term single = single();
        if (divisor instanceof Binary product
                && product.operator() == BinaryOperator.MULTIPLY
                && product.type() == Primitive.DOUBLE
                && Algebra.literal(product.left()).isPresent()) {
            double ratio = single.coefficient / Algebra.literal(product.left()).getAsDouble();
            if (ratio == Math.rint(ratio)) {
                return single.over(ratio, product.right());
            }
        }
        return single.over(single.coefficient, divisor);
    }

    private Term single() {
        return terms.size() == 1 ? terms.get(0) : new Term(1, List.of(toExpression()), List.of());
    }

    /** What decides whether the polynomial is zero; absent where it is a number. */
    Optional<Expression> variablePart() {
        if (terms.size() == 1) {
            Term term = terms.get(0);
            return term.factors.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Term(1, term.factors, List.of()).toExpression());
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(toExpression());
    }

    /** Whether the polynomial chooses between numbers, as the derivative of a maximum does. */
    boolean isSelection() {
        return terms.size() == 1
                && terms.get(0).factors.stream().anyMatch(factor -> factor instanceof Expression.Conditional);
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    /** The polynomial without its constant term 1, if it has one. */
    Optional<Polynomial> withoutOne() {
        List<Term> rest = terms.stream()
                .filter(term -> !(term.coefficient == 1 && term.factors.isEmpty() && term.divisors.isEmpty()))
                .toList();
        return rest.size() == terms.size() ? Optional.empty() : Optional.of(new Polynomial(rest));
    }

    /** The sum as an expression. */
    Expression toExpression() {
        Expression sum = Algebra.number(0);
        for (Term term : terms) {
            sum = Algebra.add(sum, term.toExpression());
        }
        return sum;
    }
}
