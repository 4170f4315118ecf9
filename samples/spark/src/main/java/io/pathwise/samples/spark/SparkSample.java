package io.pathwise.samples.spark;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Prices an Asian option and its sensitivities on a cluster, or without one on all cores of this machine. */
public final class SparkSample {
    private static final double[] PARAMETERS = {100, 0.05, 0.2};
    private static final int TASKS_PER_CORE = 4;

    private SparkSample() {}

    /**
     * Runs the sample.
     *
     * @param arguments the number of paths, 10 million unless given
     */
    public static void main(String[] arguments) {
        long paths = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        MonteCarlo estimator = MonteCarlo.of(AsianOptionPathwise.callFunction(100, 1, 12))
                .paths(paths)
                .seed(42);
        SparkConf configuration = new SparkConf().setAppName("pathwise").setIfMissing("spark.master", "local[*]");
        try (JavaSparkContext context = new JavaSparkContext(configuration)) {
            int tasks = TASKS_PER_CORE * context.defaultParallelism();
            Estimate estimate = SparkEstimate.estimate(context, estimator, tasks, PARAMETERS);
            System.out.println(estimate);
        }
    }
}
