package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VectorsTest {
    private final double[] sum = {1, 2, 3};

    @Test
    void multipleIsAdded() {
        Vectors.addMultiple(-2, new double[] {0.5, 1.5, 7}, 2, sum);
        assertThat(sum).containsExactly(0, -1, 3);
    }

    @Test
    void negativeLengthIsNone() {
        Vectors.addMultiple(5, sum.clone(), -1, sum);
        assertThat(sum).containsExactly(1, 2, 3);
    }

    @Test
    void shortVectorIsOutOfBounds() {
        assertThatThrownBy(() -> Vectors.addMultiple(1, new double[2], 3, sum))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void boundedFactorsOfUnboundedMultiplesAreOrdinary() {
        Vectors.addUnboundedMultiple(-2, new double[] {0.5, 0, 7}, 2, sum);
        assertThat(sum).containsExactly(0, 2, 3);
    }

    @Test
    void infiniteMultiplesOfZeroAddNothing() {
        Vectors.addUnboundedMultiple(Double.POSITIVE_INFINITY, new double[] {0, -1, -0.0}, 3, sum);
        assertThat(sum).containsExactly(1, Double.NEGATIVE_INFINITY, 3);
    }

    @Test
    void undefinedMultiplesOfZeroAddNothing() {
        Vectors.addUnboundedMultiple(Double.NaN, new double[] {0, 1, 0}, 2, sum);
        assertThat(sum).containsExactly(1, Double.NaN, 3);
    }
}
