package io.pathwise.processor.simplify;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes the derivative that a product passes on as its last factor: {@code a / b * xBar} for {@code a * xBar / b}. The
 * processor then forms the partial derivative while it still waits for the adjoint, and no division is left to do once
 * that is there.
 */
final class DerivativeLast {
    private final Predicate<Expression> isDerivative;
    private final List<Expression> factors = new ArrayList<>();
    private final List<Expression> divisors = new ArrayList<>();

    private DerivativeLast(Predicate<Expression> isDerivative) {
        this.isDerivative = isDerivative;
    }

    /** The product in that order, if it has exactly one factor that is a derivative, and divisors that are not. */
    static Expression in(Expression product, Predicate<Expression> isDerivative) {
        if (product instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return Algebra.negate(in(unary.operand(), isDerivative));
        } else if (product instanceof Conditional choice) {
            return Algebra.conditional(
                    choice.condition(), in(choice.whenTrue(), isDerivative), in(choice.whenFalse(), isDerivative));
        }
        return new DerivativeLast(isDerivative).reordered(product);
    }

    private Expression reordered(Expression product) {
        collect(product);
        List<Expression> derivatives = factors.stream().filter(isDerivative).toList();
        boolean divides = divisors.stream().noneMatch(isDerivative) && !divisors.isEmpty();
        if (derivatives.size() != 1 || factors.size() == 1 || !divides) {
            return product;
        }
        Expression partial = Algebra.number(1);
        for (Expression factor : factors) {
            partial = isDerivative.test(factor) ? partial : Algebra.multiply(partial, factor);
        }
        for (Expression divisor : divisors) {
            partial = Algebra.divide(partial, divisor);
        }
        return new Binary(BinaryOperator.MULTIPLY, partial, derivatives.get(0), Primitive.DOUBLE, Position.NONE);
    }

    private void collect(Expression expression) {
        boolean isProduct = expression instanceof Binary binary
                && binary.type() == Primitive.DOUBLE
                && (binary.operator() == BinaryOperator.MULTIPLY || binary.operator() == BinaryOperator.DIVIDE);
        if (!isProduct) {
            factors.add(expression);
            return;
        }
        Binary binary = (Binary) expression;
        collect(binary.left());
        (binary.operator() == BinaryOperator.DIVIDE ? divisors : factors).add(binary.right());
    }
}
