package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.BinaryOperator.DIVIDE;
import static io.pathwise.processor.program.BinaryOperator.MULTIPLY;
import static io.pathwise.processor.simplify.Algebra.binary;
import static io.pathwise.processor.simplify.Algebra.conditional;
import static io.pathwise.processor.simplify.Algebra.is;
import static io.pathwise.processor.simplify.Algebra.isNegation;
import static io.pathwise.processor.simplify.Algebra.isReal;
import static io.pathwise.processor.simplify.Algebra.isZero;
import static io.pathwise.processor.simplify.Algebra.literal;
import static io.pathwise.processor.simplify.Algebra.negate;
import static io.pathwise.processor.simplify.Algebra.number;
import static io.pathwise.processor.simplify.Algebra.selects;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Builds products and quotients of real numbers: signs and numbers come first, and there is one division at the end. */
final class Products {
    private Products() {}

    /** {@code left * right}; a factor that is literally zero makes the product zero. */
    static Expression multiply(Expression left, Expression right) {
        if (isZero(left) || isZero(right)) {
            return number(0);
        } else if (is(left, 1)) {
            return right;
        } else if (is(right, 1)) {
            return left;
        } else if (is(left, -1)) {
            return negate(right);
        } else if (is(right, -1)) {
            return negate(left);
        }
        OptionalDouble a = literal(left);
        OptionalDouble b = literal(right);
        if (a.isPresent() && b.isPresent()) {
            return number(a.getAsDouble() * b.getAsDouble());
        }
        if (left instanceof Unary unary && isNegation(unary)) {
            return negate(multiply(unary.operand(), right));
        }
        if (right instanceof Unary unary && isNegation(unary)) {
            return negate(multiply(left, unary.operand()));
        }
        if (right instanceof Conditional conditional && selects(conditional)) {
            return conditional(
                    conditional.condition(),
                    multiply(left, conditional.whenTrue()),
                    multiply(left, conditional.whenFalse()));
        }
        if (left instanceof Conditional conditional && selects(conditional)) {
            return conditional(
                    conditional.condition(),
                    multiply(conditional.whenTrue(), right),
                    multiply(conditional.whenFalse(), right));
        }
        return multiplyFactors(left, right);
    }

    /** {@code left / right}; a numerator that is literally zero makes the quotient zero. */
    static Expression divide(Expression left, Expression right) {
        if (isZero(left)) {
            return number(0);
        } else if (is(right, 1)) {
            return left;
        } else if (is(right, -1)) {
            return negate(left);
        }
        if (left instanceof Unary unary && isNegation(unary)) {
            return negate(divide(unary.operand(), right));
        }
        if (right instanceof Binary product && product.operator() == MULTIPLY && isReal(product)) {
            Optional<Expression> cancelled = cancelled(left, product);
            if (cancelled.isPresent()) {
                return cancelled.get();
            }
        }
        if (left instanceof Conditional conditional && selects(conditional)) {
            return conditional(
                    conditional.condition(),
                    divide(conditional.whenTrue(), right),
                    divide(conditional.whenFalse(), right));
        }
        return binary(DIVIDE, left, right);
    }

    private static Expression multiplyFactors(Expression left, Expression right) {
        if (literal(right).isPresent()) {
            return multiply(right, left);
        }
        if (left instanceof Binary quotient && quotient.operator() == DIVIDE && isReal(quotient)) {
            return divide(multiply(quotient.left(), right), quotient.right());
        }
        if (right instanceof Binary quotient && quotient.operator() == DIVIDE && isReal(quotient)) {
            return divide(multiply(left, quotient.left()), quotient.right());
        }
        if (right instanceof Binary product && product.operator() == MULTIPLY && isReal(product)) {
            return multiply(multiply(left, product.left()), product.right());
        }
        OptionalDouble a = literal(left);
        if (a.isPresent() && right instanceof Binary product && product.operator() == MULTIPLY && isReal(product)) {
            OptionalDouble b = literal(product.left());
            if (b.isPresent()) {
                return multiply(number(a.getAsDouble() * b.getAsDouble()), product.right());
            }
        }
        return binary(MULTIPLY, left, right);
    }

    /** The quotient without what numerator and denominator share: a number that divides without rest, or a variable. */
    private static Optional<Expression> cancelled(Expression numerator, Binary denominator) {
        OptionalDouble a = leadingNumber(numerator);
        OptionalDouble b = literal(denominator.left());
        if (a.isPresent() && b.isPresent() && isWhole(a.getAsDouble() / b.getAsDouble())) {
            Expression whole = number(a.getAsDouble() / b.getAsDouble());
            return Optional.of(divide(multiply(whole, withoutLeadingNumber(numerator)), denominator.right()));
        }
        for (Expression factor : List.of(denominator.left(), denominator.right())) {
            Optional<Expression> rest = factor instanceof Local ? without(factor, numerator) : Optional.empty();
            if (rest.isPresent()) {
                Expression other = factor == denominator.left() ? denominator.right() : denominator.left();
                return Optional.of(divide(rest.get(), other));
            }
        }
        return Optional.empty();
    }

    /** A product without one of its factors, if it has it. */
    private static Optional<Expression> without(Expression factor, Expression product) {
        if (!(product instanceof Binary binary && binary.operator() == MULTIPLY && isReal(binary))) {
            return Expressions.same(product, factor) ? Optional.of(number(1)) : Optional.empty();
        }
        Optional<Expression> left = without(factor, binary.left());
        return left.isPresent()
                ? left.map(rest -> multiply(rest, binary.right()))
                : without(factor, binary.right()).map(rest -> multiply(binary.left(), rest));
    }

    /** The number with which a product begins. */
    private static OptionalDouble leadingNumber(Expression expression) {
        return expression instanceof Binary product && product.operator() == MULTIPLY && isReal(product)
                ? leadingNumber(product.left())
                : literal(expression);
    }

    private static Expression withoutLeadingNumber(Expression expression) {
        if (expression instanceof Binary product && product.operator() == MULTIPLY && isReal(product)) {
            return multiply(withoutLeadingNumber(product.left()), product.right());
        }
        return number(1);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }
}
