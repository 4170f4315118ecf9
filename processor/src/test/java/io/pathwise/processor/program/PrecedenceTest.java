package io.pathwise.processor.program;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.INT;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Type.Primitive;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Printed expressions are read by javac as the trees they were printed from, and lose that without any parenthesis. */
class PrecedenceTest {
    private static final int EXPRESSIONS = 150;
    private static final Variable X = Build.source("x", DOUBLE);
    private static final Variable K = Build.source("k", INT);
    private static final Variable V = Build.source("v", Build.DOUBLES);

    private final RandomGenerator random = new Random(20240229);

    @Test
    void javacReadsTheTreeThatWasPrinted() {
        for (int i = 0; i < EXPRESSIONS; i++) {
            Expression expression = expression(4);
            String text = Printer.print(expression);
            assertThat(TreeShape.read(text)).as(text).contains(TreeShape.of(expression));
        }
    }

    @Test
    void noParenthesesCanBeLeftOut() {
        for (int i = 0; i < EXPRESSIONS; i++) {
            Expression expression = expression(3);
            String text = Printer.print(expression);
            for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
                if (!isPartOfSyntax(text, open)) {
                    String without = withoutPair(text, open);
                    assertThat(TreeShape.read(without)).as(text).isNotEqualTo(Optional.of(TreeShape.of(expression)));
                }
            }
        }
    }

    private static boolean isPartOfSyntax(String text, int open) {
        boolean isCall = open > 0 && Character.isJavaIdentifierPart(text.charAt(open - 1));
        return isCall || text.startsWith("(int)", open) || text.startsWith("(double)", open);
    }

    private static String withoutPair(String text, int open) {
        int depth = 1;
        int close = open;
        while (depth > 0) {
            close++;
            depth += text.charAt(close) == '(' ? 1 : text.charAt(close) == ')' ? -1 : 0;
        }
        return text.substring(0, open) + text.substring(open + 1, close) + text.substring(close + 1);
    }

    private Expression expression(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(9)) {
            case 0 -> unary(depth);
            case 1 -> new Cast(expression(depth - 1), random.nextBoolean() ? INT : DOUBLE, Position.NONE);
            case 2 ->
                new Conditional(
                        expression(depth - 1), expression(depth - 1), expression(depth - 1), DOUBLE, Position.NONE);
            case 3 -> Build.math("max", expression(depth - 1), expression(depth - 1));
            case 4 -> new Element(Build.local(V), expression(depth - 1), Position.NONE);
            default -> binary(depth);
        };
    }

    private Expression unary(int depth) {
        UnaryOperator[] operators = UnaryOperator.values();
        return new Unary(operators[random.nextInt(operators.length)], expression(depth - 1), DOUBLE, Position.NONE);
    }

    /** Types play no part in the syntax, so any operator may meet any operand. */
    private Expression binary(int depth) {
        BinaryOperator[] operators = BinaryOperator.values();
        BinaryOperator operator = operators[random.nextInt(operators.length)];
        return new Binary(operator, expression(depth - 1), expression(depth - 1), DOUBLE, Position.NONE);
    }

    private Expression leaf() {
        return switch (random.nextInt(4)) {
            case 0 -> Build.local(X);
            case 1 -> Build.local(K);
            case 2 -> new Literal(random.nextInt(7) - 3, Primitive.INT, Position.NONE);
            default -> Build.literal(random.nextInt(9) / 4.0 - 1);
        };
    }
}
