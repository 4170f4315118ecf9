package io.pathwise.processor.rules;

import static io.pathwise.processor.simplify.Algebra.add;
import static io.pathwise.processor.simplify.Algebra.divide;
import static io.pathwise.processor.simplify.Algebra.multiply;
import static io.pathwise.processor.simplify.Algebra.negate;
import static io.pathwise.processor.simplify.Algebra.number;
import static io.pathwise.processor.simplify.Algebra.subtract;

import io.pathwise.processor.program.Expression;
import java.util.List;

/** The rules of the circular functions, their inverses and the measures of angles. */
final class Trigonometric {
    private Trigonometric() {}

    static List<Entry> entries(MathLibrary math) {
        return List.of(
                Entry.dear(math.unary("sin"), (x, sine) -> Partial.of(math.call("cos", x))),
                Entry.dear(math.unary("cos"), (x, cosine) -> Partial.of(negate(math.call("sin", x)))),
                Entry.dear(math.unary("tan"), (x, tangent) -> Partial.of(add(number(1), multiply(tangent, tangent)))),
                Entry.dear(
                        math.unary("asin"), (x, angle) -> Partial.singular(divide(number(1), perpendicular(math, x)))),
                Entry.dear(
                        math.unary("acos"), (x, angle) -> Partial.singular(divide(number(-1), perpendicular(math, x)))),
                Entry.dear(
                        math.unary("atan"),
                        (x, angle) -> Partial.of(divide(number(1), add(number(1), multiply(x, x))))),
                Entry.dear(math.binary("atan2"), (y, x, angle) -> ofPolarAngle(y, x)),
                Entry.cheap(math.unary("toRadians"), (x, radians) -> Partial.of(divide(math.pi(), number(180)))),
                Entry.cheap(math.unary("toDegrees"), (x, degrees) -> Partial.of(divide(number(180), math.pi()))));
    }

    /** The root of 1 − x², written as a product, which keeps its digits where x is close to 1. */
    private static Expression perpendicular(MathLibrary math, Expression x) {
        return math.call("sqrt", multiply(subtract(number(1), x), add(number(1), x)));
    }

    private static List<Partial> ofPolarAngle(Expression y, Expression x) {
        Expression squaredRadius = add(multiply(x, x), multiply(y, y));
        return List.of(
                Partial.unlessZero(squaredRadius, divide(x, squaredRadius)),
                Partial.unlessZero(squaredRadius, negate(divide(y, squaredRadius))));
    }
}
