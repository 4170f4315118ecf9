package io.pathwise.processor.rules;

import static io.pathwise.processor.simplify.Algebra.compare;
import static io.pathwise.processor.simplify.Algebra.conditional;
import static io.pathwise.processor.simplify.Algebra.divide;
import static io.pathwise.processor.simplify.Algebra.literal;
import static io.pathwise.processor.simplify.Algebra.multiply;
import static io.pathwise.processor.simplify.Algebra.number;
import static io.pathwise.processor.simplify.Algebra.subtract;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import java.util.List;
import java.util.OptionalDouble;

/** The rules of {@code sqrt}, {@code cbrt}, {@code pow} and {@code hypot}. */
final class PowersAndRoots {
    private PowersAndRoots() {}

    static List<Entry> entries(MathLibrary math) {
        return List.of(
                Entry.dear(
                        math.unary("sqrt"),
                        (x, root) -> Partial.ifPositive(root, divide(number(1), multiply(number(2), root)))),
                Entry.dear(
                        math.unary("cbrt"),
                        (x, root) ->
                                Partial.unlessZero(root, divide(number(1), multiply(number(3), multiply(root, root))))),
                Entry.dear(
                        math.binary("pow"),
                        (base, exponent, power) ->
                                List.of(inBase(math, base, exponent), inExponent(math, base, power))),
                Entry.dear(
                        math.binary("hypot"), (x, y, length) -> List.of(direction(x, length), direction(y, length))));
    }

    /** At the origin the length has a kink, where its derivative is 0 as that of the absolute value is. */
    private static Partial direction(Expression coordinate, Expression length) {
        Expression atOrigin = compare(BinaryOperator.EQUAL, length, number(0));
        return Partial.of(conditional(atOrigin, number(0), divide(coordinate, length)));
    }

    private static Partial inBase(MathLibrary math, Expression base, Expression exponent) {
        OptionalDouble literal = literal(exponent);
        if (literal.isPresent()) {
            return inBase(math, base, literal.getAsDouble());
        }
        Expression derivative = multiply(exponent, math.call("pow", base, subtract(exponent, number(1))));
        // at exponent 0 the power is 1 for every base, but at base 0 the formula would be 0 times infinity
        Expression isConstant = compare(BinaryOperator.EQUAL, exponent, number(0));
        return Partial.unlessZero(base, conditional(isConstant, number(0), derivative));
    }

    private static Partial inBase(MathLibrary math, Expression base, double exponent) {
        Expression derivative = multiply(number(exponent), powerOf(math, base, exponent - 1));
        return exponent >= 1 || exponent == 0 ? Partial.of(derivative) : Partial.unlessZero(base, derivative);
    }

    private static Expression powerOf(MathLibrary math, Expression base, double exponent) {
        if (exponent == 0) {
            return number(1);
        } else if (exponent == 1) {
            return base;
        } else if (exponent == 2) {
            return multiply(base, base);
        }
        return math.call("pow", base, number(exponent));
    }

    private static Partial inExponent(MathLibrary math, Expression base, Expression power) {
        Expression derivative = multiply(power, math.call("log", base));
        OptionalDouble literal = literal(base);
        if (literal.isPresent() && literal.getAsDouble() > 0) {
            return Partial.of(derivative);
        }
        // a power of 0 stays 0, but the formula would be 0 times the infinite logarithm of 0
        Expression vanishes = compare(BinaryOperator.EQUAL, power, number(0));
        return Partial.ifPositive(base, conditional(vanishes, number(0), derivative));
    }
}
