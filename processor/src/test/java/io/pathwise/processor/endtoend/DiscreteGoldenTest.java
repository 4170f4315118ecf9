package io.pathwise.processor.endtoend;

import io.pathwise.processor.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated for draws of whole numbers, read and approved by people. */
class DiscreteGoldenTest {
    private static final String SOURCE = """
            package demo;

            import io.pathwise.Discrete;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;

            final class Epidemic {
                private Epidemic() {}

                @Pathwise(discrete = Discrete.STRATEGY)
                static double cost(double infection, double recovery, int days) {
                    int ill = Sampler.poisson(3 * infection);
                    double cost = 0;
                    for (int day = 0; day < days; day++) {
                        ill += Sampler.poisson(infection * ill) - Sampler.binomial(ill, recovery);
                        cost += ill;
                    }
                    return cost;
                }

                @Pathwise(discrete = Discrete.STRATEGY)
                static double choice(double[] weights, double[] values) {
                    int k = Sampler.categorical(weights);
                    return values[k];
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"COUPLED", "COUPLED_ALL", "SCORE_FUNCTION"})
    void isWrittenAsApproved(String strategy) {
        String companion = Programs.compile(SOURCE.replace("STRATEGY", strategy))
                .generatedSources()
                .get("demo.EpidemicPathwise");
        Golden.check("discrete-" + strategy, DerivativeText.of(companion));
    }
}
