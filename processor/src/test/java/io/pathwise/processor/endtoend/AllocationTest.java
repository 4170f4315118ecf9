package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import io.pathwise.processor.endtoend.Programs.Example;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In steady state, value and reverse mode allocate nothing. */
class AllocationTest {
    private static final int CALLS = 2000;

    /** What measuring itself and a class loaded late may cost; one double array a call would be fifteen times this. */
    private static final long ALLOWED_BYTES = 2048;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Calls that return records make them, as the source does, and arrays of their tangents. */
    private static final String WITH_RECORDS_RETURNED = "Population";

    static List<Example> examples() {
        return Programs.examples().stream()
                .filter(each -> !each.className().equals(WITH_RECORDS_RETURNED))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void valueAllocatesNothingButTheSourcesArrays(Example example) {
        boolean hasArrays = Programs.text(example.className())
                .matches("(?s).*(new double|= \\{|clone\\(|double\\[\\] \\w+ = Sampler).*");
        assumeThat(hasArrays).isFalse();
        for (Point point : example.points()) {
            Repetition repetition = Repetition.of(example, point);
            assertThat(bytes(repetition::value)).as("%s at %s", example, point).isLessThan(ALLOWED_BYTES);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void reverseModeAllocatesNothing(Example example) {
        for (Point point : example.points()) {
            Repetition repetition = Repetition.of(example, point);
            assertThat(bytes(repetition::reverse))
                    .as("%s at %s", example, point)
                    .isLessThan(ALLOWED_BYTES);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gamma(p, q)",
                "chiSquared(p)",
                "inverseGamma(p, q)",
                "beta(p, q)",
                "studentT(p)",
                "studentT(p, q, p)",
                "fisherF(p, q)",
                "vonMises(p, q)",
                "inverseGaussian(p, q)",
                "truncatedNormal(p, q, p, p + q)",
                "kumaraswamy(p, q)",
                "triangular(-p, p, p + q)",
                "relaxedBernoulli(p, q)"
            })
    void drawsAllocateNothing(String draw) {
        String program = """
                package demo;
                final class Draws {
                    @io.pathwise.Pathwise static double sum(double p, double q, int n) {
                        double sum = q;
                        for (int i = 0; i < n; i++) {
                            sum += (i + 1) * io.pathwise.runtime.Sampler.%s;
                        }
                        return sum;
                    }
                }
                """.formatted(draw);
        for (double p : new double[] {0.02, 8.5}) {
            Point point = Point.at(p, 1.3, 3).uniforms(0.003, 0.4, 0.96);
            Example example = new Example("Draws", "sum", Set.of(), List.of(point));
            Repetition repetition = Repetition.of(program, example, point);
            assertThat(bytes(repetition::value)).as("value at %s", point).isLessThan(ALLOWED_BYTES);
            assertThat(bytes(repetition::reverse)).as("reverse at %s", point).isLessThan(ALLOWED_BYTES);
        }
    }

    @Test
    void reverseModeOfRecursionWithDrawsAllocatesNothing() {
        Point point = Point.at(0.1, 0.2, 2).normals(0.3, -1.2, 0.7, 1.9, -0.4, 0.1, 0.5);
        Repetition repetition = Repetition.of(new Example("Branching", "size", Set.of(), List.of(point)), point);
        assertThat(bytes(repetition::reverse)).isLessThan(ALLOWED_BYTES);
    }

    @Test
    void recordsThatAreHandedOnAllocateNothing() {
        Point point = Point.at(RecordArgument.of(0.1, 0.2), 0.7, 3);
        Repetition repetition = Repetition.of(new Example("HandedOn", "left", Set.of(), List.of(point)), point);
        assertThat(bytes(repetition::value)).isLessThan(ALLOWED_BYTES);
        assertThat(bytes(repetition::reverse)).isLessThan(ALLOWED_BYTES);
    }

    @Test
    void recordsThatAreMadeForCallsCostNothingElse() {
        int years = 3;
        int bytesOfRates = 32;
        Point point = Point.at(RecordArgument.of(0.1, 0.2), years);
        Repetition repetition = Repetition.of(new Example("HandedOn", "total", Set.of(), List.of(point)), point);
        long allowed = CALLS * years * bytesOfRates + ALLOWED_BYTES;
        assertThat(bytes(repetition::value)).isLessThan(allowed);
        assertThat(bytes(repetition::reverse)).isLessThan(allowed);
    }

    @Test
    void measuresWhatIsAllocated() {
        double[][] kept = new double[1][];
        long bytes = bytes(count -> {
            for (int i = 0; i < count; i++) {
                kept[0] = new double[1];
            }
            return kept[0][0];
        });
        assertThat(bytes).isGreaterThan(CALLS * 8L);
    }

    private long bytes(Repeated repeated) {
        repeated.times(CALLS);
        long before = threads.getCurrentThreadAllocatedBytes();
        repeated.times(CALLS);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private interface Repeated {
        double times(int count);
    }
}
