package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DualTest {
    @Test
    void holdsValueAndTangent() {
        Dual dual = new Dual(2.5, -1.0);

        assertThat(dual.value()).isEqualTo(2.5);
        assertThat(dual.tangent()).isEqualTo(-1.0);
        assertThat(dual).isEqualTo(new Dual(2.5, -1.0)).isNotEqualTo(new Dual(2.5, 1.0));
    }
}
