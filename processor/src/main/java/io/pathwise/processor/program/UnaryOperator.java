package io.pathwise.processor.program;

/** Java's unary operators without side effects. */
public enum UnaryOperator {
    PLUS("+"),
    NEGATE("-"),
    NOT("!"),
    COMPLEMENT("~");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** How Java writes the operator. */
    public String symbol() {
        return symbol;
    }
}
