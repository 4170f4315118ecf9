package io.pathwise.processor.check.continuity;

import io.pathwise.processor.analyze.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The sign of a value that holds on a path. */
record Fact(Polynomial value, Sign sign) {
    /** What the fact says about the sign of another value. */
    Sign about(Polynomial other) {
        OptionalDouble ratio = other.ratioTo(value);
        if (ratio.isEmpty()) {
            return Sign.UNKNOWN;
        }
        return ratio.getAsDouble() > 0 ? sign : sign.negated();
    }

    boolean contradicts(Fact other) {
        return !other.about(value).overlaps(sign);
    }

    /** What is known if a condition has this outcome. */
    static List<Fact> of(Polynomial condition, boolean outcome) {
        List<Fact> facts = new ArrayList<>();
        collect(condition, outcome, facts);
        return facts;
    }

    private static void collect(Polynomial condition, boolean outcome, List<Fact> facts) {
        Optional<Symbol> known = condition.symbol();
        if (known.isEmpty()) {
            return;
        }
        Symbol symbol = known.get();
        if (symbol.is(Truth.NOT)) {
            collect(symbol.operand(0), !outcome, facts);
        } else if (symbol.is(Truth.AND) || symbol.is(Truth.OR)) {
            if (symbol.is(Truth.AND) == outcome) {
                symbol.operands().forEach(operand -> collect(operand, outcome, facts));
            }
        } else {
            Sign whenTrue = Truth.signWhenTrue(symbol);
            Polynomial subject = Truth.isComparison(symbol) ? symbol.operand(0) : condition;
            facts.add(new Fact(subject, outcome ? whenTrue : whenTrue.complement()));
        }
    }
}
