package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HyperbolicTest {
    @ParameterizedTest
    @ValueSource(strings = {"sinh", "cosh", "tanh"})
    void agreesWithDifferences(String name) {
        rule(name, 1)
                .agreesWithDifferencesAt(-1.8)
                .agreesWithDifferencesAt(0.05)
                .agreesWithDifferencesAt(2.6);
        assertThat(rule(name, 1).rule().cost()).isEqualTo(FunctionRule.Cost.DEAR);
        assertThat(rule(name, 1).partials().get(0).regular()).isEmpty();
    }

    @Test
    void exactValues() {
        rule("sinh", 1).hasPartials(new double[] {0}, 1);
        rule("cosh", 1).hasPartials(new double[] {0}, 0);
        rule("tanh", 1).hasPartials(new double[] {0}, 1);
    }
}
