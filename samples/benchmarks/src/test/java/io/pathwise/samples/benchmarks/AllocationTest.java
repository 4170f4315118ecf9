package io.pathwise.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
    @ParameterizedTest
    @ValueSource(strings = {"exponentialSquared", "chain", "hestonAsian", "elbo", "nestedCalls"})
    void generatedGradientAllocatesNothingInSteadyState(String name) {
        assertThat(Allocation.perCall(Problems.all().get(name))).isZero();
    }

    @Test
    void allocationIsSeen() {
        assertThat(Allocation.perCall(new Allocating())).isGreaterThanOrEqualTo(800);
    }

    private static final class Allocating implements Problem {
        private double[] last = {};

        @Override
        public double generated() {
            last = new double[100];
            return last[0];
        }

        @Override
        public int paths() {
            return 0;
        }

        @Override
        public double[] expertAt(int path) {
            return last;
        }

        @Override
        public double[] generatedAt(int path) {
            return last;
        }
    }
}
