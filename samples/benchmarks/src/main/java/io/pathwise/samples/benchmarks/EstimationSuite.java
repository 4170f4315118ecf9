package io.pathwise.samples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.samples.benchmarks.estimation.EstimateBenchmark;
import io.pathwise.samples.benchmarks.estimation.NoiseBenchmark;
import io.pathwise.samples.benchmarks.estimation.VarianceRatios;
import io.pathwise.samples.benchmarks.hestonasian.HestonAsianFunction;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures estimation: time per draw, paths per second, and what antithetic and quasi-random noise are worth. From the top
 * of the project:
 *
 * <pre>{@code
 * mvn -q -pl samples/benchmarks -am -DskipTests -Pestimation package
 * }</pre>
 */
public final class EstimationSuite {
    private static final int ROUNDS = 3;
    private static final int PATHS = 200_000;
    private static final int DRAWS = 504;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private EstimationSuite() {}

    /** Runs the suite; takes no arguments. */
    public static void main(String[] arguments) throws RunnerException {
        System.out.println("| draws | ns each |\n|---|---:|");
        double normal = printTime("normal", "normals");
        printTime("normal by L64X128MixRandom", "mixNormals");
        printTime("uniform", "uniforms");
        printTime("uniform by L64X128MixRandom", "mixUniforms");
        printTime("quasi-random normal", "quasiRandomNormals");
        double path = least(EstimateBenchmark.class, "estimate");
        System.out.printf(
                Locale.ROOT,
                "%nHeston Asian, gradient: %.0f ns a path, of which noise %.0f %%%n%n",
                path,
                100 * DRAWS * normal / path);
        System.out.println("| threads | paths per second | processor time per path, ns |\n|---:|---:|---:|");
        System.out.print(throughput(1) + throughput(2));
        System.out.printf(
                "%nVariance of independent noise over that of other noise, equally many paths%n%n%s",
                VarianceRatios.table());
    }

    private static double printTime(String name, String method) throws RunnerException {
        double time = least(NoiseBenchmark.class, method);
        System.out.printf(Locale.ROOT, "| %s | %.2f |%n", name, time);
        return time;
    }

    /** The least of some times: other processes of the machine only ever add to it. */
    private static double least(Class<?> benchmark, String method) throws RunnerException {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            least = Math.min(least, Timing.time(benchmark, method));
        }
        return least;
    }

    /** The best of some estimates: on a busy machine only the processor time tells something. */
    private static String throughput(int threads) {
        MonteCarlo estimator =
                MonteCarlo.of(HestonAsianFunction.function()).paths(PATHS).threads(threads);
        double most = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 2 * ROUNDS; i++) {
            long start = System.nanoTime();
            long used = PROCESS.getProcessCpuTime();
            estimator.seed(i).estimate(HestonAsianFunction.parameters());
            most = Math.max(most, PATHS * 1e9 / (System.nanoTime() - start));
            least = Math.min(least, (double) (PROCESS.getProcessCpuTime() - used) / PATHS);
        }
        return String.format(Locale.ROOT, "| %d | %,.0f | %.0f |%n", threads, most, least);
    }
}
