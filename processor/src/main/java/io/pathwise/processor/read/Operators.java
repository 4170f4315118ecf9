package io.pathwise.processor.read;

import com.sun.source.tree.Tree.Kind;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.UnaryOperator;
import java.util.Map;

/** The operators of the trees as operators of the program. */
final class Operators {
    static final Map<Kind, UnaryOperator> UNARY = Map.of(
            Kind.UNARY_PLUS, UnaryOperator.PLUS,
            Kind.UNARY_MINUS, UnaryOperator.NEGATE,
            Kind.LOGICAL_COMPLEMENT, UnaryOperator.NOT,
            Kind.BITWISE_COMPLEMENT, UnaryOperator.COMPLEMENT);

    static final Map<Kind, BinaryOperator> BINARY = Map.ofEntries(
            Map.entry(Kind.MULTIPLY, BinaryOperator.MULTIPLY),
            Map.entry(Kind.DIVIDE, BinaryOperator.DIVIDE),
            Map.entry(Kind.REMAINDER, BinaryOperator.REMAINDER),
            Map.entry(Kind.PLUS, BinaryOperator.ADD),
            Map.entry(Kind.MINUS, BinaryOperator.SUBTRACT),
            Map.entry(Kind.LEFT_SHIFT, BinaryOperator.SHIFT_LEFT),
            Map.entry(Kind.RIGHT_SHIFT, BinaryOperator.SHIFT_RIGHT),
            Map.entry(Kind.UNSIGNED_RIGHT_SHIFT, BinaryOperator.SHIFT_RIGHT_UNSIGNED),
            Map.entry(Kind.LESS_THAN, BinaryOperator.LESS),
            Map.entry(Kind.LESS_THAN_EQUAL, BinaryOperator.LESS_OR_EQUAL),
            Map.entry(Kind.GREATER_THAN, BinaryOperator.GREATER),
            Map.entry(Kind.GREATER_THAN_EQUAL, BinaryOperator.GREATER_OR_EQUAL),
            Map.entry(Kind.EQUAL_TO, BinaryOperator.EQUAL),
            Map.entry(Kind.NOT_EQUAL_TO, BinaryOperator.NOT_EQUAL),
            Map.entry(Kind.AND, BinaryOperator.BIT_AND),
            Map.entry(Kind.XOR, BinaryOperator.BIT_XOR),
            Map.entry(Kind.OR, BinaryOperator.BIT_OR),
            Map.entry(Kind.CONDITIONAL_AND, BinaryOperator.AND),
            Map.entry(Kind.CONDITIONAL_OR, BinaryOperator.OR));

    /** The operators of compound assignments. */
    static final Map<Kind, BinaryOperator> COMPOUND = Map.ofEntries(
            Map.entry(Kind.MULTIPLY_ASSIGNMENT, BinaryOperator.MULTIPLY),
            Map.entry(Kind.DIVIDE_ASSIGNMENT, BinaryOperator.DIVIDE),
            Map.entry(Kind.REMAINDER_ASSIGNMENT, BinaryOperator.REMAINDER),
            Map.entry(Kind.PLUS_ASSIGNMENT, BinaryOperator.ADD),
            Map.entry(Kind.MINUS_ASSIGNMENT, BinaryOperator.SUBTRACT),
            Map.entry(Kind.LEFT_SHIFT_ASSIGNMENT, BinaryOperator.SHIFT_LEFT),
            Map.entry(Kind.RIGHT_SHIFT_ASSIGNMENT, BinaryOperator.SHIFT_RIGHT),
            Map.entry(Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT, BinaryOperator.SHIFT_RIGHT_UNSIGNED),
            Map.entry(Kind.AND_ASSIGNMENT, BinaryOperator.BIT_AND),
            Map.entry(Kind.XOR_ASSIGNMENT, BinaryOperator.BIT_XOR),
            Map.entry(Kind.OR_ASSIGNMENT, BinaryOperator.BIT_OR));

    /** The operators of {@code ++} and {@code --}. */
    static final Map<Kind, BinaryOperator> STEP = Map.of(
            Kind.PREFIX_INCREMENT, BinaryOperator.ADD,
            Kind.POSTFIX_INCREMENT, BinaryOperator.ADD,
            Kind.PREFIX_DECREMENT, BinaryOperator.SUBTRACT,
            Kind.POSTFIX_DECREMENT, BinaryOperator.SUBTRACT);

    private Operators() {}

    /** Whether the operator asks if two values are the same. */
    static boolean isEquality(Kind kind) {
        return kind == Kind.EQUAL_TO || kind == Kind.NOT_EQUAL_TO;
    }
}
