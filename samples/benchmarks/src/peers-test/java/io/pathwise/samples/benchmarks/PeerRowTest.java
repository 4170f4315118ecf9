package io.pathwise.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.samples.benchmarks.Timing.Measured;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerRowTest {
    /** The second round met a machine twice as slow, the third disturbed one code. */
    @Test
    void timesAreTheLeastOfAllRounds() {
        Contestant contestant = new Contestant("other", PeerRowTest.class, "gradient", Map.of(), 64);

        PeerRow row = PeerRow.of(
                "chain", contestant, List.of(round(100, 400, 300), round(200, 800, 600), round(100, 500, 200)));

        assertThat(row).isEqualTo(new PeerRow("chain", "other", 64, 400, 4, 2));
    }

    @Test
    void tableHasOneLineForEachRow() {
        PeerRow row = new PeerRow("chain", "other", 64, 1500, 4, 3);

        assertThat(PeerTable.of(List.of(row)).lines())
                .hasSize(3)
                .last()
                .isEqualTo("| chain | other | 64 | 1,500.0 | 4.00 | 3.00 |");
    }

    private static Map<String, Measured> round(double byHand, double process, double clock) {
        return Map.of("by hand", new Measured(1, byHand, byHand, 0), "other", new Measured(1, process, clock, 0));
    }
}
