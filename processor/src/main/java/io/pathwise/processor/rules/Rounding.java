package io.pathwise.processor.rules;

import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.FunctionRule.Cost;
import io.pathwise.processor.rules.FunctionRule.Smoothness;
import java.util.List;

/** The rules of the functions that round, of what they leave, and of the sign. */
final class Rounding {
    private Rounding() {}

    static List<Entry> entries(MathLibrary math) {
        return List.of(
                Entry.step(math.unary("ceil")),
                Entry.step(math.unary("floor")),
                Entry.step(math.unary("rint")),
                Entry.step(math.function("round", Primitive.LONG, Primitive.DOUBLE)),
                Entry.step(math.unary("signum")),
                Entry.step(math.unary("ulp")),
                Entry.step(math.function("getExponent", Primitive.INT, Primitive.DOUBLE)),
                Entry.of(math.binary("IEEEremainder"), Smoothness.JUMP, Cost.DEAR, Entry.pair(Rules::remainder)));
    }
}
