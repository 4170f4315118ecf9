package io.pathwise.processor.check.continuity;

import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Type.Primitive;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/** What is known of the functions that programs call. */
final class Calls {
    private static final String DOUBLE = "java.lang.Double";
    private static final int LARGEST_EXPANDED_POWER = 8;

    private Calls() {}

    static Polynomial apply(Symbols symbols, Call call, List<Polynomial> arguments) {
        String owner = call.function().owner();
        if (owner.equals(DOUBLE) && call.type() == Primitive.BOOLEAN) {
            // of the numbers on the border between two sides, which are finite
            return Truth.of(call.function().name().equals("isFinite"));
        }
        boolean isMathematical = owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
        if (!isMathematical) {
            return symbols.opaque(owner + " " + call.function().signature(), arguments);
        }
        String name = call.function().name();
        return switch (name) {
            case "pow" -> power(symbols, arguments);
            case "fma" -> symbols.product(arguments.get(0), arguments.get(1)).plus(arguments.get(2));
            case "clamp" -> {
                Polynomial capped = symbols.apply("min", List.of(arguments.get(0), arguments.get(2)));
                yield symbols.apply("max", List.of(capped, arguments.get(1)));
            }
            default -> symbols.apply(name, arguments);
        };
    }

    private static Polynomial power(Symbols symbols, List<Polynomial> arguments) {
        OptionalDouble known = arguments.get(1).value();
        if (known.isEmpty()) {
            return symbols.apply("pow", arguments);
        }
        double exponent = known.getAsDouble();
        if (exponent == 0.5) {
            return symbols.apply("sqrt", arguments.subList(0, 1));
        } else if (exponent != Math.rint(exponent) || Math.abs(exponent) > LARGEST_EXPANDED_POWER) {
            return symbols.apply("pow", arguments);
        }
        Polynomial product = Collections.nCopies((int) Math.abs(exponent), arguments.get(0)).stream()
                .reduce(Polynomial.ONE, symbols::product);
        return exponent < 0 ? symbols.quotient(Polynomial.ONE, product) : product;
    }
}
