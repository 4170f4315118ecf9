package io.pathwise.processor.check.continuity;

import java.util.BitSet;
import java.util.List;

/**
 * Whatever is neither number, sum nor product: the value of a variable, or an operation on polynomials. {@link Symbols}
 * sees to it that equal symbols are one object.
 */
final class Symbol implements Comparable<Symbol> {
    private final int id;
    private final String operation;
    private final List<Polynomial> operands;
    private final BitSet contents = new BitSet();

    Symbol(int id, String operation, List<Polynomial> operands) {
        this.id = id;
        this.operation = operation;
        this.operands = operands;
        contents.set(id);
        operands.stream()
                .flatMap(operand -> operand.factors().stream())
                .forEach(factor -> contents.or(factor.contents));
    }

    String operation() {
        return operation;
    }

    List<Polynomial> operands() {
        return operands;
    }

    Polynomial operand(int index) {
        return operands.get(index);
    }

    boolean is(String name) {
        return operation.equals(name);
    }

    boolean isNeverZero() {
        return is("exp") || is("cosh");
    }

    /** Whether the symbol is the other one or contains it at any depth. */
    boolean contains(Symbol other) {
        return contents.get(other.id);
    }

    @Override
    public int compareTo(Symbol other) {
        return Integer.compare(id, other.id);
    }

    @Override
    public String toString() {
        return operands.isEmpty() ? operation : operation + operands;
    }
}
