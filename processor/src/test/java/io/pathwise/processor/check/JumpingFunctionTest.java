package io.pathwise.processor.check;

import static io.pathwise.processor.check.CheckFixture.jumpsIn;
import static io.pathwise.processor.check.CheckFixture.messagesIn;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JumpingFunctionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Math.floor(s)",
                "Math.ceil(s)",
                "Math.rint(s)",
                "Math.signum(s - k)",
                "Math.round(s)",
                "StrictMath.floor(s)",
                "Math.IEEEremainder(s, k)",
                "Math.copySign(1, s - k)",
                "Double.compare(s, k)",
                "s % k"
            })
    void stepsOfRandomValuesAreTold(String call) {
        assertThat(jumpsIn("return s * (" + call + ");")).containsExactly(call);
        assertThat(jumpsIn("double x = " + call + "; return x + s;")).containsExactly(call);
    }

    @Test
    void castToAWholeNumber() {
        assertThat(jumpsIn("return w[(int) s];")).containsExactly("(int) s");
        assertThat(jumpsIn("int i = (int) s; double x = 0; for (int j = 0; j < i; j++) { x += w[j]; } return x;"))
                .containsExactly("(int) s");
        assertThat(jumpsIn("long i = (long) s; return i * s0;")).containsExactly("(long) s");
    }

    /** A cast hides that the slope is lost, so it is warned of without a draw, too. */
    @Test
    void castOfAParameter() {
        assertThat(jumpsIn("return (int) s0 * s;")).containsExactly("(int) s0");
        assertThat(jumpsIn("double x = s0 * s0; return (long) x + (char) (x - k);"))
                .containsExactly("(long) x", "(char) (x - k)");
        assertThat(messagesIn("return (int) s0 * s;"))
                .singleElement()
                .asString()
                .startsWith("the gradient does not see the jumps of '(int) s0'");
        assertThat(messagesIn("return (int) s * s;"))
                .singleElement()
                .asString()
                .startsWith("the gradient is biased by the jumps of '(int) s'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double unused = (int) s0; return s;",
                "return (int) Math.sqrt(n) * s;",
                "if (s0 > 1) { double h = n * 0.5; return s * (int) h; } return s;",
                "for (int i = 0; i < n; i++) { if (s0 > i * k) { break; } s += (int) (i * 0.5); } return s;",
                "return (int) (s0 > 3 ? 1.0 : 2.0) * s;",
                "return (int) Math.floor(s0) * s;",
                "return (int) (n / 2.0) * s;",
                "double unused = Math.floor(s); return s;",
                "return Double.compare(s0, k) * s;",
                "return Math.floor(s0) * s;",
                "return Math.floor(z) * s;",
                "return Math.floor(n / 2.0) * s;",
                "return Math.copySign(s, z);",
                "return (int) z + s;",
                "return (double) n * s;",
                "return Math.abs(s) + Math.max(s, k);"
            })
    void stepsThatNoParameterCrossesPathByPathAreQuiet(String body) {
        assertThat(jumpsIn(body)).isEmpty();
    }

    @Test
    void stepThatSteersALoop() {
        assertThat(jumpsIn("double x = 0; for (int i = 0; i < (int) s; i++) { x += k; } return x;"))
                .containsExactly("(int) s");
    }
}
