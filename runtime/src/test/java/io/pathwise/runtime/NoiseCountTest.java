package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NoiseCountTest {
    @Test
    void knownCountTellsItsNumbers() {
        NoiseCount count = NoiseCount.of(252, 3);

        assertThat(count.isKnown()).isTrue();
        assertThat(count.normals()).isEqualTo(252);
        assertThat(count.uniforms()).isEqualTo(3);
        assertThat(count).hasToString("252 normals, 3 uniforms");
    }

    @Test
    void negativeNumbersCountAsZero() {
        assertThat(NoiseCount.of(-1, -7)).isEqualTo(NoiseCount.of(0, 0));
    }

    @Test
    void dataDependentCountRefusesToTellNumbers() {
        NoiseCount count = NoiseCount.dataDependent();

        assertThat(count.isKnown()).isFalse();
        assertThatThrownBy(count::normals)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the number of normals depends on the path and is known only once it has run;"
                        + " ask isKnown() first");
        assertThatThrownBy(count::uniforms)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the number of uniforms depends on the path");
        assertThat(count).hasToString("dependent on the path");
    }

    @Test
    void dataDependentCountCarriesNoNumbers() {
        assertThat(new NoiseCount(5, 6, false)).isEqualTo(NoiseCount.dataDependent());
        assertThat(NoiseCount.dataDependent()).isNotEqualTo(NoiseCount.of(0, 0));
    }
}
