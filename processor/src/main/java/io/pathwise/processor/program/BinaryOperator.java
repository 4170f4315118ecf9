package io.pathwise.processor.program;

/** Java's binary operators, with their binding strength. */
public enum BinaryOperator {
    MULTIPLY("*", 12),
    DIVIDE("/", 12),
    REMAINDER("%", 12),
    ADD("+", 11),
    SUBTRACT("-", 11),
    SHIFT_LEFT("<<", 10),
    SHIFT_RIGHT(">>", 10),
    SHIFT_RIGHT_UNSIGNED(">>>", 10),
    LESS("<", 9),
    LESS_OR_EQUAL("<=", 9),
    GREATER(">", 9),
    GREATER_OR_EQUAL(">=", 9),
    EQUAL("==", 8),
    NOT_EQUAL("!=", 8),
    BIT_AND("&", 7),
    BIT_XOR("^", 6),
    BIT_OR("|", 5),
    AND("&&", 4),
    OR("||", 3);

    private final String symbol;
    private final int precedence;

    BinaryOperator(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    /** How Java writes the operator. */
    public String symbol() {
        return symbol;
    }

    /** Binding strength: an operator of larger precedence binds more tightly. */
    public int precedence() {
        return precedence;
    }

    /** Whether the operator compares numbers. */
    public boolean isComparison() {
        return precedence == 9 || precedence == 8;
    }

    /** The comparison of whole numbers that holds where this one does not. */
    public BinaryOperator opposite() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> GREATER;
            case GREATER -> LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> LESS;
            default -> throw new IllegalStateException(this + " does not compare");
        };
    }

    /** Whether the operator is arithmetic: {@code * / % + -}. */
    public boolean isArithmetic() {
        return precedence >= 11;
    }

    /** Whether the operator divides: {@code / %}. */
    public boolean isDivision() {
        return this == DIVIDE || this == REMAINDER;
    }

    /** Whether the right operand is evaluated only if the left one leaves the result open. */
    public boolean isShortCircuit() {
        return this == AND || this == OR;
    }
}
