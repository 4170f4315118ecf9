package io.pathwise.samples.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.samples.shared.Layers.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LayersTest {
    private final Layers layers = Layers.of(new Shape(2, 3), new Shape(1, 2));

    @Test
    void weightsGoRowByRowAndBiasesAfterThem() {
        Layer[] read = layers.read(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
        assertThat(layers.size()).isEqualTo(11);
        assertThat(read[0].weights()).isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(read[0].bias()).containsExactly(7, 8);
        assertThat(read[1].weights()).isDeepEqualTo(new double[][] {{9, 10}});
        assertThat(read[1].bias()).containsExactly(11);
    }

    /** The mean square of 10,000 draws has a standard error of √2 in a hundred. */
    @Test
    void randomWeightsHaveTheVarianceOfOneOverTheirInputs() {
        Layer layer = Layers.of(new Shape(100, 100))
                .read(Layers.of(new Shape(100, 100)).random(5))[0];
        double squares = Arrays.stream(layer.weights())
                .flatMapToDouble(Arrays::stream)
                .map(weight -> weight * weight)
                .sum();
        assertThat(squares / 100).isCloseTo(1, within(4 * Math.sqrt(2) / 100));
        assertThat(layer.bias()).containsOnly(0);
    }
}
