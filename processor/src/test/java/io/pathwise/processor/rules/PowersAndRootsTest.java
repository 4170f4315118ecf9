package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.RuleFixture.argument;
import static io.pathwise.processor.rules.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.rules.Partial.Condition;
import io.pathwise.processor.simplify.Algebra;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PowersAndRootsTest {
    private static final RuleFixture POW = rule("pow", 2);

    @Test
    void squareRootUsesItsResult() {
        rule("sqrt", 1).agreesWithDifferencesAt(0.3).agreesWithDifferencesAt(40).hasPartials(new double[] {4}, 0.25);
        assertThat(rule("sqrt", 1).partials().get(0).regular())
                .contains(new Condition(result(), Condition.Kind.POSITIVE));
    }

    @Test
    void cubeRootHasNegativeArgumentsToo() {
        rule("cbrt", 1)
                .agreesWithDifferencesAt(-2.5)
                .agreesWithDifferencesAt(7)
                .hasPartials(new double[] {-8}, 1.0 / 12);
        assertThat(rule("cbrt", 1).partials().get(0).regular())
                .contains(new Condition(result(), Condition.Kind.NONZERO));
    }

    @Test
    void powerOfVariables() {
        POW.agreesWithDifferencesAt(1.7, 2.3)
                .agreesWithDifferencesAt(0.4, -1.2)
                .hasPartials(new double[] {2, 3}, 12, 8 * Math.log(2));
    }

    @Test
    void powerOfZeroVanishesInItsExponent() {
        POW.hasPartials(new double[] {0, 2}, 0, 0).hasPartials(new double[] {0, 1}, 1, 0);
    }

    @Test
    void powerOfExponentZeroIsConstantInItsBase() {
        POW.hasPartials(new double[] {0, 0}, 0).hasPartials(new double[] {3, 0}, 0, Math.log(3));
    }

    @Test
    void powerIsRegularInItsExponentForPositiveBasesOnly() {
        assertThat(POW.partials().get(1).regular()).contains(new Condition(argument(0), Condition.Kind.POSITIVE));
        assertThat(literalBase(2).regular()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4, 10})
    void powerOfLiteralExponent(double exponent) {
        POW.hasPartials(arguments(exponent), new double[] {1.7}, exponent * Math.pow(1.7, exponent - 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 1.5, 2, 3, 4})
    void powerOfLiteralExponentIsFiniteAtZero(double exponent) {
        POW.hasPartials(arguments(exponent), new double[] {0}, exponent == 1 ? 1 : 0);
        assertThat(literalExponent(exponent).regular()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2, -1, 0.5})
    void powerOfLiteralExponentBelowOneIsSingularAtZero(double exponent) {
        assertThat(literalExponent(exponent).regular()).contains(new Condition(argument(0), Condition.Kind.NONZERO));
    }

    @Test
    void smallPowersAreProducts() {
        assertThat(literalExponent(2).value()).isEqualTo(Algebra.multiply(Algebra.number(2), argument(0)));
        assertThat(literalExponent(1).value()).isEqualTo(Algebra.number(1));
    }

    @Test
    void hypotenuse() {
        rule("hypot", 2)
                .agreesWithDifferencesAt(1.5, -0.7)
                .agreesWithDifferencesAt(-2, 3)
                .hasPartials(new double[] {3, 4}, 0.6, 0.8)
                .hasPartials(new double[] {0, 0}, 0, 0);
    }

    private static Partial literalExponent(double exponent) {
        return RuleFixture.partialsOf(POW.twins().get(0), arguments(exponent)).get(0);
    }

    private static Partial literalBase(double base) {
        return RuleFixture.partialsOf(POW.twins().get(0), List.of(Algebra.number(base), argument(0)))
                .get(1);
    }

    private static List<Expression> arguments(double exponent) {
        return List.of(argument(0), Algebra.number(exponent));
    }

    private static Local result() {
        return (Local) Algebra.local(RuleFixture.RESULT);
    }
}
