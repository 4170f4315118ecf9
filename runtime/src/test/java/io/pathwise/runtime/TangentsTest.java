package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TangentsTest {
    @Test
    void tangentsOfTheArgumentsShapePass() {
        assertThatCode(() -> {
                    Tangents.requireLength("A.f", "wDot", new double[2], 2);
                    Tangents.requireShape("A.f", "mDot", new double[][] {{1}, {2, 3}}, new double[][] {{4}, {5, 6}});
                    Tangents.requireShape("A.f", "mDot", new double[0][], new double[0][]);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void othersAreNamed() {
        assertThatThrownBy(() -> Tangents.requireLength("A.f", "wDot", new double[2], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A.f: wDot has length 2, but the argument has length 3");
        assertThatThrownBy(() -> Tangents.requireShape("A.f", "mDot", new double[1][2], new double[2][2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A.f: mDot has length 1, but the argument has length 2");
        assertThatThrownBy(() ->
                        Tangents.requireShape("A.f", "mDot", new double[][] {{1}, {2}}, new double[][] {{1}, {}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A.f: mDot[1] has length 1, but the argument has length 0");
    }
}
