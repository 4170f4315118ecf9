package io.pathwise.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void computesMeanAndSquares() {
        Moments moments = moments(new double[] {1}, new double[] {2}, new double[] {6});
        assertThat(moments.count()).isEqualTo(3);
        assertThat(moments.mean(0)).isEqualTo(3);
        assertThat(moments.squares(0)).isCloseTo(14, within(1e-14));
    }

    @Test
    void doesNotLoseDigitsToAGreatMean() {
        Moments moments = new Moments(1, 0);
        for (int i = 0; i < 1_000_000; i++) {
            moments.add(new double[] {1e9 + (i % 2 == 0 ? 1e-3 : -1e-3)});
        }
        assertThat(moments.squares(0) / moments.count()).isCloseTo(1e-6, within(1e-9));
    }

    @Test
    void mergesToTheMomentsOfTheWhole() {
        double[][] rows = {{1, 5}, {4, -2}, {-3, 0.5}, {10, 7}, {2, 2}};
        Moments whole = new Moments(2, 1);
        Moments first = new Moments(2, 1);
        Moments second = new Moments(2, 1);
        for (int i = 0; i < rows.length; i++) {
            whole.add(rows[i]);
            (i < 2 ? first : second).add(rows[i]);
        }
        Moments merged = Moments.merge(first, second);
        assertThat(merged.count()).isEqualTo(5);
        for (int i = 0; i < 2; i++) {
            assertThat(merged.mean(i)).isCloseTo(whole.mean(i), within(1e-14));
            assertThat(merged.squares(i)).isCloseTo(whole.squares(i), within(1e-13));
            assertThat(merged.products(0, i)).isCloseTo(whole.products(0, i), within(1e-13));
        }
        // Σ (x − 2.8)(y − 2.5), and the control's own squares
        assertThat(whole.products(0, 0)).isCloseTo(34.5, within(1e-13));
        assertThat(whole.products(0, 1)).isCloseTo(whole.squares(1), within(1e-13));
    }

    @Test
    void mergesNothingWithSomething() {
        Moments some = moments(new double[] {1}, new double[] {3});
        Moments none = new Moments(1, 0);
        assertThat(Moments.merge(none, some).mean(0)).isEqualTo(2);
        assertThat(Moments.merge(some, none).squares(0)).isEqualTo(2);
        assertThat(Moments.merge(none, none).count()).isZero();
    }

    private static Moments moments(double[]... rows) {
        Moments moments = new Moments(rows[0].length, 0);
        for (double[] row : rows) {
            moments.add(row);
        }
        return moments;
    }
}
