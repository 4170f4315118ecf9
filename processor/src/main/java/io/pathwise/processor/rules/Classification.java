package io.pathwise.processor.rules;

import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.FunctionRule.Cost;
import io.pathwise.processor.rules.FunctionRule.Smoothness;
import io.pathwise.processor.simplify.Algebra;
import java.util.Collections;
import java.util.List;

/** The rules of the functions of {@code Double} that tell what kind of number one is, or which of two is larger. */
final class Classification {
    private static final String OWNER = "java.lang.Double";

    private Classification() {}

    static List<Entry> entries() {
        return List.of(
                guard("isNaN"),
                guard("isFinite"),
                guard("isInfinite"),
                Entry.step(function(Primitive.INT, "compare", 2)));
    }

    /** Of all finite numbers it says the same, so that no path of finite numbers passes a jump of it. */
    private static Entry guard(String name) {
        List<Partial> zero = List.of(Partial.of(Algebra.number(0)));
        return Entry.of(
                function(Primitive.BOOLEAN, name, 1), Smoothness.SMOOTH, Cost.CHEAP, (arguments, result) -> zero);
    }

    private static Function function(Type result, String name, int arity) {
        return new Function(OWNER, name, Collections.nCopies(arity, Primitive.DOUBLE), result);
    }
}
