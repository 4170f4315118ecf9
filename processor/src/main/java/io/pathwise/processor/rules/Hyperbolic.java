package io.pathwise.processor.rules;

import static io.pathwise.processor.simplify.Algebra.multiply;
import static io.pathwise.processor.simplify.Algebra.number;
import static io.pathwise.processor.simplify.Algebra.subtract;

import java.util.List;

/** The rules of the hyperbolic functions. */
final class Hyperbolic {
    private Hyperbolic() {}

    static List<Entry> entries(MathLibrary math) {
        return List.of(
                Entry.dear(math.unary("sinh"), (x, sine) -> Partial.of(math.call("cosh", x))),
                Entry.dear(math.unary("cosh"), (x, cosine) -> Partial.of(math.call("sinh", x))),
                Entry.dear(
                        math.unary("tanh"),
                        (x, tangent) -> Partial.of(subtract(number(1), multiply(tangent, tangent)))));
    }
}
