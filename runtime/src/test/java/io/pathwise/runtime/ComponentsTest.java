package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ComponentsTest {
    @Test
    void whatIsKeptPasses() {
        assertThatCode(() -> {
                    Components.requireKept("A.f", "m.x", 0.3, 0.3);
                    Components.requireKept("A.f", "m.x", -0.0, 0.0);
                    Components.requireKept("A.f", "m.x", Double.NaN, Double.NaN);
                    Components.requireKept("A.f", "m.w", new double[] {1, Double.NaN}, new double[] {1, Double.NaN});
                    Components.requireKept("A.f", "m.w", new double[][] {{1}, {2}}, new double[][] {{1}, {2}});
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsChangedIsNamed() {
        assertThatThrownBy(() -> Components.requireKept("A.f", "m.x", -0.3, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A.f: the record makes 0.0 of the parameter m.x = -0.3, and the derivative of that is not"
                        + " known");
        assertThatThrownBy(() -> Components.requireKept("A.f", "m.x", Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Components.requireKept("A.f", "m.w", new double[] {1, 2}, new double[] {1, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("makes [1.0, 3.0] of the parameter m.w = [1.0, 2.0]");
        assertThatThrownBy(() -> Components.requireKept("A.f", "m.w", new double[][] {{1}}, new double[][] {{2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("makes [[2.0]] of the parameter m.w = [[1.0]]");
    }
}
