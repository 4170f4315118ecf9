package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.RuleFixture.argument;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.simplify.Algebra;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule of {@code clamp}, which the Java that runs the test need not have. */
final class ClampTest {
    private static final Function CLAMP =
            new Function("java.lang.Math", "clamp", Collections.nCopies(3, Primitive.DOUBLE), Primitive.DOUBLE);

    @Test
    void derivativeBelongsToTheArgumentThatIsReturned() {
        assertThat(partials(RuleFixture.variables(3), 2, 1, 3)).containsExactly(1, 0, 0);
        assertThat(partials(RuleFixture.variables(3), 0, 1, 3)).containsExactly(0, 1, 0);
        assertThat(partials(RuleFixture.variables(3), 4, 1, 3)).containsExactly(0, 0, 1);
    }

    @Test
    void tieWithVariableBoundsGoesToTheValue() {
        assertThat(partials(RuleFixture.variables(3), 1, 1, 3)).containsExactly(1, 0, 0);
        assertThat(partials(RuleFixture.variables(3), 3, 3, 3)).containsExactly(1, 0, 0);
    }

    @Test
    void tieWithLiteralBoundsGoesToTheBound() {
        List<Expression> arguments = List.of(argument(0), Algebra.integer(1), Algebra.integer(3));
        assertThat(partials(arguments, 1)[0]).isZero();
        assertThat(partials(arguments, 3)[0]).isZero();
        assertThat(partials(arguments, 2)[0]).isEqualTo(1);
    }

    private static double[] partials(List<Expression> arguments, double... point) {
        Evaluator evaluator = new Evaluator(RuleFixture.values(point));
        return RuleFixture.partialsOf(CLAMP, arguments).stream()
                .mapToDouble(partial -> evaluator.evaluate(partial.value()))
                .toArray();
    }
}
