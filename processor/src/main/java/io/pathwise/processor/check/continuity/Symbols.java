package io.pathwise.processor.check.continuity;

import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Creates symbols, each once, in simplified form. */
final class Symbols {
    /** How the name of a variable's first value begins. */
    static final String VARIABLE = "variable ";

    /** Beyond this many terms a product is kept as a product of two unknowns. */
    private static final int TERMS = 64;

    private final Map<Key, Symbol> symbols = new HashMap<>();
    private final Map<Object, Integer> nodes = new IdentityHashMap<>();
    private final Map<Object, Integer> groups = new HashMap<>();
    private int fresh;

    private record Key(String operation, List<Polynomial> operands) {}

    /** The value that a variable has where the analysis starts. */
    Polynomial variable(Variable variable) {
        return opaque(VARIABLE + variable.id(), List.of());
    }

    /** What the arrays of a group hold where the analysis starts. */
    Polynomial contents(Object group) {
        return opaque("contents " + groups.computeIfAbsent(group, key -> groups.size()), List.of());
    }

    /** A value of which nothing is known. */
    Polynomial unknown() {
        return opaque("unknown " + fresh++, List.of());
    }

    /** A name that belongs to one node of the program. */
    String nameOf(Object node) {
        return "node " + nodes.computeIfAbsent(node, key -> nodes.size());
    }

    /** An operation that is not looked into. */
    Polynomial opaque(String operation, List<Polynomial> operands) {
        Key key = new Key(operation, List.copyOf(operands));
        Symbol symbol = symbols.get(key);
        if (symbol == null) {
            symbol = new Symbol(symbols.size(), operation, key.operands());
            symbols.put(key, symbol);
        }
        return Polynomial.of(symbol);
    }

    Polynomial product(Polynomial left, Polynomial right) {
        boolean isSmall = left.terms().size() * right.terms().size() <= TERMS;
        return isSmall ? left.times(right) : opaque("product", List.of(left, right));
    }

    Polynomial quotient(Polynomial left, Polynomial right) {
        return product(left, inverse(right));
    }

    private Polynomial inverse(Polynomial divisor) {
        if (divisor.isZero()) {
            throw new Undefined();
        }
        double leading = divisor.leadingCoefficient();
        if (divisor.terms().size() == 1) {
            return Polynomial.term(divisor.terms().firstKey().inverse(), 1 / leading);
        }
        return opaque("inverse", List.of(divisor.scaled(1 / leading))).scaled(1 / leading);
    }

    /** An operation, simplified where that is known to be possible. */
    Polynomial apply(String operation, List<Polynomial> operands) {
        return switch (operation) {
            case "inverse" -> inverse(operands.get(0));
            case "product" -> product(operands.get(0), operands.get(1));
            case "abs" -> absolute(operands.get(0));
            case "max" -> extreme(operands, 1);
            case "min" -> extreme(operands, -1);
            case "exp" -> inverting(operation, "log", operands);
            case "log" -> inverting(operation, "exp", operands);
            case "pow" -> power(operands);
            case "length" -> Contents.length(this, operands.get(0));
            case Contents.ELEMENT -> Contents.element(this, operands.get(0), operands.get(1), operands.get(2));
            case Contents.STORE -> Contents.store(this, operands);
            case Truth.POSITIVE, Truth.NONNEGATIVE, Truth.ZERO, Truth.AND, Truth.OR, Truth.NOT ->
                Truth.apply(this, operation, operands);
            default -> folded(operation, operands);
        };
    }

    /** {@code abs(x)} and {@code abs(-x)} are the same. */
    private Polynomial absolute(Polynomial operand) {
        if (operand.value().isPresent()) {
            return Polynomial.constant(Math.abs(operand.value().getAsDouble()));
        }
        return opaque("abs", List.of(operand.leadingCoefficient() < 0 ? operand.scaled(-1) : operand));
    }

    private Polynomial extreme(List<Polynomial> operands, int direction) {
        Polynomial first = operands.get(0);
        Polynomial second = operands.get(1);
        OptionalDouble difference = first.minus(second).value();
        if (difference.isPresent()) {
            return difference.getAsDouble() * direction >= 0 ? first : second;
        }
        return opaque(direction > 0 ? "max" : "min", operands);
    }

    private Polynomial inverting(String operation, String inverse, List<Polynomial> operands) {
        return operands.get(0)
                .symbol()
                .filter(symbol -> symbol.is(inverse))
                .map(symbol -> symbol.operand(0))
                .orElseGet(() -> folded(operation, operands));
    }

    private Polynomial folded(String operation, List<Polynomial> operands) {
        OptionalDouble argument = operands.size() == 1 ? operands.get(0).value() : OptionalDouble.empty();
        if (argument.isEmpty()) {
            return opaque(operation, operands);
        }
        double x = argument.getAsDouble();
        return switch (operation) {
            case "exp" -> Polynomial.constant(StrictMath.exp(x));
            case "expm1" -> Polynomial.constant(StrictMath.expm1(x));
            case "log" -> x > 0 ? Polynomial.constant(StrictMath.log(x)) : opaque(operation, operands);
            case "log1p" -> x > -1 ? Polynomial.constant(StrictMath.log1p(x)) : opaque(operation, operands);
            case "sqrt" -> x >= 0 ? Polynomial.constant(StrictMath.sqrt(x)) : opaque(operation, operands);
            case "cbrt" -> Polynomial.constant(StrictMath.cbrt(x));
            case "sin" -> Polynomial.constant(StrictMath.sin(x));
            case "cos" -> Polynomial.constant(StrictMath.cos(x));
            case "tanh" -> Polynomial.constant(StrictMath.tanh(x));
            case "atan" -> Polynomial.constant(StrictMath.atan(x));
            default -> opaque(operation, operands);
        };
    }

    /** A power of zero is known, and finite, only where the exponent is known. */
    private Polynomial power(List<Polynomial> operands) {
        if (!operands.get(0).isZero()) {
            return opaque("pow", operands);
        }
        OptionalDouble exponent = operands.get(1).value();
        if (exponent.isEmpty() || exponent.getAsDouble() <= 0) {
            throw new Undefined();
        }
        return Polynomial.ZERO;
    }
}
