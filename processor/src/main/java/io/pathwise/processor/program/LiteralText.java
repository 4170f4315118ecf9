package io.pathwise.processor.program;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Java's spelling of constants, the same on every JDK. */
final class LiteralText {
    private static final int MOST_DIGITS = 17;
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double LARGEST_PLAIN = 1e7;

    private LiteralText() {}

    /** The literal, or the constant of {@link Double} that stands for a value without a literal. */
    static Doc of(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? Doc.text(finite(number)) : notFinite(number);
        } else if (value instanceof Long number) {
            return Doc.text(number + "L");
        } else if (value instanceof Character character) {
            return Doc.text("'" + escape(character, '\'') + "'");
        } else if (value instanceof String text) {
            return Doc.text(quote(text));
        }
        return Doc.text(String.valueOf(value));
    }

    /** Whether the literal begins with a minus sign. */
    static boolean isSigned(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) && Math.copySign(1, number) < 0;
        }
        return value instanceof Number number && number.longValue() < 0;
    }

    private static Doc notFinite(double value) {
        String name = Double.isNaN(value) ? "NaN" : value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
        return Doc.group(new Doc.ClassName("java.lang.Double"), Doc.text("." + name));
    }

    /** {@link Double#toString} writes needless digits before JDK 19. */
    private static String finite(double value) {
        String sign = Math.copySign(1, value) < 0 ? "-" : "";
        double magnitude = Math.abs(value);
        if (magnitude == 0) {
            return sign + "0.0";
        }
        BigDecimal shortest = shortest(magnitude);
        boolean plain = magnitude >= SMALLEST_PLAIN && magnitude < LARGEST_PLAIN;
        return sign + (plain ? plain(shortest) : scientific(shortest));
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static String plain(BigDecimal value) {
        return (value.scale() < 1 ? value.setScale(1) : value).toPlainString();
    }

    private static String scientific(BigDecimal value) {
        String digits = value.unscaledValue().toString();
        int exponent = digits.length() - 1 - value.scale();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + exponent;
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> quoted.append(escape((char) character, '"')));
        return quoted.append('"').toString();
    }

    private static String escape(char character, char quote) {
        if (character == quote || character == '\\') {
            return "\\" + character;
        }
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default ->
                Character.isISOControl(character) || Character.isSurrogate(character)
                        ? String.format("\\u%04x", (int) character)
                        : String.valueOf(character);
        };
    }
}
