package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.FunctionRule.Smoothness;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RoundingTest {
    static Stream<RuleFixture> steps() {
        return Stream.of(
                rule("ceil", 1),
                rule("floor", 1),
                rule("rint", 1),
                rule("signum", 1),
                rule("ulp", 1),
                rule("round", Primitive.LONG, List.of(Primitive.DOUBLE)),
                rule("getExponent", Primitive.INT, List.of(Primitive.DOUBLE)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void stepsAreConstantBetweenJumps(RuleFixture step) {
        step.agreesWithDifferencesAt(-1.3)
                .agreesWithDifferencesAt(2.8)
                .hasPartials(new double[] {1}, 0)
                .hasPartials(new double[] {0}, 0);
        assertThat(step.rule().smoothness()).isEqualTo(Smoothness.JUMP);
        assertThat(step.rule().cost()).isEqualTo(FunctionRule.Cost.CHEAP);
    }

    @Test
    void remainderOfTheNearestMultiple() {
        rule("IEEEremainder", 2)
                .agreesWithDifferencesAt(7.3, 2)
                .agreesWithDifferencesAt(-7.3, 2.1)
                .hasPartials(new double[] {7.5, 2}, 1, -4);
        assertThat(rule("IEEEremainder", 2).rule().smoothness()).isEqualTo(Smoothness.JUMP);
    }
}
