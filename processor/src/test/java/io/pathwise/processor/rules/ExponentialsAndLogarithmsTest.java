package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.RuleFixture.argument;
import static io.pathwise.processor.rules.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.rules.Partial.Condition;
import io.pathwise.processor.simplify.Algebra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExponentialsAndLogarithmsTest {
    @Test
    void exponentialIsItsOwnDerivative() {
        rule("exp", 1).agreesWithDifferencesAt(-1.3).agreesWithDifferencesAt(2).hasPartials(new double[] {0}, 1);
        assertThat(rule("exp", 1).partials().get(0)).isEqualTo(Partial.of(Algebra.local(RuleFixture.RESULT)));
    }

    @Test
    void exponentialMinusOne() {
        rule("expm1", 1)
                .agreesWithDifferencesAt(-1.3)
                .agreesWithDifferencesAt(1e-3)
                .hasPartials(new double[] {0}, 1);
    }

    @Test
    void naturalLogarithm() {
        rule("log", 1).agreesWithDifferencesAt(0.2).agreesWithDifferencesAt(30).hasPartials(new double[] {4}, 0.25);
        assertThat(rule("log", 1).partials().get(0).regular())
                .contains(new Condition(argument(0), Condition.Kind.NONZERO));
    }

    @Test
    void logarithmOfOnePlus() {
        rule("log1p", 1)
                .agreesWithDifferencesAt(-0.6)
                .agreesWithDifferencesAt(3)
                .hasPartials(new double[] {1}, 0.5);
    }

    @Test
    void decimalLogarithm() {
        rule("log10", 1)
                .agreesWithDifferencesAt(0.2)
                .agreesWithDifferencesAt(30)
                .hasPartials(new double[] {1}, 1 / Math.log(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "expm1", "log", "log1p", "log10"})
    void areWorthKeeping(String name) {
        assertThat(rule(name, 1).rule().cost()).isEqualTo(FunctionRule.Cost.DEAR);
        assertThat(rule(name, 1).rule().smoothness()).isEqualTo(FunctionRule.Smoothness.SMOOTH);
    }
}
