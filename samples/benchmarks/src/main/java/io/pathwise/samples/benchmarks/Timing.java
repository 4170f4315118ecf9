package io.pathwise.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Times a problem in rounds. In each round value, expert and generated code run one after the other, each in a new
 * virtual machine, so that a change of the machine's speed meets all three and their ratios within a round stay fair.
 */
final class Timing {
    private Timing() {}

    /** What one round measured: nanoseconds of processor time per call. */
    record Round(double value, double expert, double generated) {}

    static List<Round> rounds(Class<?> benchmark, int count) throws RunnerException {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rounds.add(round(benchmark));
        }
        return rounds;
    }

    private static Round round(Class<?> benchmark) throws RunnerException {
        return new Round(time(benchmark, "value"), time(benchmark, "expert"), time(benchmark, "generated"));
    }

    static double time(Class<?> benchmark, String method) throws RunnerException {
        return measure(benchmark, method, new OptionsBuilder()).nanoseconds();
    }

    /**
     * What a run measured, per call.
     *
     * @param nanoseconds processor time
     * @param bytes what was allocated once everything was compiled, the bit that JMH itself allocates included
     */
    record Measured(double nanoseconds, double bytes) {}

    /** Runs a benchmark with one value of its parameter. */
    static Measured measure(Class<?> benchmark, String method, String parameter, String value) throws RunnerException {
        return measure(benchmark, method, new OptionsBuilder().param(parameter, value));
    }

    private static Measured measure(Class<?> benchmark, String method, ChainedOptionsBuilder builder)
            throws RunnerException {
        Options options = builder.include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(200))
                .jvmArgsAppend("-XX:+UseSerialGC")
                .addProfiler(ProcessorTime.class)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).runSingle();
        return new Measured(
                result.getSecondaryResults().get(ProcessorTime.RESULT).getScore(),
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
}
