package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.simplify.Algebra;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the functions of {@code Math} and {@code StrictMath} tell about the sign of their value. */
final class FunctionSigns {
    private FunctionSigns() {}

    /** The sign of a call's value; {@code signOf} finds the signs of its arguments. */
    static Sign of(Call call, Function<Expression, Sign> signOf) {
        List<Expression> arguments = call.arguments();
        List<Sign> signs = arguments.stream().map(signOf).toList();
        boolean isReal = call.type() == Primitive.DOUBLE;
        return switch (call.function().name()) {
            case "cosh", "ulp" -> Sign.POSITIVE;
            case "exp" -> Sign.NONNEGATIVE;
            case "sqrt" -> signs.get(0).and(Sign.NONNEGATIVE);
            // the least int is its own absolute value
            case "abs" -> isReal ? signs.get(0).absolute() : Sign.UNKNOWN;
            case "hypot" -> signs.get(0).absolute().plus(signs.get(1).absolute());
            case "cbrt", "expm1", "log1p", "sinh", "tanh", "asin", "atan", "signum", "toDegrees" -> signs.get(0);
            case "toRadians", "scalb" -> signs.get(0).truncated();
            case "max" -> signs.get(0).max(signs.get(1));
            case "min" -> signs.get(0).min(signs.get(1));
            case "clamp" -> signs.get(1).max(signs.get(0).min(signs.get(2)));
            case "fma" -> ofProduct(arguments, signs).truncated().plus(signs.get(2));
            case "pow" -> ofPower(arguments, signs).truncated();
            case "acos" -> Sign.NONNEGATIVE;
            case "floor" -> isReal ? floor(signs.get(0)) : Sign.UNKNOWN;
            case "ceil" -> isReal ? floor(signs.get(0).negated()).negated() : Sign.UNKNOWN;
            case "rint", "round" -> signs.get(0).truncated();
            default -> Sign.UNKNOWN;
        };
    }

    private static Sign ofProduct(List<Expression> arguments, List<Sign> signs) {
        return arguments.get(0).equals(arguments.get(1))
                ? signs.get(0).absolute()
                : signs.get(0).times(signs.get(1));
    }

    private static Sign ofPower(List<Expression> arguments, List<Sign> signs) {
        Sign base = signs.get(0);
        OptionalDouble exponent = Algebra.literal(arguments.get(1));
        boolean isEven = exponent.isPresent() && exponent.getAsDouble() % 2 == 0;
        Sign magnitude = isEven ? base.absolute() : base;
        if (magnitude.isPositive()) {
            return Sign.POSITIVE;
        }
        return magnitude.isNonNegative() ? Sign.NONNEGATIVE : Sign.UNKNOWN;
    }

    private static Sign floor(Sign sign) {
        return new Sign(sign.mayBeNegative(), sign.mayBeZero() || sign.mayBePositive(), sign.mayBePositive());
    }
}
