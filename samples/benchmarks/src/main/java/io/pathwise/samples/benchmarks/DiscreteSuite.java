package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.discrete.ClaimsBenchmark;
import io.pathwise.samples.benchmarks.discrete.LongWalkBenchmark;
import io.pathwise.samples.benchmarks.discrete.ManyClaimsBenchmark;
import io.pathwise.samples.benchmarks.discrete.Variances;
import io.pathwise.samples.benchmarks.discrete.WalkBenchmark;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures what derivatives through draws of whole numbers cost where one alternative is taken on each path: the excess
 * over a gradient that never runs a path again, by the score, in units of the value. Before that, how much the derivative by
 * each strategy varies. From the top of the project:
 *
 * <pre>{@code
 * mvn -q -pl samples/benchmarks -am -DskipTests -Pdiscrete package
 * }</pre>
 */
public final class DiscreteSuite {
    private static final int ROUNDS = 5;

    private DiscreteSuite() {}

    /** Runs the suite; takes no arguments. */
    public static void main(String[] arguments) throws RunnerException {
        System.out.println("Variance of the derivative on one path\n\n" + Variances.table());
        Map<String, Class<?>> benchmarks = new LinkedHashMap<>();
        benchmarks.put("walk of 100 draws", WalkBenchmark.class);
        benchmarks.put("walk of 1000 draws", LongWalkBenchmark.class);
        benchmarks.put("3 claims", ClaimsBenchmark.class);
        benchmarks.put("30 claims", ManyClaimsBenchmark.class);
        System.out.println("| program | value ns | gradient by the score ns | gradient by an alternative ns"
                + " | excess ÷ value |\n|---|---:|---:|---:|---:|");
        for (Map.Entry<String, Class<?>> each : benchmarks.entrySet()) {
            double value = least(each.getValue(), "value");
            double gradient = least(each.getValue(), "gradient");
            double coupled = least(each.getValue(), "coupled");
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f | %.2f |%n",
                    each.getKey(),
                    value,
                    gradient,
                    coupled,
                    (coupled - gradient) / value);
        }
    }

    /** The least of some times: other processes of the machine only ever add to it. */
    private static double least(Class<?> benchmark, String method) throws RunnerException {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            least = Math.min(least, Timing.time(benchmark, method));
        }
        return least;
    }
}
