package io.pathwise.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.FunctionRule.Smoothness;
import io.pathwise.processor.simplify.Algebra;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassificationTest {
    private static FunctionRule rule(String name, Type result, int arity) {
        Function function =
                new Function("java.lang.Double", name, Collections.nCopies(arity, Primitive.DOUBLE), result);
        FunctionRule rule = Rules.function(function).orElseThrow();
        assertThat(rule.partials().of(RuleFixture.variables(arity), Algebra.local(RuleFixture.RESULT)))
                .containsOnly(Partial.of(Algebra.number(0)))
                .hasSize(arity);
        return rule;
    }

    @ParameterizedTest
    @ValueSource(strings = {"isNaN", "isFinite", "isInfinite"})
    void whatAllFiniteNumbersHaveInCommonDoesNotJump(String name) {
        assertThat(rule(name, Primitive.BOOLEAN, 1).smoothness()).isEqualTo(Smoothness.SMOOTH);
    }

    @Test
    void theOrderOfTwoNumbersJumps() {
        assertThat(rule("compare", Primitive.INT, 2).smoothness()).isEqualTo(Smoothness.JUMP);
    }
}
