package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.RuleFixture.argument;
import static io.pathwise.processor.rules.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.FunctionRule.Smoothness;
import io.pathwise.processor.simplify.Algebra;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectionTest {
    private static final Expression PI = new Constant("java.lang.Math", "PI", Math.PI, Primitive.DOUBLE, Position.NONE);

    @ParameterizedTest
    @ValueSource(strings = {"max", "min"})
    void largerOrSmallerArgumentHasTheDerivative(String name) {
        rule(name, 2).agreesWithDifferencesAt(1.5, -0.7).agreesWithDifferencesAt(-2, 3);
        assertThat(rule(name, 2).rule().smoothness()).isEqualTo(Smoothness.KINK);
        assertThat(rule(name, 2).rule().cost()).isEqualTo(FunctionRule.Cost.CHEAP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max", "min"})
    void tieGoesToTheFirstOfTwoVariables(String name) {
        rule(name, 2).hasPartials(new double[] {2, 2}, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max", "min"})
    void tieGoesToTheLiteral(String name) {
        rule(name, 2)
                .hasPartials(List.of(argument(0), Algebra.integer(0)), new double[] {0}, 0, 1)
                .hasPartials(List.of(Algebra.number(0), argument(0)), new double[] {0}, 1, 0)
                .hasPartials(List.of(argument(0), PI), new double[] {Math.PI}, 0, 1)
                .hasPartials(List.of(PI, argument(0)), new double[] {Math.PI}, 1, 0);
    }

    @Test
    void literalOnEitherSide() {
        rule("max", 2)
                .hasPartials(List.of(argument(0), Algebra.number(1)), new double[] {2}, 1, 0)
                .hasPartials(List.of(Algebra.number(1), argument(0)), new double[] {2}, 0, 1)
                .hasPartials(List.of(Algebra.number(1), argument(0)), new double[] {-2}, 1, 0);
        rule("min", 2)
                .hasPartials(List.of(argument(0), Algebra.number(1)), new double[] {2}, 0, 1)
                .hasPartials(List.of(Algebra.number(1), argument(0)), new double[] {2}, 1, 0)
                .hasPartials(List.of(Algebra.number(1), argument(0)), new double[] {-2}, 0, 1);
    }

    @Test
    void absoluteValue() {
        rule("abs", 1)
                .agreesWithDifferencesAt(-1.5)
                .agreesWithDifferencesAt(0.7)
                .hasPartials(new double[] {0}, 0);
        assertThat(rule("abs", 1).rule().smoothness()).isEqualTo(Smoothness.KINK);
    }

    @Test
    void copiedSign() {
        rule("copySign", 2)
                .agreesWithDifferencesAt(1.5, -0.7)
                .agreesWithDifferencesAt(-1.5, -0.7)
                .agreesWithDifferencesAt(-1.5, 0.7)
                .agreesWithDifferencesAt(1.5, 0.7)
                .hasPartials(new double[] {2, -0.0}, -1, 0);
        assertThat(rule("copySign", 2).rule().smoothness()).isEqualTo(Smoothness.JUMP);
    }
}
