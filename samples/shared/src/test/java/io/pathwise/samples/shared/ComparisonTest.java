package io.pathwise.samples.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void countsTheStandardErrorsByWhichAnEstimateMisses() {
        assertThat(new Comparison("mean", 10.5, 0.25, 10).deviations()).isEqualTo(2);
        assertThat(new Comparison("exact", 3 + 1e-15, 0, 3).deviations()).isZero();
        assertThat(new Comparison("wrong", 3.1, 0, 3).deviations()).isInfinite();
    }

    @Test
    void isALineOfATable() {
        assertThat(new Comparison("mean", 10.5, 0.25, 10).line().strip().split("\\s+"))
                .containsExactly("mean", "10.500000", "0.250000", "10.000000");
    }
}
