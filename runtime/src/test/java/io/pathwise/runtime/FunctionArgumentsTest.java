package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionArgumentsTest {
    @Test
    void whatIsInRangeIsReturned() {
        assertThat(FunctionArguments.requireLength("A.f", "wLength", 0)).isZero();
        assertThat(FunctionArguments.requireLength("A.f", "wLength", 7)).isEqualTo(7);
        assertThat(FunctionArguments.requireBaseline("A.f", "baseline", -1.5)).isEqualTo(-1.5);
    }

    @Test
    void aNegativeLengthIsNamed() {
        assertThatThrownBy(() -> FunctionArguments.requireLength("A.f", "wLength", -2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A.f: wLength must not be negative, but is -2");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aBaselineThatIsNotFiniteIsNamed(double baseline) {
        assertThatThrownBy(() -> FunctionArguments.requireBaseline("A.f", "baseline", baseline))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A.f: baseline must be finite, but is " + baseline);
    }
}
