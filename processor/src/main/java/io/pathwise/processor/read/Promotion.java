package io.pathwise.processor.read;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The types that Java's operators give, chapters 5.6 and 15 of the language specification. */
final class Promotion {
    private Promotion() {}

    /** The type of {@code operator operand}; absent where the operator does not apply. */
    static Optional<Primitive> unary(UnaryOperator operator, Type operand) {
        if (operator == UnaryOperator.NOT) {
            return operand == Primitive.BOOLEAN ? Optional.of(Primitive.BOOLEAN) : Optional.empty();
        }
        boolean applies = operator == UnaryOperator.COMPLEMENT ? isIntegral(operand) : isNumeric(operand);
        return applies ? Optional.of(promoted(operand)) : Optional.empty();
    }

    /** The type of {@code left operator right}; absent where the operator does not apply. */
    static Optional<Primitive> binary(BinaryOperator operator, Type left, Type right) {
        boolean logical = left == Primitive.BOOLEAN && right == Primitive.BOOLEAN;
        return switch (operator) {
            case MULTIPLY, DIVIDE, REMAINDER, ADD, SUBTRACT -> numeric(left, right);
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED ->
                isIntegral(left) && isIntegral(right) ? Optional.of(promoted(left)) : Optional.empty();
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                numeric(left, right).map(type -> Primitive.BOOLEAN);
            case EQUAL, NOT_EQUAL ->
                logical || sameEnum(left, right)
                        ? Optional.of(Primitive.BOOLEAN)
                        : numeric(left, right).map(type -> Primitive.BOOLEAN);
            case BIT_AND, BIT_XOR, BIT_OR ->
                logical ? Optional.of(Primitive.BOOLEAN) : numeric(left, right).filter(Primitive::isIntegral);
            case AND, OR -> logical ? Optional.of(Primitive.BOOLEAN) : Optional.empty();
        };
    }

    /**
     * The type of the values that {@code ?:} or {@code switch} choose from; absent where they have none in common.
     */
    static Optional<Type> common(List<Expression> values) {
        List<Type> types = values.stream().map(Expression::type).distinct().toList();
        if (types.size() == 1) {
            return Optional.of(types.get(0));
        } else if (!types.stream().allMatch(Promotion::isNumeric)) {
            return Optional.empty();
        }
        return types.stream()
                .filter(type -> isSmall(type) && values.stream().allMatch(value -> isOrFits(value, type)))
                .findFirst()
                .or(() -> Stream.of(Primitive.values())
                        .filter(type -> types.stream().allMatch(each -> widens(each, type)))
                        .map(Type.class::cast)
                        .findFirst());
    }

    private static boolean isOrFits(Expression value, Type small) {
        return value.type().equals(small) || value.type() == Primitive.INT && fits(value, (Primitive) small);
    }

    /** Whether a value of one type becomes one of the other without a cast: identity or primitive widening. */
    static boolean widens(Type from, Type to) {
        if (from.equals(to)) {
            return true;
        }
        return isNumeric(from)
                && isNumeric(to)
                && to != Primitive.CHAR
                && ((Primitive) from).compareTo((Primitive) to) < 0;
    }

    /** Whether the value can be assigned to a variable of the type without a cast. */
    static boolean assigns(Expression value, Type to) {
        return widens(value.type(), to)
                || isSmall(to)
                        && isIntegral(value.type())
                        && value.type() != Primitive.LONG
                        && fits(value, (Primitive) to);
    }

    private static boolean sameEnum(Type left, Type right) {
        return JavaTypes.isEnum(left) && left.equals(right);
    }

    private static Optional<Primitive> numeric(Type left, Type right) {
        if (!isNumeric(left) || !isNumeric(right)) {
            return Optional.empty();
        }
        Primitive first = promoted(left);
        Primitive second = promoted(right);
        return Optional.of(first.compareTo(second) >= 0 ? first : second);
    }

    private static Primitive promoted(Type type) {
        Primitive primitive = (Primitive) type;
        return primitive.compareTo(Primitive.INT) < 0 ? Primitive.INT : primitive;
    }

    private static boolean isNumeric(Type type) {
        return type instanceof Primitive primitive && primitive.isNumeric();
    }

    private static boolean isIntegral(Type type) {
        return type instanceof Primitive primitive && primitive.isIntegral();
    }

    private static boolean isSmall(Type type) {
        return type == Primitive.BYTE || type == Primitive.SHORT || type == Primitive.CHAR;
    }

    private static boolean fits(Expression constant, Primitive type) {
        OptionalLong value = whole(constant);
        if (value.isEmpty()) {
            return false;
        }
        long number = value.getAsLong();
        return switch (type) {
            case BYTE -> number == (byte) number;
            case SHORT -> number == (short) number;
            case CHAR -> number == (char) number;
            default -> true;
        };
    }

    /** The value of a constant expression of an integral type up to {@code int}. */
    private static OptionalLong whole(Expression expression) {
        if (expression instanceof Literal literal) {
            return whole(literal.value());
        } else if (expression instanceof Constant constant) {
            return whole(constant.value());
        } else if (expression instanceof Cast cast && isIntegral(cast.type())) {
            return whole(cast.operand());
        } else if (expression instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            OptionalLong operand = whole(unary.operand());
            return operand.isPresent() ? OptionalLong.of(-operand.getAsLong()) : operand;
        }
        return OptionalLong.empty();
    }

    private static OptionalLong whole(Object value) {
        if (value instanceof Character character) {
            return OptionalLong.of(character);
        }
        return value instanceof Integer integer ? OptionalLong.of(integer) : OptionalLong.empty();
    }
}
