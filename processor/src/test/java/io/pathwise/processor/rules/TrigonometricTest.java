package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.rules.Partial.Condition.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrigonometricTest {
    @ParameterizedTest
    @ValueSource(strings = {"sin", "cos", "tan", "asin", "acos", "atan", "toRadians", "toDegrees"})
    void agreesWithDifferences(String name) {
        rule(name, 1)
                .agreesWithDifferencesAt(-0.8)
                .agreesWithDifferencesAt(0.05)
                .agreesWithDifferencesAt(0.6);
    }

    @Test
    void exactValues() {
        double[] zero = {0};
        rule("sin", 1).hasPartials(zero, 1);
        rule("cos", 1).hasPartials(zero, 0);
        rule("tan", 1).hasPartials(zero, 1);
        rule("asin", 1).hasPartials(zero, 1);
        rule("acos", 1).hasPartials(zero, -1);
        rule("atan", 1).hasPartials(new double[] {1}, 0.5);
        rule("toRadians", 1).hasPartials(new double[] {90}, Math.PI / 180);
        rule("toDegrees", 1).hasPartials(new double[] {1}, 180 / Math.PI);
    }

    @Test
    void derivativesCallTheSameLibrary() {
        Call cosine = (Call) RuleFixture.partialsOf(rule("sin", 1).twins().get(1), RuleFixture.variables(1))
                .get(0)
                .value();
        assertThat(cosine.function().owner()).isEqualTo("java.lang.StrictMath");
        assertThat(cosine.function().name()).isEqualTo("cos");
    }

    @Test
    void inverseSineKeepsItsDigitsNearOne() {
        double distance = 0x1p-40;
        double expected = 1 / Math.sqrt(distance * (2 - distance));
        rule("asin", 1).hasPartials(new double[] {1 - distance}, expected);
        rule("acos", 1).hasPartials(new double[] {1 - distance}, -expected);
    }

    @Test
    void inverseSineAndCosineAreSingularAtTheEnds() {
        assertThat(rule("asin", 1).partials().get(0).regular().orElseThrow().kind())
                .isEqualTo(Kind.UNKNOWN);
        assertThat(rule("acos", 1).partials().get(0).regular().orElseThrow().kind())
                .isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void polarAngle() {
        rule("atan2", 2)
                .agreesWithDifferencesAt(1.5, -0.7)
                .agreesWithDifferencesAt(-2, 3)
                .agreesWithDifferencesAt(-2, -1)
                .hasPartials(new double[] {0, 2}, 0.5, 0)
                .hasPartials(new double[] {3, 0}, 0, -1.0 / 3);
    }

    @Test
    void polarAngleIsSingularAtTheOriginOnly() {
        Partial.Condition condition =
                rule("atan2", 2).partials().get(0).regular().orElseThrow();
        assertThat(condition.kind()).isEqualTo(Kind.NONZERO);
        Evaluator atPoint = new Evaluator(Map.copyOf(RuleFixture.values(new double[] {3, 4})));
        assertThat(atPoint.evaluate(condition.subject())).isCloseTo(25, within(0.0));
    }

    @Test
    void sineAndCosineAreWorthKeeping() {
        assertThat(rule("sin", 1).rule().cost()).isEqualTo(FunctionRule.Cost.DEAR);
        assertThat(rule("cos", 1).rule().cost()).isEqualTo(FunctionRule.Cost.DEAR);
        assertThat(rule("tan", 1).rule().cost()).isEqualTo(FunctionRule.Cost.DEAR);
        assertThat(rule("atan2", 2).rule().cost()).isEqualTo(FunctionRule.Cost.DEAR);
    }
}
