package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.BinaryOperator.ADD;
import static io.pathwise.processor.program.BinaryOperator.DIVIDE;
import static io.pathwise.processor.program.BinaryOperator.MULTIPLY;
import static io.pathwise.processor.program.BinaryOperator.SUBTRACT;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type.Primitive;
import java.util.List;
import java.util.OptionalInt;

/** Index arithmetic: builds {@code int} expressions without needless zeros and ones. */
public final class WholeNumbers {
    /** The literal 0. */
    public static final Expression ZERO = literal(0);

    private WholeNumbers() {}

    /** A literal. */
    public static Expression literal(int value) {
        return Algebra.integer(value);
    }

    /** The value of a literal. */
    public static OptionalInt value(Expression expression) {
        return expression instanceof Literal literal && literal.value() instanceof Integer value
                ? OptionalInt.of(value)
                : OptionalInt.empty();
    }

    /** {@code left + right}. */
    public static Expression add(Expression left, Expression right) {
        OptionalInt a = value(left);
        OptionalInt b = value(right);
        if (a.isPresent() && b.isPresent()) {
            return literal(a.getAsInt() + b.getAsInt());
        } else if (a.isPresent() && a.getAsInt() == 0) {
            return right;
        } else if (b.isPresent() && b.getAsInt() == 0) {
            return left;
        } else if (a.isPresent()) {
            return add(right, left);
        } else if (b.isPresent() && b.getAsInt() < 0) {
            return subtract(left, literal(-b.getAsInt()));
        } else if (b.isPresent()
                && left instanceof Binary sum
                && value(sum.right()).isPresent()) {
            int constant = value(sum.right()).getAsInt();
            if (sum.operator() == ADD) {
                return add(sum.left(), literal(constant + b.getAsInt()));
            } else if (sum.operator() == SUBTRACT) {
                return add(sum.left(), literal(b.getAsInt() - constant));
            }
        } else if (right instanceof Binary sum && sum.operator() == ADD) {
            return add(add(left, sum.left()), sum.right());
        } else if (right instanceof Binary difference && difference.operator() == SUBTRACT) {
            return subtract(add(left, difference.left()), difference.right());
        }
        return binary(ADD, left, right);
    }

    /** {@code left - right}. */
    public static Expression subtract(Expression left, Expression right) {
        OptionalInt a = value(left);
        OptionalInt b = value(right);
        if (a.isPresent() && b.isPresent()) {
            return literal(a.getAsInt() - b.getAsInt());
        } else if (b.isPresent() && b.getAsInt() <= 0) {
            return add(left, literal(-b.getAsInt()));
        } else if (Expressions.same(left, right)) {
            return ZERO;
        } else if (b.isPresent()
                && left instanceof Binary sum
                && value(sum.right()).isPresent()
                && sum.operator() == ADD) {
            return add(sum.left(), literal(value(sum.right()).getAsInt() - b.getAsInt()));
        } else if (right instanceof Binary sum && sum.operator() == ADD) {
            return subtract(subtract(left, sum.left()), sum.right());
        }
        return binary(SUBTRACT, left, right);
    }

    /** {@code left * right}. */
    public static Expression multiply(Expression left, Expression right) {
        OptionalInt a = value(left);
        OptionalInt b = value(right);
        if (a.isPresent() && b.isPresent()) {
            return literal(a.getAsInt() * b.getAsInt());
        } else if (b.isPresent()) {
            return multiply(right, left);
        } else if (a.isPresent() && a.getAsInt() == 0) {
            return ZERO;
        } else if (a.isPresent() && a.getAsInt() == 1) {
            return right;
        }
        return binary(MULTIPLY, left, right);
    }

    /** {@code dividend / divisor}, rounded towards zero. */
    public static Expression divide(Expression dividend, int divisor) {
        if (divisor == 1) {
            return dividend;
        }
        OptionalInt value = value(dividend);
        return value.isPresent() ? literal(value.getAsInt() / divisor) : binary(DIVIDE, dividend, literal(divisor));
    }

    /** {@code max(number, 0)}; lengths of arrays and literals that are not negative stay as they are. */
    public static Expression atLeastZero(Expression number) {
        OptionalInt value = value(number);
        if (value.isPresent()) {
            return literal(Math.max(value.getAsInt(), 0));
        } else if (number instanceof Length) {
            return number;
        }
        Function max = new Function("java.lang.Math", "max", List.of(Primitive.INT, Primitive.INT), Primitive.INT);
        return new Call(max, List.of(number, ZERO), Position.NONE);
    }

    private static Expression binary(BinaryOperator operator, Expression left, Expression right) {
        return new Binary(operator, left, right, Primitive.INT, Position.NONE);
    }
}
