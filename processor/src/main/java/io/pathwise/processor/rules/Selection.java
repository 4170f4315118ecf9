package io.pathwise.processor.rules;

import static io.pathwise.processor.simplify.Algebra.compare;
import static io.pathwise.processor.simplify.Algebra.conditional;
import static io.pathwise.processor.simplify.Algebra.literal;
import static io.pathwise.processor.simplify.Algebra.multiply;
import static io.pathwise.processor.simplify.Algebra.number;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.FunctionRule.Cost;
import io.pathwise.processor.rules.FunctionRule.Smoothness;
import java.util.List;

/**
 * The rules of the functions that select one of their arguments or its sign.
 *
 * <p>At a tie the derivative goes to the one argument that is a constant, so that {@code max(v, 0)} has derivative 0 at
 * 0 on whichever side the zero stands; otherwise it goes to the first argument. The partial derivatives always add up
 * to 1.
 */
final class Selection {
    private Selection() {}

    static List<Entry> entries(MathLibrary math) {
        return List.of(
                kink(
                        math,
                        "max",
                        (a, b, larger) -> selected(a, b, BinaryOperator.GREATER, BinaryOperator.GREATER_OR_EQUAL)),
                kink(math, "min", (a, b, smaller) -> selected(a, b, BinaryOperator.LESS, BinaryOperator.LESS_OR_EQUAL)),
                Entry.of(
                        math.ternary("clamp"),
                        Smoothness.KINK,
                        Cost.CHEAP,
                        (arguments, result) -> clamped(arguments.get(0), arguments.get(1), arguments.get(2))),
                Entry.of(
                        math.unary("abs"),
                        Smoothness.KINK,
                        Cost.CHEAP,
                        (arguments, result) -> List.of(Partial.of(math.call("signum", arguments.get(0))))),
                Entry.of(
                        math.binary("copySign"),
                        Smoothness.JUMP,
                        Cost.CHEAP,
                        Entry.pair((magnitude, sign, result) ->
                                List.of(copied(magnitude, sign, result, math), Partial.of(number(0))))));
    }

    /** A number with its own sign is the number itself, at zero too. */
    private static Partial copied(Expression magnitude, Expression sign, Expression result, MathLibrary math) {
        return Expressions.same(magnitude, sign)
                ? Partial.of(number(1))
                : Partial.of(multiply(math.call("signum", magnitude), math.call("signum", result)));
    }

    private static Entry kink(MathLibrary math, String name, Entry.Gradient gradient) {
        return Entry.of(math.binary(name), Smoothness.KINK, Cost.CHEAP, Entry.pair(gradient));
    }

    private static List<Partial> selected(Expression a, Expression b, BinaryOperator strictly, BinaryOperator orTied) {
        if (isConstant(a) && !isConstant(b)) {
            Expression takesSecond = compare(strictly, b, a);
            return List.of(indicator(takesSecond, 0, 1), indicator(takesSecond, 1, 0));
        }
        Expression takesFirst = compare(isConstant(b) && !isConstant(a) ? strictly : orTied, a, b);
        return List.of(indicator(takesFirst, 1, 0), indicator(takesFirst, 0, 1));
    }

    private static List<Partial> clamped(Expression value, Expression lower, Expression upper) {
        BinaryOperator aboveLower = isConstant(lower) ? BinaryOperator.LESS : BinaryOperator.LESS_OR_EQUAL;
        BinaryOperator belowUpper = isConstant(upper) ? BinaryOperator.LESS : BinaryOperator.LESS_OR_EQUAL;
        Expression isAbove = compare(aboveLower, lower, value);
        Expression isBelow = compare(belowUpper, value, upper);
        Expression isInside = new Binary(BinaryOperator.AND, isAbove, isBelow, Primitive.BOOLEAN, Position.NONE);
        return List.of(indicator(isInside, 1, 0), indicator(isAbove, 0, 1), indicator(isBelow, 0, 1));
    }

    private static Partial indicator(Expression condition, double whenTrue, double whenFalse) {
        return Partial.of(conditional(condition, number(whenTrue), number(whenFalse)));
    }

    private static boolean isConstant(Expression expression) {
        return expression instanceof Constant || literal(expression).isPresent();
    }
}
