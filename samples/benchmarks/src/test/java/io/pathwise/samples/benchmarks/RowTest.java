package io.pathwise.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.samples.benchmarks.Timing.Round;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
    /** The second round met a machine twice as slow, the third disturbed one of the three. */
    @Test
    void timesAreTheLeastOfAllRounds() {
        Row row = Row.of(
                "chain", List.of(new Round(100, 150, 165), new Round(200, 300, 330), new Round(100, 200, 180)), 8);

        assertThat(row).isEqualTo(new Row("chain", 100, 150, 165, 1.1, 1.65, 1.5, 8));
    }

    @Test
    void tableHasOneLineForEachRow() {
        Row row = new Row("chain", 100, 150, 165, 1.1, 1.65, 1.5, 0);

        assertThat(Table.of(List.of(row)).lines())
                .hasSize(3)
                .last()
                .isEqualTo("| chain | 100.0 | 150.0 | 165.0 | 1.10 | 1.65 | 1.50 | 0 |");
    }
}
