package io.pathwise.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.testing.Models;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    @Test
    void showsHowFarTheEstimateIs() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Estimate estimate;
        try (PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
                ConsoleProgress bar = ConsoleProgress.on(stream)) {
            estimate =
                    MonteCarlo.of(Models.gaussian()).paths(50_000).listener(bar).estimate(5, 1);
        }
        assertThat(estimate.paths()).isEqualTo(50_000);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("paths")
                .contains("100%")
                .contains("50000/50000");
    }
}
