package io.pathwise.processor.check.continuity;

import io.pathwise.processor.analyze.Sign;
import java.util.List;
import java.util.OptionalDouble;

/** Conditions as symbols; true is 1 and false is 0. */
final class Truth {
    /** Whether the operand is above zero. */
    static final String POSITIVE = "> 0";
    /** Whether the operand is zero or above. */
    static final String NONNEGATIVE = ">= 0";
    /** Whether the operand is zero. */
    static final String ZERO = "== 0";

    static final String AND = "and";
    static final String OR = "or";
    static final String NOT = "not";

    private Truth() {}

    static Polynomial of(boolean value) {
        return value ? Polynomial.ONE : Polynomial.ZERO;
    }

    static Polynomial not(Symbols symbols, Polynomial operand) {
        return apply(symbols, NOT, List.of(operand));
    }

    static boolean isComparison(Symbol symbol) {
        return symbol.is(POSITIVE) || symbol.is(NONNEGATIVE) || symbol.is(ZERO);
    }

    /** The sign that a comparison's operand, or a truth value itself, has where it is true. */
    static Sign signWhenTrue(Symbol symbol) {
        return switch (symbol.operation()) {
            case POSITIVE -> Sign.POSITIVE;
            case NONNEGATIVE -> Sign.NONNEGATIVE;
            case ZERO -> Sign.ZERO;
            default -> Sign.NONZERO;
        };
    }

    static Polynomial apply(Symbols symbols, String operation, List<Polynomial> operands) {
        OptionalDouble first = operands.get(0).value();
        boolean isTrue = first.isPresent() && first.getAsDouble() != 0;
        boolean isFalse = first.isPresent() && first.getAsDouble() == 0;
        return switch (operation) {
            case AND -> isTrue ? operands.get(1) : isFalse ? of(false) : symbols.opaque(AND, operands);
            case OR -> isFalse ? operands.get(1) : isTrue ? of(true) : symbols.opaque(OR, operands);
            case NOT -> first.isPresent() ? of(isFalse) : symbols.opaque(NOT, operands);
            default ->
                first.isPresent() ? of(compares(operation, first.getAsDouble())) : symbols.opaque(operation, operands);
        };
    }

    private static boolean compares(String operation, double value) {
        return switch (operation) {
            case POSITIVE -> value > 0;
            case NONNEGATIVE -> value >= 0;
            default -> value == 0;
        };
    }
}
