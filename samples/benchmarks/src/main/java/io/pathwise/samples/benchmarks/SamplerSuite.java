package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.Timing.Measured;
import io.pathwise.samples.benchmarks.samplers.SamplerBenchmark;
import io.pathwise.samples.benchmarks.samplers.SamplerCase;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures draws that invert a distribution function: processor time per value, and per value with the derivatives in all
 * parameters, and what the latter allocate. From the top of the project:
 *
 * <pre>{@code
 * mvn -q -pl samples/benchmarks -am -DskipTests -Psamplers package
 * }</pre>
 */
public final class SamplerSuite {
    private static final int ROUNDS = 2;

    private SamplerSuite() {}

    /** Runs the suite; takes no arguments. */
    public static void main(String[] arguments) throws RunnerException {
        System.out.println("| draw | value ns | value and all derivatives ns | B/op |\n|---|---:|---:|---:|");
        for (SamplerCase each : SamplerCase.values()) {
            Measured value = least(each, "value");
            Measured gradient = least(each, "gradient");
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %.0f | %.0f | %.0f |%n",
                    each.title(),
                    value.nanoseconds(),
                    gradient.nanoseconds(),
                    gradient.bytes());
        }
    }

    /** The least of some runs: other processes of the machine only ever add to the time. */
    private static Measured least(SamplerCase sampler, String method) throws RunnerException {
        Measured least = measure(sampler, method);
        for (int i = 1; i < ROUNDS; i++) {
            least = least.least(measure(sampler, method));
        }
        return least;
    }

    private static Measured measure(SamplerCase sampler, String method) throws RunnerException {
        return Timing.measure(SamplerBenchmark.class, method, Map.of("sampler", sampler.name()));
    }
}
