package io.pathwise.processor.rules;

import static io.pathwise.processor.simplify.Algebra.number;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.FunctionRule.Cost;
import io.pathwise.processor.rules.FunctionRule.Smoothness;
import java.util.List;

/** The rules of the functions that do arithmetic or step to a neighbouring number. */
final class Arithmetic {
    private static final Partial ZERO = Partial.of(number(0));
    private static final Partial ONE = Partial.of(number(1));

    private Arithmetic() {}

    static List<Entry> entries(MathLibrary math) {
        return List.of(
                Entry.of(
                        math.ternary("fma"),
                        Smoothness.SMOOTH,
                        Cost.CHEAP,
                        (arguments, result) ->
                                List.of(Partial.of(arguments.get(1)), Partial.of(arguments.get(0)), ONE)),
                scalb(math),
                Entry.cheap(math.unary("nextUp"), (x, next) -> ONE),
                Entry.cheap(math.unary("nextDown"), (x, next) -> ONE),
                nextAfter(math.binary("nextAfter")),
                nextAfter(math.function("nextAfter", Primitive.FLOAT, Primitive.FLOAT, Primitive.DOUBLE)));
    }

    private static Entry scalb(MathLibrary math) {
        Function scalb = math.function("scalb", Primitive.DOUBLE, Primitive.DOUBLE, Primitive.INT);
        return Entry.of(scalb, Smoothness.SMOOTH, Cost.CHEAP, Entry.pair((x, exponent, scaled) -> {
            Expression powerOfTwo = math.call(scalb, number(1), exponent);
            return List.of(Partial.of(powerOfTwo), ZERO);
        }));
    }

    private static Entry nextAfter(Function function) {
        return Entry.of(function, Smoothness.SMOOTH, Cost.CHEAP, (arguments, result) -> List.of(ONE, ZERO));
    }
}
