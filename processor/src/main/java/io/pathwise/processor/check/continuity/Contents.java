package io.pathwise.processor.check.continuity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What arrays hold, in symbols: the contents at first, and above them each write. An element is read through the writes
 * that surely went to other elements; where that is not known, the element is a function of all that was written.
 */
final class Contents {
    /** {@code store(contents, array, index, value)}: one element is written. */
    static final String STORE = "store";

    /** {@code fill(contents, array, value)}: every element is written. */
    static final String FILL = "fill";

    /** {@code rows(contents, array)}: the array is a new matrix of zeros. */
    static final String ROWS = "rows";

    /** {@code copy(contents, array, contents of the source, source)}: the array is as long as the source, and equal. */
    static final String COPY = "copy";

    /** {@code change(contents, array, ...)}: elements are written as the remaining operands say. */
    static final String CHANGE = "change";

    /** {@code element(contents, array, index)}: what is read. */
    static final String ELEMENT = "element";

    private static final String NEW = "new ";
    private static final String ROW = "row";

    private Contents() {}

    /** A new array, different from all there are. */
    static Polynomial created(Symbols symbols, String name, List<Polynomial> lengths) {
        return symbols.opaque(NEW + name, lengths);
    }

    static Polynomial length(Symbols symbols, Polynomial array) {
        Optional<Symbol> symbol = array.symbol();
        if (symbol.filter(Contents::isNew).isPresent()) {
            return symbol.get().operand(0);
        }
        return symbols.opaque("length", List.of(array));
    }

    static Polynomial store(Symbols symbols, List<Polynomial> operands) {
        Polynomial contents = operands.get(0);
        Polynomial array = operands.get(1);
        Polynomial index = operands.get(2);
        Polynomial value = operands.get(3);
        if (element(symbols, contents, array, index).equals(value)) {
            return contents;
        }
        Optional<Symbol> last = contents.symbol().filter(symbol -> symbol.is(STORE));
        boolean isOverwritten = last.isPresent()
                && last.get().operand(1).equals(array)
                && last.get().operand(2).equals(index);
        return symbols.opaque(STORE, List.of(isOverwritten ? last.get().operand(0) : contents, array, index, value));
    }

    static Polynomial element(Symbols symbols, Polynomial contents, Polynomial array, Polynomial index) {
        Polynomial below = contents;
        Optional<Symbol> write = write(below);
        while (write.isPresent()) {
            Optional<Polynomial> written = written(symbols, write.get(), array, index);
            if (written.isPresent()) {
                return written.get();
            } else if (!misses(write.get(), array, index)) {
                break;
            }
            below = write.get().operand(0);
            write = write(below);
        }
        return symbols.opaque(ELEMENT, List.of(below, array, index));
    }

    private static Optional<Symbol> write(Polynomial contents) {
        return contents.symbol()
                .filter(symbol -> List.of(STORE, FILL, ROWS, COPY, CHANGE).contains(symbol.operation()));
    }

    /** What the write surely gave to the element. */
    private static Optional<Polynomial> written(Symbols symbols, Symbol write, Polynomial array, Polynomial index) {
        if (write.is(ROWS) && isRowOf(array, write.operand(1))) {
            return Optional.of(Polynomial.ZERO);
        } else if (!write.operand(1).equals(array)) {
            return Optional.empty();
        }
        return switch (write.operation()) {
            case STORE -> write.operand(2).minus(index).isZero() ? Optional.of(write.operand(3)) : Optional.empty();
            case FILL -> Optional.of(write.operand(2));
            case ROWS -> Optional.of(symbols.opaque(ROW, List.of(array, index)));
            case COPY -> Optional.of(element(symbols, write.operand(2), write.operand(3), index));
            default -> Optional.empty();
        };
    }

    /** Whether the write surely left the element as it was. */
    private static boolean misses(Symbol write, Polynomial array, Polynomial index) {
        if (!write.operand(1).equals(array)) {
            return areDistinct(write.operand(1), array);
        }
        return write.is(STORE) && differ(write.operand(2), index);
    }

    private static boolean differ(Polynomial one, Polynomial other) {
        OptionalDouble distance = one.minus(other).value();
        return distance.isPresent() && distance.getAsDouble() != 0;
    }

    /** Whether these are surely two arrays. */
    private static boolean areDistinct(Polynomial one, Polynomial other) {
        Optional<Symbol> first = root(one).symbol();
        Optional<Symbol> second = root(other).symbol();
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        } else if (first.get().operation().equals(second.get().operation())) {
            return isRowOf(one, root(other)) && isRowOf(other, root(one)) && differ(rowOf(one), rowOf(other))
                    || isRowOf(one, other)
                    || isRowOf(other, one);
        }
        return isNew(first.get()) && isOld(second.get()) || isNew(second.get()) && isOld(first.get());
    }

    /** Whether an array is known not to be one that is created later. */
    private static boolean isOld(Symbol array) {
        return isNew(array) || array.operation().startsWith(Symbols.VARIABLE);
    }

    private static boolean isNew(Symbol array) {
        return array.operation().startsWith(NEW);
    }

    private static Polynomial root(Polynomial array) {
        return array.symbol()
                .filter(symbol -> symbol.is(ROW))
                .map(symbol -> symbol.operand(0))
                .orElse(array);
    }

    private static boolean isRowOf(Polynomial row, Polynomial matrix) {
        return row.symbol()
                .filter(symbol -> symbol.is(ROW) && symbol.operand(0).equals(matrix))
                .isPresent();
    }

    private static Polynomial rowOf(Polynomial row) {
        return row.symbol().orElseThrow().operand(1);
    }
}
