package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.Timing.Measured;
import io.pathwise.samples.benchmarks.samplers.QuantileAccuracy;
import io.pathwise.samples.benchmarks.samplers.QuantileBenchmark;
import io.pathwise.samples.benchmarks.samplers.QuantileLibrary;
import io.pathwise.samples.benchmarks.samplers.SamplerBenchmark;
import io.pathwise.samples.benchmarks.samplers.SamplerCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures draws that invert a distribution function: processor time per value, and per value with the derivatives in all
 * parameters, and what the latter allocate; then the quantiles of gamma, beta and Student's distribution beside those of
 * libraries, which have no derivatives: how many agree with the references of the tests to twelve digits, the largest
 * relative error, and the time. From the top of the project:
 *
 * <pre>{@code
 * mvn -q -pl samples/benchmarks -am -DskipTests -Psamplers package
 * }</pre>
 */
public final class SamplerSuite {
    private static final int ROUNDS = 2;

    private SamplerSuite() {}

    /**
     * Runs the suite.
     *
     * @param arguments the table of reference quantiles
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        draws();
        libraries(Path.of(arguments[0]));
    }

    private static void draws() throws RunnerException {
        System.out.println("| draw | value ns | value and all derivatives ns | B/op |\n|---|---:|---:|---:|");
        for (SamplerCase each : SamplerCase.values()) {
            Map<String, String> parameters = Map.of("sampler", each.name());
            Measured value = least(SamplerBenchmark.class, "value", parameters);
            Measured gradient = least(SamplerBenchmark.class, "gradient", parameters);
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %.0f | %.0f | %.0f |%n",
                    each.title(),
                    value.nanoseconds(),
                    gradient.nanoseconds(),
                    gradient.bytes());
        }
    }

    private static void libraries(Path references) throws RunnerException, IOException {
        System.out.println(
                "%n| quantile | by | twelve digits | largest error | ns | B/op |%n|---|---|---:|---:|---:|---:|"
                        .formatted());
        for (String distribution : List.of("gamma 2", "beta 2 3", "studentT 5")) {
            for (QuantileLibrary library : QuantileLibrary.values()) {
                String sampler = distribution.split(" ")[0];
                QuantileAccuracy accuracy = QuantileAccuracy.of(library, sampler, references);
                Measured time = least(
                        QuantileBenchmark.class,
                        "value",
                        Map.of("library", library.name(), "distribution", distribution));
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %d of %d | %.0e | %.0f | %.0f |%n",
                        distribution,
                        library.title(),
                        accuracy.exact(),
                        accuracy.points(),
                        accuracy.largest(),
                        time.nanoseconds(),
                        time.bytes());
            }
        }
    }

    /** The least of some runs: other processes of the machine only ever add to the time. */
    private static Measured least(Class<?> benchmark, String method, Map<String, String> parameters)
            throws RunnerException {
        Measured least = Timing.measure(benchmark, method, parameters);
        for (int i = 1; i < ROUNDS; i++) {
            least = least.least(Timing.measure(benchmark, method, parameters));
        }
        return least;
    }
}
