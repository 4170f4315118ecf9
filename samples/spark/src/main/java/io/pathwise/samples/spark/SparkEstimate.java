package io.pathwise.samples.spark;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.montecarlo.PartialEstimate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Estimates by the machines of a Spark cluster. */
public final class SparkEstimate {
    private SparkEstimate() {}

    /** What travels to every machine, once: the estimator, with its function and settings, and the parameters. */
    private record Work(MonteCarlo estimator, double[] parameters, int tasks) implements java.io.Serializable {
        PartialEstimate run(long task) {
            long blocks = estimator.blocks();
            return estimator.partial(task * blocks / tasks, (task + 1) * blocks / tasks, parameters);
        }

        Iterator<PartialEstimate> runAll(Iterator<Long> partition) {
            Iterable<Long> ownTasks = () -> partition;
            return StreamSupport.stream(ownTasks.spliterator(), false)
                    .map(this::run)
                    .reduce(PartialEstimate::merge)
                    .stream()
                    .iterator();
        }
    }

    /**
     * Estimates bit for bit what {@code estimator.estimate(parameters)} does.
     *
     * @param context a connection to the cluster
     * @param estimator with a fixed number of paths
     * @param tasks into how many tasks to divide the paths, at least 1; some for each core let all end at about one time
     * @param parameters the function's active parameters
     * @return the estimate
     */
    public static Estimate estimate(JavaSparkContext context, MonteCarlo estimator, int tasks, double... parameters) {
        Broadcast<Work> work = context.broadcast(new Work(estimator, parameters, tasks));
        try {
            List<Long> numbers = LongStream.range(0, tasks).boxed().toList();
            return context.parallelize(numbers, tasks)
                    .mapPartitions(partition -> work.value().runAll(partition))
                    .treeReduce(PartialEstimate::merge)
                    .toEstimate();
        } finally {
            work.destroy();
        }
    }
}
