package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    private static final int LENGTH = 7;

    private final Random random = new Random(5);
    private final double[] vector = random.doubles(LENGTH, -1, 1).toArray();

    private double[][] rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.doubles(LENGTH, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    private double product(double start, double[] row) {
        double sum = start;
        for (int j = 0; j < LENGTH; j++) {
            sum += row[j] * vector[j];
        }
        return sum;
    }

    /** To the last bit: the order of the additions is that of a plain loop. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 8, 11})
    void sumsAreThoseOfPlainLoops(int count) {
        double[][] rows = rows(count);
        double[] initial = random.doubles(count, -1, 1).toArray();
        double[] plain = new double[count + 1];
        double[] started = new double[count + 1];

        Rows.products(rows, vector, LENGTH, count, plain);
        Rows.products(initial, rows, vector, LENGTH, count, started);

        for (int i = 0; i < count; i++) {
            assertThat(plain[i]).isEqualTo(product(0, rows[i]));
            assertThat(started[i]).isEqualTo(product(initial[i], rows[i]));
        }
        assertThat(plain[count]).isZero();
        assertThat(started[count]).isZero();
    }

    @Test
    void negativeCountIsNone() {
        double[] sums = {3};
        Rows.products(rows(1), vector, LENGTH, -1, sums);
        assertThat(sums).containsExactly(3);
    }

    @Test
    void shortRowIsOutOfBounds() {
        assertThatThrownBy(() -> Rows.products(rows(1), vector, LENGTH + 1, 1, new double[1]))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }
}
