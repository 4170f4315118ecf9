package io.pathwise.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {
    @ParameterizedTest
    @ValueSource(strings = {"exponentialSquared", "chain", "hestonAsian", "elbo", "nestedCalls"})
    void generatedGradientIsThatOfTheExpert(String name) {
        Agreement.require(name, Problems.all().get(name));
    }

    @Test
    void disagreementIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Agreement.require("wrong", new Disagreeing(2e-12)))
                .withMessageStartingWith(
                        "wrong, path 0, partial derivative 1: the expert has 0.5, the generated code 0.5");
    }

    @Test
    void notANumberIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> Agreement.require("wrong", new Disagreeing(Double.NaN)));
    }

    private record Disagreeing(double error) implements Problem {
        @Override
        public double generated() {
            return 1;
        }

        @Override
        public int paths() {
            return 1;
        }

        @Override
        public double[] expertAt(int path) {
            return new double[] {1, 0.5};
        }

        @Override
        public double[] generatedAt(int path) {
            return new double[] {1, 0.5 + error};
        }
    }
}
