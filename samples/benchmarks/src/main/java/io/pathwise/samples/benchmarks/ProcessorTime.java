package io.pathwise.samples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Measures the time per call that is spent on a processor: by the benchmark's threads, and by the whole process, which
 * counts the collection of garbage and threads of native libraries as well. Time on the clock would also count how long
 * other processes of the machine keep them waiting. It is the least of the iterations, which other work of the machine
 * disturbed least; what makes garbage collects some in every iteration.
 */
public final class ProcessorTime implements InternalProfiler {
    static final String THREADS = "cpu.time.norm";
    static final String PROCESS = "process.time.norm";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long threadsBefore;
    private long processBefore;

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        threadsBefore = nanosecondsOfThreads();
        processBefore = process.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long calls = result.getMetadata().getAllOps();
        return List.of(
                perCall(THREADS, nanosecondsOfThreads() - threadsBefore, calls, AggregationPolicy.MIN),
                perCall(PROCESS, process.getProcessCpuTime() - processBefore, calls, AggregationPolicy.MIN));
    }

    private static ScalarResult perCall(String name, long nanoseconds, long calls, AggregationPolicy policy) {
        return new ScalarResult(name, (double) nanoseconds / calls, "ns/op", policy);
    }

    private long nanosecondsOfThreads() {
        return Arrays.stream(threads.getAllThreadIds())
                .map(threads::getThreadCpuTime)
                .filter(time -> time > 0)
                .sum();
    }

    @Override
    public String getDescription() {
        return "processor time per call";
    }
}
