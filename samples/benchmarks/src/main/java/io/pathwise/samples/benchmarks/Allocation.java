package io.pathwise.samples.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Counts what the generated gradient allocates, exactly and before the compiler can remove any of it. JMH's own count
 * contains the kilobytes that JMH allocates in each iteration.
 */
final class Allocation {
    private static final int CALLS = 100;

    private Allocation() {}

    /** Bytes per call in steady state: the first call may allocate scratch memory, the second links its reuse. */
    static double perCall(Problem problem) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        problem.generated();
        problem.generated();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            problem.generated();
        }
        return (double) (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
    }
}
