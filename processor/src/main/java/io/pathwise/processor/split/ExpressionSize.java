package io.pathwise.processor.split;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import java.util.List;
import java.util.function.ToIntFunction;

/** How many bytes of code javac makes of an expression, estimated from above. */
final class ExpressionSize {
    private static final int CONSTANT = 3;
    private static final int MEMBER = 3;
    private static final int JUMP = 3;
    private static final int CREATION = 4;
    private static final int ARRAY_STORE = 1 + CONSTANT + 1;

    /** {@code iconst_1}, a jump over {@code iconst_0}. */
    private static final int TRUTH_VALUE = 1 + JUMP + 1;

    /** Two arguments appended to a {@link StringBuilder} made for them alone. */
    private static final int CONCATENATION = 16;

    private final ToIntFunction<Variable> slots;

    ExpressionSize(ToIntFunction<Variable> slots) {
        this.slots = slots;
    }

    /** The size of reading or writing a local variable. */
    static int access(int slot) {
        return slot < 4 ? 1 : slot < 256 ? 2 : 4;
    }

    /** The size where a value of the type is expected. */
    int converted(Expression expression, Type type) {
        if (expression.type().equals(type)) {
            return of(expression);
        }
        return isConstant(expression) ? CONSTANT : of(expression) + 1;
    }

    /** The size of the expression's value. */
    int of(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal(literal.value());
        } else if (expression instanceof Constant) {
            return CONSTANT;
        } else if (expression instanceof Local local) {
            return access(slots.applyAsInt(local.variable()));
        } else if (expression instanceof Unary unary) {
            return ofUnary(unary);
        } else if (expression instanceof Binary binary) {
            return ofBinary(binary);
        } else if (expression instanceof Conditional conditional) {
            return condition(conditional.condition())
                    + converted(conditional.whenTrue(), conditional.type())
                    + JUMP
                    + converted(conditional.whenFalse(), conditional.type());
        } else if (expression instanceof Cast cast) {
            return isConstant(cast.operand()) ? CONSTANT : of(cast.operand()) + ofCast(cast);
        } else if (expression instanceof Call call) {
            return arguments(call.function(), call.arguments()) + MEMBER;
        } else if (expression instanceof Element || expression instanceof Length) {
            return children(expression) + 1;
        } else if (expression instanceof New creation) {
            return creation.arguments().stream().mapToInt(this::argument).sum() + CREATION + MEMBER;
        } else if (expression instanceof RecordValue record) {
            return ofRecord(record);
        } else if (expression instanceof ArrayValues array) {
            return CREATION
                    + CONSTANT
                    + array.values().stream()
                            .mapToInt(each -> elementOf(array, each))
                            .sum();
        }
        return children(expression) + MEMBER;
    }

    /** The size of a jump that depends on the condition. */
    int condition(Expression condition) {
        if (condition instanceof Unary unary && unary.operator() == UnaryOperator.NOT) {
            return condition(unary.operand());
        } else if (condition instanceof Binary binary && binary.operator().isShortCircuit()) {
            return condition(binary.left()) + condition(binary.right());
        } else if (condition instanceof Binary binary && binary.operator().isComparison()) {
            return comparison(binary);
        } else if (condition instanceof Literal literal && Boolean.TRUE.equals(literal.value())) {
            return 0;
        }
        return of(condition) + JUMP;
    }

    private int comparison(Binary binary) {
        Type type = promoted(binary.left().type(), binary.right().type());
        int compare = type == Primitive.DOUBLE || type == Primitive.LONG || type == Primitive.FLOAT ? 1 : 0;
        return converted(binary.left(), type) + converted(binary.right(), type) + compare + JUMP;
    }

    private int ofUnary(Unary unary) {
        return switch (unary.operator()) {
            case PLUS -> of(unary.operand());
            case NEGATE -> isConstant(unary.operand()) ? CONSTANT : of(unary.operand()) + 1;
            case NOT -> condition(unary.operand()) + TRUTH_VALUE;
            case COMPLEMENT -> of(unary.operand()) + CONSTANT + 1;
        };
    }

    private int ofBinary(Binary binary) {
        BinaryOperator operator = binary.operator();
        if (operator.isComparison() || operator.isShortCircuit()) {
            return condition(binary) + TRUTH_VALUE;
        } else if (binary.type() instanceof Type.Reference) {
            return of(binary.left()) + of(binary.right()) + CONCATENATION;
        } else if (operator.precedence() == BinaryOperator.SHIFT_LEFT.precedence()) {
            return converted(binary.left(), binary.type()) + of(binary.right()) + 2;
        }
        return converted(binary.left(), binary.type()) + converted(binary.right(), binary.type()) + 1;
    }

    private static int ofCast(Cast cast) {
        return cast.type() instanceof Primitive ? 2 : MEMBER;
    }

    private int arguments(Function function, List<Expression> arguments) {
        int size = 0;
        for (int i = 0; i < arguments.size(); i++) {
            size += converted(arguments.get(i), function.parameters().get(i));
        }
        return size;
    }

    private int ofRecord(RecordValue record) {
        int size = CREATION + MEMBER;
        for (int i = 0; i < record.components().size(); i++) {
            Type type = record.type().components().get(i).type();
            size += converted(record.components().get(i), type);
        }
        return size;
    }

    /** The parameter's type is not known. */
    private int argument(Expression argument) {
        return isConstant(argument) ? CONSTANT : of(argument) + 1;
    }

    private int elementOf(ArrayValues array, Expression value) {
        return converted(value, array.type().element()) + ARRAY_STORE;
    }

    private int children(Expression expression) {
        return Expressions.children(expression).stream().mapToInt(this::of).sum();
    }

    private static int literal(Object value) {
        if (value instanceof Double number) {
            boolean isShort = number.equals(0.0) || number.equals(1.0);
            return isShort ? 1 : CONSTANT;
        } else if (value instanceof Long number) {
            return number == 0 || number == 1 ? 1 : CONSTANT;
        } else if (value instanceof Integer number) {
            return number >= -1 && number <= 5 ? 1 : (byte) number.intValue() == number ? 2 : CONSTANT;
        }
        return value instanceof Boolean ? 1 : CONSTANT;
    }

    private static boolean isConstant(Expression expression) {
        return expression instanceof Literal
                || expression instanceof Constant
                || (expression instanceof Unary unary && isConstant(unary.operand()));
    }

    private static Type promoted(Type left, Type right) {
        if (left instanceof Primitive first && right instanceof Primitive second && first.isNumeric()) {
            Primitive wider = first.compareTo(second) > 0 ? first : second;
            return wider.compareTo(Primitive.INT) < 0 ? Primitive.INT : wider;
        }
        return left;
    }
}
