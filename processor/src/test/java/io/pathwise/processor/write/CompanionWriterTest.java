package io.pathwise.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompanionWriterTest {
    @Test
    void writesScalarsAndTheirNoise() {
        Golden.check(
                "write-call",
                source("Option", "Option", new Examples.Call().method()).text());
    }

    @Test
    void writesArraysOfParametersConstantsAndNoise() {
        Golden.check(
                "write-fit",
                source("Models_Fit", "Models.Fit", new Examples.Fit().method()).text());
    }

    @Test
    void writesNamesThatItUsesItself() {
        CompanionMethod method = new Examples.Awkward().method();
        Companion companion = new Companion("", "Awkward", "Awkward", false, false, List.of(method), null);
        Golden.check("write-awkward", CompanionWriter.write(companion).text());
    }

    @Test
    void keepsLinesWithinTheHousesWidth() {
        for (CompanionMethod method : List.of(new Examples.Awkward().method(), new Examples.Fit().method())) {
            assertThat(source("Some", "Some", method).text().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        }
    }

    @Test
    void writesTheTargetOfStyle() {
        String text = source("Walk", "Walk", new Examples.Walk().method()).text();
        assertThat(text).contains("""
                            /** Adds {@code seed} times the partial derivatives of {@code terminal} to {@code gradient}. */
                            public static double terminalReverse(double drift, double volatility, double start, int steps, double[] normals,
                                    double seed, TerminalGradient gradient) {
                                // forward sweep
                                double[] xAt = gradient.memory(0, steps);
                                double x = start;
                                for (int t = 0; t < steps; t++) {
                                    xAt[t] = x;
                                    double step = drift + volatility * normals[t];
                                    x += Math.sin(x) * step;
                                }
                                double value = x;

                                // reverse sweep
                                double xBar = seed;
                                double driftBar = 0;
                                double volatilityBar = 0;
                                for (int t = steps - 1; t >= 0; t--) {
                                    x = xAt[t];
                                    double step = drift + volatility * normals[t];
                                    // x += sin(x) * step
                                    double stepBar = Math.sin(x) * xBar;
                                    xBar += Math.cos(x) * step * xBar;
                                    // step ~ normal(drift, volatility): ∂step/∂drift = 1, ∂step/∂volatility = ε
                                    driftBar += stepBar;
                                    volatilityBar += normals[t] * stepBar;
                                }
                                gradient.start += xBar;
                                gradient.drift += driftBar;
                                gradient.volatility += volatilityBar;
                                return value;
                            }
                        """);
    }

    @Test
    void isAsVisibleAsTheClassAndMarkedAsGeneratedWherePossible() {
        CompanionMethod method = new Examples.Call().method();
        Companion hidden = new Companion("", "Option", "Option", false, false, List.of(method), null);
        assertThat(CompanionWriter.write(hidden).text())
                .doesNotContain("package ")
                .doesNotContain("@Generated")
                .contains("\nfinal class OptionPathwise {");
        assertThat(source("Option", "Option", method).text())
                .contains("@Generated(\"io.pathwise.processor.PathwiseProcessor\")")
                .contains("\npublic final class OptionPathwise {");
    }

    private static GeneratedSource source(String sourceClass, String displayName, CompanionMethod method) {
        return CompanionWriter.write(
                new Companion("demo", sourceClass, displayName, true, true, List.of(method), null));
    }
}
