package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.samplers.SamplerBenchmark;
import io.pathwise.samples.benchmarks.samplers.SamplerCase;
import java.util.Locale;
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
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %.0f | %.0f | %.0f |%n",
                    each.title(),
                    least(each, "value"),
                    least(each, "gradient"),
                    allocation(each));
        }
    }

    /** The least of some times: other processes of the machine only ever add to it. */
    private static double least(SamplerCase sampler, String method) throws RunnerException {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            least = Math.min(least, Timing.time(SamplerBenchmark.class, method, "sampler", sampler.name()));
        }
        return least;
    }

    private static double allocation(SamplerCase sampler) {
        return Allocation.perCall(SamplerBenchmark.of(sampler)::gradient);
    }
}
