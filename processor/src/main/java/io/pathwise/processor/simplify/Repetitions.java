package io.pathwise.processor.simplify;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds expressions that are worth a variable because they are written more than once. */
final class Repetitions {
    private static final int WORTHWHILE_OPERATIONS = 4;

    private Repetitions() {}

    /** The expressions that occur more than once, the largest first, without positions. */
    static List<Expression> of(Statement statement) {
        Map<Expression, Integer> counts = new LinkedHashMap<>();
        Statements.walk(
                statement,
                each -> Reads.evaluated(each)
                        .forEach(evaluated -> Expressions.walk(evaluated, expression -> {
                            if (isCandidate(expression)) {
                                counts.merge(Expressions.withoutPositions(expression), 1, Integer::sum);
                            }
                        })));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingInt(Repetitions::operations).reversed())
                .toList();
    }

    /** Whether the statement evaluates the expression once, and first of all or at least on every path. */
    static boolean isAlwaysEvaluated(Statement statement, Expression expression) {
        return !(statement instanceof While)
                && !(statement instanceof For)
                && Reads.evaluated(statement).stream().anyMatch(each -> alwaysEvaluates(each, expression));
    }

    private static boolean alwaysEvaluates(Expression evaluated, Expression expression) {
        if (evaluated instanceof Conditional conditional) {
            return alwaysEvaluates(conditional.condition(), expression);
        } else if (evaluated instanceof Binary binary && binary.operator().isShortCircuit()) {
            return alwaysEvaluates(binary.left(), expression);
        }
        return Expressions.same(evaluated, expression)
                || Expressions.children(evaluated).stream().anyMatch(each -> alwaysEvaluates(each, expression));
    }

    private static boolean isCandidate(Expression expression) {
        return expression.type() == Primitive.DOUBLE
                && hasName(expression)
                && !Effects.hasEffects(expression)
                && !Expressions.variables(expression).isEmpty()
                && (isDear(expression) || operations(expression) >= WORTHWHILE_OPERATIONS);
    }

    private static boolean hasName(Expression expression) {
        return expression instanceof Call
                || expression instanceof Binary binary
                        && binary.operator().isArithmetic()
                        && binary.operator() != BinaryOperator.REMAINDER;
    }

    private static boolean isDear(Expression expression) {
        return Expressions.any(
                expression,
                each -> each instanceof Call
                        || each instanceof Binary binary && binary.operator() == BinaryOperator.DIVIDE);
    }

    private static int operations(Expression expression) {
        int own = Expressions.children(expression).isEmpty() ? 0 : 1;
        return own
                + Expressions.children(expression).stream()
                        .mapToInt(Repetitions::operations)
                        .sum();
    }
}
