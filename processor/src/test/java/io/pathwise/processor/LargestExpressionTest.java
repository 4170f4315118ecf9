package io.pathwise.processor;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.binary;
import static io.pathwise.processor.program.Build.giveBack;
import static io.pathwise.processor.program.Build.literal;
import static io.pathwise.processor.program.Build.local;
import static io.pathwise.processor.program.Build.program;
import static io.pathwise.processor.program.Build.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Variable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LargestExpressionTest {
    private static final int DEEP = 100_000;

    private final Variable x = source("x", DOUBLE);

    @Test
    void findsTheStatementHoweverDeepItIs() {
        Expression sum = literal(0.0);
        for (int i = 0; i < DEEP; i++) {
            sum = binary(sum, "+", literal(1.0));
        }
        Position position = new Position(40, 50);
        Program program = program(
                "demo.Source", "f", DOUBLE, List.of(), new Declare(x, Optional.of(sum), position), giveBack(local(x)));

        LargestExpression largest = LargestExpression.of(List.of(program));

        assertThat(largest).isEqualTo(new LargestExpression(position, 2 * DEEP + 1));
        assertThat(largest.isLarge()).isTrue();
    }

    @Test
    void ordinaryExpressionsAreNotLarge() {
        Program program = program("demo.Source", "f", DOUBLE, List.of(), giveBack(binary(local(x), "*", local(x))));

        assertThat(LargestExpression.of(List.of(program)).operations()).isEqualTo(3);
        assertThat(LargestExpression.of(List.of(program)).isLarge()).isFalse();
        assertThat(LargestExpression.of(List.of()).isLarge()).isFalse();
    }
}
