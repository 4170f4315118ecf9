package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.simplify.Algebra;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArithmeticTest {
    @Test
    void fusedMultiplyAdd() {
        rule("fma", 3).agreesWithDifferencesAt(1.5, -0.7, 3).hasPartials(new double[] {2, 3, 5}, 3, 2, 1);
    }

    @Test
    void scalingByAPowerOfTwo() {
        rule("scalb", Primitive.DOUBLE, List.of(Primitive.DOUBLE, Primitive.INT))
                .hasPartials(List.of(RuleFixture.argument(0), Algebra.integer(3)), new double[] {1.5}, 8, 0)
                .hasPartials(List.of(RuleFixture.argument(0), Algebra.integer(-2)), new double[] {1.5}, 0.25, 0);
    }

    @Test
    void neighbouringNumbers() {
        rule("nextUp", 1).agreesWithDifferencesAt(1.5).hasPartials(new double[] {0}, 1);
        rule("nextDown", 1).agreesWithDifferencesAt(1.5).hasPartials(new double[] {0}, 1);
        rule("nextAfter", 2).agreesWithDifferencesAt(1.5, 3).hasPartials(new double[] {2, 2}, 1, 0);
    }

    @Test
    void areEvaluatedAgain() {
        assertThat(rule("fma", 3).rule().cost()).isEqualTo(FunctionRule.Cost.CHEAP);
        assertThat(rule("nextUp", 1).rule().cost()).isEqualTo(FunctionRule.Cost.CHEAP);
    }
}
