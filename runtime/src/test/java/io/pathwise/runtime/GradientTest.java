package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GradientTest {
    private final SpotGradient gradient = new SpotGradient();

    @Test
    void firstUseHasTheLengthAskedForAndIsZero() {
        assertThat(gradient.memory(0, 3)).containsExactly(0.0, 0.0, 0.0);
        assertThat(gradient.intMemory(0, 2)).containsExactly(0, 0);
        assertThat(gradient.longMemory(0, 2)).containsExactly(0L, 0L);
        assertThat(gradient.booleanMemory(0, 2)).containsExactly(false, false);
    }

    @Test
    void secondCallReturnsTheSameArray() {
        assertThat(gradient.memory(2, 5)).isSameAs(gradient.memory(2, 5));
        assertThat(gradient.intMemory(2, 5)).isSameAs(gradient.intMemory(2, 5));
        assertThat(gradient.longMemory(2, 5)).isSameAs(gradient.longMemory(2, 5));
        assertThat(gradient.booleanMemory(2, 5)).isSameAs(gradient.booleanMemory(2, 5));
    }

    @Test
    void smallerSizeKeepsTheArray() {
        double[] memory = gradient.memory(0, 5);

        assertThat(gradient.memory(0, 4)).isSameAs(memory);
        assertThat(gradient.memory(0, 0)).isSameAs(memory);
        assertThat(gradient.memory(0, -1)).isSameAs(memory);
    }

    @Test
    void noSizeMeansAnyLength() {
        assertThat(gradient.memory(3, 0)).isEmpty();
        assertThat(gradient.intMemory(3, -1)).isEmpty();
        assertThat(gradient.memory(3, 0)).isSameAs(gradient.memory(3, -7));
    }

    @Test
    void slotsAndTypesAreSeparate() {
        gradient.memory(0, 1)[0] = 1;
        gradient.memory(1, 1)[0] = 2;
        gradient.intMemory(0, 1)[0] = 3;

        assertThat(gradient.memory(0, 1)).containsExactly(1.0);
        assertThat(gradient.memory(1, 1)).containsExactly(2.0);
        assertThat(gradient.intMemory(0, 1)).containsExactly(3);
    }

    @Test
    void laterSlotLeavesEarlierOnesAlone() {
        double[] first = gradient.memory(0, 2);

        gradient.memory(7, 3);

        assertThat(gradient.memory(0, 2)).isSameAs(first);
    }

    @Test
    void growthAtLeastDoublesAndKeepsTheContent() {
        double[] memory = gradient.memory(0, 3);
        memory[0] = 1;
        memory[2] = 3;

        assertThat(gradient.memory(0, 4)).containsExactly(1.0, 0.0, 3.0, 0.0, 0.0, 0.0);
        assertThat(gradient.memory(0, 20)).hasSize(20).startsWith(1.0, 0.0, 3.0, 0.0);
    }

    @Test
    void growthKeepsTheContentOfEveryType() {
        gradient.intMemory(0, 1)[0] = -5;
        gradient.longMemory(0, 1)[0] = 1L << 40;
        gradient.booleanMemory(0, 1)[0] = true;

        assertThat(gradient.intMemory(0, 3)).containsExactly(-5, 0, 0);
        assertThat(gradient.longMemory(0, 2)).containsExactly(1L << 40, 0L);
        assertThat(gradient.booleanMemory(0, 2)).containsExactly(true, false);
    }

    @Test
    void clearingTheGradientLeavesTheMemory() {
        gradient.spot = 4;
        gradient.memory(0, 1)[0] = 9;

        gradient.clear();

        assertThat(gradient.toArray()).containsExactly(0.0);
        assertThat(gradient.memory(0, 1)).containsExactly(9.0);
    }

    /** Written as the generated classes are. */
    private static final class SpotGradient extends Gradient {
        private double spot;

        @Override
        public void clear() {
            spot = 0;
        }

        @Override
        public void scale(double factor) {
            spot *= factor;
        }

        @Override
        public double[] toArray() {
            return new double[] {spot};
        }
    }

    @Test
    void arraysThatDoNotFitTheirArgumentsAreRefusedByName() {
        Gradient.requireLength("Fit.loss", "weights", new double[3], 3);

        assertThatThrownBy(() -> Gradient.requireLength("Fit.loss", "weights", new double[2], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Fit.loss: the gradient's weights has length 2, but the argument has length 3");
    }
}
