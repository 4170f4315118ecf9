package io.pathwise.processor.program;

import io.pathwise.processor.program.Type.Primitive;

/** Java's arithmetic on boxed values: promotion, integer division, shifts, conversions. */
final class Arithmetic {
    private Arithmetic() {}

    static Object binary(BinaryOperator operator, Object left, Object right) {
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return logic(operator, a, b);
        } else if (isShift(operator)) {
            return shift(operator, unaryPromoted(left), ((Number) unaryPromoted(right)).longValue());
        }
        Number a = (Number) unaryPromoted(left);
        Number b = (Number) unaryPromoted(right);
        if (a instanceof Double || b instanceof Double) {
            return doubles(operator, a.doubleValue(), b.doubleValue());
        } else if (a instanceof Float || b instanceof Float) {
            return floats(operator, a.floatValue(), b.floatValue());
        } else if (a instanceof Long || b instanceof Long) {
            return longs(operator, a.longValue(), b.longValue());
        }
        return ints(operator, a.intValue(), b.intValue());
    }

    static Object unary(UnaryOperator operator, Object operand) {
        if (operand instanceof Boolean value) {
            return !value;
        }
        Object promoted = unaryPromoted(operand);
        return switch (operator) {
            case NEGATE ->
                promoted instanceof Double value
                        ? (Object) (-value)
                        : promoted instanceof Float value
                                ? (Object) (-value)
                                : binary(BinaryOperator.SUBTRACT, 0, promoted);
            case COMPLEMENT -> binary(BinaryOperator.BIT_XOR, promoted, -1);
            default -> promoted;
        };
    }

    /** The value as Java's casts and assignments convert it. */
    static Object convert(Object value, Type type) {
        if (!(type instanceof Primitive primitive) || primitive == Primitive.BOOLEAN) {
            return value;
        }
        Object promoted = unaryPromoted(value);
        return switch (primitive) {
            case DOUBLE -> (Object) ((Number) promoted).doubleValue();
            case FLOAT -> (Object) ((Number) promoted).floatValue();
            case LONG -> (Object) toLong(promoted);
            case INT -> (Object) toInt(promoted);
            case SHORT -> (Object) (short) toInt(promoted);
            case BYTE -> (Object) (byte) toInt(promoted);
            default -> (Object) (char) toInt(promoted);
        };
    }

    private static long toLong(Object promoted) {
        return promoted instanceof Float value ? (long) (float) value : ((Number) promoted).longValue();
    }

    private static int toInt(Object promoted) {
        return ((Number) promoted).intValue();
    }

    private static Object unaryPromoted(Object value) {
        if (value instanceof Character character) {
            return (int) character;
        }
        return value instanceof Byte || value instanceof Short ? ((Number) value).intValue() : value;
    }

    private static boolean isShift(BinaryOperator operator) {
        return operator.precedence() == BinaryOperator.SHIFT_LEFT.precedence();
    }

    private static Object shift(BinaryOperator operator, Object left, long distance) {
        if (left instanceof Long value) {
            return switch (operator) {
                case SHIFT_LEFT -> value << distance;
                case SHIFT_RIGHT -> value >> distance;
                default -> value >>> distance;
            };
        }
        int value = (Integer) left;
        return switch (operator) {
            case SHIFT_LEFT -> value << distance;
            case SHIFT_RIGHT -> value >> distance;
            default -> value >>> distance;
        };
    }

    private static Object logic(BinaryOperator operator, boolean a, boolean b) {
        return switch (operator) {
            case EQUAL -> a == b;
            case NOT_EQUAL, BIT_XOR -> a != b;
            case BIT_AND, AND -> a & b;
            case BIT_OR, OR -> a | b;
            default -> throw new IllegalArgumentException(operator + " on booleans");
        };
    }

    private static Object doubles(BinaryOperator operator, double a, double b) {
        return switch (operator) {
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case LESS -> a < b;
            case LESS_OR_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_OR_EQUAL -> a >= b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            default -> throw new IllegalArgumentException(operator + " on doubles");
        };
    }

    private static Object floats(BinaryOperator operator, float a, float b) {
        return switch (operator) {
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            default -> doubles(operator, a, b);
        };
    }

    private static Object longs(BinaryOperator operator, long a, long b) {
        return switch (operator) {
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case LESS -> a < b;
            case LESS_OR_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_OR_EQUAL -> a >= b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case BIT_AND -> a & b;
            case BIT_XOR -> a ^ b;
            case BIT_OR -> a | b;
            default -> throw new IllegalArgumentException(operator + " on longs");
        };
    }

    private static Object ints(BinaryOperator operator, int a, int b) {
        return switch (operator) {
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case BIT_AND -> a & b;
            case BIT_XOR -> a ^ b;
            case BIT_OR -> a | b;
            default -> longs(operator, a, b);
        };
    }
}
