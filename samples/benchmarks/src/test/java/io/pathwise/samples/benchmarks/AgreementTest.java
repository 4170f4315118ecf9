package io.pathwise.samples.benchmarks;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {
    @ParameterizedTest
    @ValueSource(strings = {"exponentialSquared", "chain", "hestonAsian", "nestedCalls"})
    void generatedGradientIsThatOfTheExpert(String name) {
        Agreement.require(name, Problems.all().get(name));
    }
}
