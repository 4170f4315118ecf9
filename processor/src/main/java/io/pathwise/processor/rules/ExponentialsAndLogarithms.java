package io.pathwise.processor.rules;

import static io.pathwise.processor.simplify.Algebra.add;
import static io.pathwise.processor.simplify.Algebra.divide;
import static io.pathwise.processor.simplify.Algebra.number;

import io.pathwise.processor.program.Expression;
import java.util.List;

/** The rules of {@code exp}, {@code expm1}, {@code log}, {@code log1p} and {@code log10}. */
final class ExponentialsAndLogarithms {
    private static final double LOG10_OF_E = 0.4342944819032518;

    private ExponentialsAndLogarithms() {}

    static List<Entry> entries(MathLibrary math) {
        return List.of(
                Entry.dear(math.unary("exp"), (x, exponential) -> Partial.of(exponential)),
                Entry.dear(math.unary("expm1"), (x, result) -> Partial.of(add(result, number(1)))),
                Entry.dear(math.unary("log"), (x, logarithm) -> Partial.unlessZero(x, divide(number(1), x))),
                Entry.dear(math.unary("log1p"), (x, logarithm) -> reciprocal(add(number(1), x))),
                Entry.dear(
                        math.unary("log10"), (x, logarithm) -> Partial.unlessZero(x, divide(number(LOG10_OF_E), x))));
    }

    private static Partial reciprocal(Expression divisor) {
        return Partial.unlessZero(divisor, divide(number(1), divisor));
    }
}
