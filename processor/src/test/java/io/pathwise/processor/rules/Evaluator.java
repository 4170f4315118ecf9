package io.pathwise.processor.rules;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import java.util.Map;

/** Evaluates the expressions that rules are made of. Whole numbers are evaluated as {@code double}. */
record Evaluator(Map<Variable, Double> values) {
    double evaluate(Expression expression) {
        if (expression instanceof Literal literal) {
            return ((Number) literal.value()).doubleValue();
        } else if (expression instanceof Constant constant) {
            return ((Number) constant.value()).doubleValue();
        } else if (expression instanceof Local local) {
            return values.get(local.variable());
        } else if (expression instanceof Cast cast && cast.type() == Primitive.DOUBLE) {
            return evaluate(cast.operand());
        } else if (expression instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return -evaluate(unary.operand());
        } else if (expression instanceof Binary binary) {
            return arithmetic(binary.operator(), evaluate(binary.left()), evaluate(binary.right()));
        } else if (expression instanceof Conditional conditional) {
            return holds(conditional.condition())
                    ? evaluate(conditional.whenTrue())
                    : evaluate(conditional.whenFalse());
        } else if (expression instanceof Call call) {
            double[] arguments =
                    call.arguments().stream().mapToDouble(this::evaluate).toArray();
            return call(call.function(), arguments);
        }
        throw new IllegalArgumentException(expression.toString());
    }

    /** Calls the function that the program would call. */
    static double call(Function function, double... arguments) {
        try {
            Class<?>[] types = new Class<?>[arguments.length];
            Object[] values = new Object[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                Type type = function.parameters().get(i);
                types[i] = type == Primitive.INT ? int.class : type == Primitive.FLOAT ? float.class : double.class;
                values[i] = type == Primitive.INT ? (Object) (int) arguments[i] : (Object) arguments[i];
            }
            Object result = Class.forName(function.owner())
                    .getMethod(function.name(), types)
                    .invoke(null, values);
            return ((Number) result).doubleValue();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private boolean holds(Expression condition) {
        Binary comparison = (Binary) condition;
        if (comparison.operator() == BinaryOperator.AND) {
            return holds(comparison.left()) && holds(comparison.right());
        }
        double left = evaluate(comparison.left());
        double right = evaluate(comparison.right());
        return switch (comparison.operator()) {
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
            case EQUAL -> left == right;
            default -> throw new IllegalArgumentException(condition.toString());
        };
    }

    private static double arithmetic(BinaryOperator operator, double left, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            default -> throw new IllegalArgumentException(operator.toString());
        };
    }
}
