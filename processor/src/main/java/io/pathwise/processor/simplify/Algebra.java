package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.BinaryOperator.AND;
import static io.pathwise.processor.program.BinaryOperator.DIVIDE;
import static io.pathwise.processor.program.BinaryOperator.EQUAL;
import static io.pathwise.processor.program.BinaryOperator.MULTIPLY;
import static io.pathwise.processor.program.BinaryOperator.NOT_EQUAL;
import static io.pathwise.processor.program.BinaryOperator.OR;
import static io.pathwise.processor.program.BinaryOperator.SUBTRACT;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Builds real-valued expressions in the form in which an expert writes them: {@code 0 + x} is {@code x}, {@code a * (1 /
 * b)} is {@code a / b}, numbers come first, products and sums lean to the left.
 *
 * <p>It regroups products, so it serves derivatives, which have no rounding of their own to preserve; values keep the
 * order of operations of the source.
 */
public final class Algebra {
    private static final double LARGEST_WHOLE_LITERAL = 1e6;

    private Algebra() {}

    /** A literal of type {@code double}. */
    public static Expression number(double value) {
        return new Literal(value, Primitive.DOUBLE, Position.NONE);
    }

    /** A literal of type {@code int}. */
    public static Expression integer(int value) {
        return new Literal(value, Primitive.INT, Position.NONE);
    }

    /** The value of a variable. */
    public static Expression local(Variable variable) {
        return new Local(variable, Position.NONE);
    }

    /** The value of a numeric literal, a sign in front included. */
    public static OptionalDouble literal(Expression expression) {
        if (expression instanceof Literal literal && literal.value() instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        if (expression instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            OptionalDouble operand = literal(unary.operand());
            return operand.isPresent() ? OptionalDouble.of(-operand.getAsDouble()) : operand;
        }
        return OptionalDouble.empty();
    }

    /** Whether the expression is the literal of this value. */
    public static boolean is(Expression expression, double value) {
        OptionalDouble literal = literal(expression);
        return literal.isPresent() && literal.getAsDouble() == value;
    }

    /** Whether the expression is the literal zero. */
    public static boolean isZero(Expression expression) {
        return is(expression, 0);
    }

    /** {@code -operand}. */
    public static Expression negate(Expression operand) {
        OptionalDouble literal = literal(operand);
        if (literal.isPresent()) {
            return number(literal.getAsDouble() == 0 ? 0 : -literal.getAsDouble());
        }
        if (operand instanceof Unary unary && isNegation(unary)) {
            return unary.operand();
        }
        if (operand instanceof Binary binary && binary.operator() == SUBTRACT && isReal(binary)) {
            return binary(SUBTRACT, binary.right(), binary.left());
        }
        if (operand instanceof Binary binary && isProduct(binary) && isNegative(binary.left())) {
            return multiplyOrDivide(binary.operator(), negate(binary.left()), binary.right());
        }
        if (operand instanceof Conditional choice && (isNegative(choice) || selects(choice))) {
            return conditional(choice.condition(), negate(choice.whenTrue()), negate(choice.whenFalse()));
        }
        return new Unary(UnaryOperator.NEGATE, operand, Primitive.DOUBLE, Position.NONE);
    }

    /** {@code left + right}. */
    public static Expression add(Expression left, Expression right) {
        return Sums.add(left, right);
    }

    /** {@code left - right}. */
    public static Expression subtract(Expression left, Expression right) {
        return Sums.subtract(left, right);
    }

    /** {@code left * right}; a factor that is literally zero makes the product zero. */
    public static Expression multiply(Expression left, Expression right) {
        return Products.multiply(left, right);
    }

    /** {@code left / right}; a numerator that is literally zero makes the quotient zero. */
    public static Expression divide(Expression left, Expression right) {
        return Products.divide(left, right);
    }

    /** {@code condition ? whenTrue : whenFalse}. */
    public static Expression conditional(Expression condition, Expression whenTrue, Expression whenFalse) {
        if (Expressions.same(whenTrue, whenFalse)) {
            return whenTrue;
        }
        if (isZero(whenTrue) && whenFalse instanceof Conditional inner && isZero(inner.whenTrue())) {
            Expression either = new Binary(OR, condition, inner.condition(), Primitive.BOOLEAN, Position.NONE);
            return conditional(either, whenTrue, inner.whenFalse());
        }
        if (isZero(whenFalse) && whenTrue instanceof Conditional inner && isZero(inner.whenTrue())) {
            Optional<Expression> nonzero = differs(inner.condition());
            if (nonzero.isPresent()) {
                Expression both = new Binary(AND, condition, nonzero.get(), Primitive.BOOLEAN, Position.NONE);
                return conditional(both, inner.whenFalse(), whenFalse);
            }
        }
        Expression yes = asWholeLiteral(whenTrue, whenFalse);
        Expression no = asWholeLiteral(whenFalse, whenTrue);
        return new Conditional(condition, yes, no, Primitive.DOUBLE, Position.NONE);
    }

    /** {@code a != b} for {@code a == b}. */
    private static Optional<Expression> differs(Expression condition) {
        return condition instanceof Binary equality && equality.operator() == EQUAL
                ? Optional.of(compare(NOT_EQUAL, equality.left(), equality.right()))
                : Optional.empty();
    }

    /** A comparison; {@code a - b > 0} is written {@code a > b}. */
    public static Expression compare(BinaryOperator operator, Expression left, Expression right) {
        if (isZero(right)
                && left instanceof Binary difference
                && difference.operator() == SUBTRACT
                && isReal(difference)) {
            return compare(operator, difference.left(), difference.right());
        }
        return new Binary(
                operator, asWholeLiteral(left, right), asWholeLiteral(right, left), Primitive.BOOLEAN, Position.NONE);
    }

    /** A call of a function from doubles to a double. */
    public static Expression call(String owner, String name, Expression... arguments) {
        List<io.pathwise.processor.program.Type> types = Collections.nCopies(arguments.length, Primitive.DOUBLE);
        return new Call(new Function(owner, name, types, Primitive.DOUBLE), List.of(arguments), Position.NONE);
    }

    /** The expression where a {@code double} is expected: a whole number is written without a fraction. */
    public static Expression asInitializer(Expression expression) {
        return isWholeLiteral(expression) ? wholeLiteral(expression) : expression;
    }

    /** The operation on real numbers as it stands. */
    static Expression binary(BinaryOperator operator, Expression left, Expression right) {
        Expression first = asWholeLiteral(left, right);
        Expression second = asWholeLiteral(right, left);
        if (first.type() != Primitive.DOUBLE && second.type() != Primitive.DOUBLE) {
            first = asReal(first);
        }
        return new Binary(operator, first, second, Primitive.DOUBLE, Position.NONE);
    }

    /** Whole numbers must not meet as such in a derivative: they would overflow or divide as integers. */
    private static Expression asReal(Expression whole) {
        OptionalDouble literal = literal(whole);
        return literal.isPresent() ? number(literal.getAsDouble()) : new Cast(whole, Primitive.DOUBLE, Position.NONE);
    }

    private static Expression multiplyOrDivide(BinaryOperator operator, Expression left, Expression right) {
        return operator == MULTIPLY ? multiply(left, right) : divide(left, right);
    }

    private static boolean isProduct(Binary binary) {
        return (binary.operator() == MULTIPLY || binary.operator() == DIVIDE) && isReal(binary);
    }

    /** Whole numbers are left alone: they overflow where real ones do not. */
    static boolean isNegation(Unary unary) {
        return unary.operator() == UnaryOperator.NEGATE && isReal(unary);
    }

    /** Whether the value is a {@code double}. */
    static boolean isReal(Expression expression) {
        return expression.type() == Primitive.DOUBLE;
    }

    /** Whether the expression is written with a minus sign in front. */
    public static boolean isNegative(Expression expression) {
        if (expression instanceof Unary unary && isNegation(unary)) {
            return true;
        }
        if (expression instanceof Binary binary && isProduct(binary)) {
            return isNegative(binary.left());
        }
        if (expression instanceof Conditional choice) {
            return isNegative(choice.whenTrue())
                    ? isZero(choice.whenFalse()) || isNegative(choice.whenFalse())
                    : isZero(choice.whenTrue()) && isNegative(choice.whenFalse());
        }
        OptionalDouble literal = literal(expression);
        return literal.isPresent() && literal.getAsDouble() < 0;
    }

    /** Whether one of the alternatives is a plain number, so that a factor is worth moving inside. */
    static boolean selects(Conditional conditional) {
        return literal(conditional.whenTrue()).isPresent()
                || literal(conditional.whenFalse()).isPresent();
    }

    private static Expression asWholeLiteral(Expression expression, Expression neighbour) {
        boolean widened =
                neighbour.type() == Primitive.DOUBLE && literal(neighbour).isEmpty();
        return widened && isWholeLiteral(expression) ? wholeLiteral(expression) : expression;
    }

    private static boolean isWholeLiteral(Expression expression) {
        return expression instanceof Literal literal
                && literal.value() instanceof Double value
                && value == Math.rint(value)
                && Math.abs(value) < LARGEST_WHOLE_LITERAL;
    }

    private static Expression wholeLiteral(Expression expression) {
        return integer((int) literal(expression).getAsDouble());
    }
}
