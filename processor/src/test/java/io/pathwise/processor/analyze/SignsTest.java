package io.pathwise.processor.analyze;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.DOUBLES;
import static io.pathwise.processor.program.Build.INT;
import static io.pathwise.processor.program.Build.binary;
import static io.pathwise.processor.program.Build.cast;
import static io.pathwise.processor.program.Build.conditional;
import static io.pathwise.processor.program.Build.literal;
import static io.pathwise.processor.program.Build.local;
import static io.pathwise.processor.program.Build.math;
import static io.pathwise.processor.program.Build.negate;
import static io.pathwise.processor.program.Build.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Variable;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SignsTest {
    private static final Variable X = source("x", DOUBLE);
    private static final Variable Y = source("y", DOUBLE);
    private static final Variable N = source("n", INT);
    private static final Expression ONE = literal(1);
    private static final Expression SQUARE = binary(local(X), "*", local(X));
    private static final Expression EXP = math("exp", local(X));
    private static final Expression COSH = math("cosh", local(X));

    static Stream<Expression> positives() {
        return Stream.of(
                literal(0.5),
                new Constant("java.lang.Math", "PI", Math.PI, DOUBLE, Position.NONE),
                COSH,
                binary(ONE, "+", SQUARE),
                binary(SQUARE, "+", COSH),
                binary(COSH, "-", negate(SQUARE)),
                math("sqrt", COSH),
                math("hypot", ONE, local(X)),
                math("max", literal(1e-8), local(X)),
                math("min", COSH, literal(2.0)),
                math("abs", negate(COSH)),
                math("log1p", COSH),
                math("fma", local(X), local(X), ONE),
                math("ceil", COSH),
                negate(negate(COSH)),
                cast(DOUBLE, literal(3)),
                conditional(binary(local(X), ">", literal(0)), local(X), ONE),
                conditional(binary(local(X), "<=", literal(0)), ONE, local(X)),
                conditional(
                        binary(local(X), ">", local(Y)),
                        binary(local(X), "-", local(Y)),
                        binary(ONE, "+", binary(local(Y), "-", local(X)))));
    }

    static Stream<Expression> unproved() {
        return Stream.of(
                local(X),
                SQUARE,
                // these underflow
                EXP,
                binary(EXP, "*", COSH),
                binary(ONE, "/", binary(ONE, "+", EXP)),
                math("sqrt", EXP),
                math("pow", COSH, local(Y)),
                literal(0.0),
                literal(-1.0),
                binary(ONE, "-", SQUARE),
                binary(ONE, "+", local(X)),
                binary(local(X), "*", local(Y)),
                binary(EXP, "-", ONE),
                math("sqrt", SQUARE),
                math("max", literal(0.0), local(X)),
                math("min", literal(1.0), local(X)),
                math("pow", local(X), literal(3.0)),
                math("floor", EXP),
                math("sin", local(X)),
                // whole numbers overflow
                binary(binary(local(N), "*", local(N)), "+", literal(1)),
                cast(INT, EXP),
                new Length(local(source("w", DOUBLES)), Position.NONE),
                conditional(binary(local(Y), ">", literal(0)), local(X), ONE));
    }

    @ParameterizedTest
    @MethodSource("positives")
    void provesPositive(Expression expression) {
        assertThat(Signs.isPositive(expression, variable -> Optional.empty())).isTrue();
        assertThat(Signs.isNonZero(expression, variable -> Optional.empty())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("unproved")
    void deniesWhatItCannotProve(Expression expression) {
        assertThat(Signs.isPositive(expression, variable -> Optional.empty())).isFalse();
    }

    @Test
    void negativeIsNotZero() {
        assertThat(Signs.isNonZero(negate(COSH), variable -> Optional.empty())).isTrue();
        assertThat(Signs.isNonZero(binary(literal(-2.0), "-", SQUARE), variable -> Optional.empty()))
                .isTrue();
        assertThat(Signs.isNonZero(binary(COSH, "-", ONE), variable -> Optional.empty()))
                .isFalse();
    }

    @Test
    void followsDefinitions() {
        Map<Variable, Expression> definitions = Map.of(Y, EXP, X, local(N));
        Signs signs = Signs.of(variable -> Optional.ofNullable(definitions.get(variable)));
        assertThat(signs.isPositive(binary(ONE, "+", local(Y)))).isTrue();
        assertThat(signs.isPositive(local(X))).isFalse();
    }

    @Test
    void endsWhereDefinitionsGoInCircles() {
        Signs signs = Signs.of(variable -> Optional.of(binary(local(X), "+", ONE)));
        assertThat(signs.isPositive(local(X))).isFalse();
    }

    @Test
    void usesWhatABranchKnows() {
        Expression both = binary(binary(local(X), ">", local(Y)), "&&", binary(local(Y), ">=", literal(0)));
        Signs inside = Signs.of(variable -> Optional.empty()).assuming(both, true);
        assertThat(inside.isPositive(binary(local(X), "-", local(Y)))).isTrue();
        assertThat(inside.isNonNegative(local(Y))).isTrue();
        Signs outside = Signs.of(variable -> Optional.empty()).assuming(both, false);
        assertThat(outside.isNonZero(binary(local(X), "-", local(Y)))).isFalse();
        Expression zero = binary(local(X), "==", literal(0));
        Signs elsewhere = Signs.of(variable -> Optional.empty()).assuming(zero, false);
        assertThat(elsewhere.isNonZero(local(X))).isTrue();
        assertThat(elsewhere.isPositive(local(X))).isFalse();
    }
}
