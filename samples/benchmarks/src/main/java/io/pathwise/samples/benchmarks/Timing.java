package io.pathwise.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Times a problem in rounds. In each round value, expert and generated code run one after the other, each in a new
 * virtual machine, so that a change of the machine's speed meets all three; other processes can only add to a time, so the least is taken.
 */
final class Timing {
    private Timing() {}

    /** What one round measured: nanoseconds of processor time per call. */
    record Round(double value, double expert, double generated) {}

    /**
     * What a run measured, per call.
     *
     * @param nanoseconds processor time of the benchmark's threads
     * @param process nanoseconds of processor time of their process
     * @param clock nanoseconds on the clock
     * @param bytes what was allocated once everything was compiled, the bit that JMH itself allocates included
     */
    record Measured(double nanoseconds, double process, double clock, double bytes) {
        /** The least of each. */
        Measured least(Measured other) {
            return new Measured(
                    Math.min(nanoseconds, other.nanoseconds),
                    Math.min(process, other.process),
                    Math.min(clock, other.clock),
                    Math.min(bytes, other.bytes));
        }
    }

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

    /** Nanoseconds per call that the benchmark's threads spend on a processor. */
    static double time(Class<?> benchmark, String method) throws RunnerException {
        return measure(benchmark, method, Map.of()).nanoseconds();
    }

    /**
     * Runs a benchmark in a new virtual machine.
     *
     * @param parameters the values of the benchmark's parameters by name
     */
    static Measured measure(Class<?> benchmark, String method, Map<String, String> parameters) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(8)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(200))
                .jvmArgsAppend("-XX:+UseSerialGC")
                .addProfiler(ProcessorTime.class)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach((name, value) -> options.param(name, value));
        RunResult result = new Runner(options.build()).runSingle();
        return new Measured(
                result.getSecondaryResults().get(ProcessorTime.THREADS).getScore(),
                result.getSecondaryResults().get(ProcessorTime.PROCESS).getScore(),
                result.getPrimaryResult().getScore(),
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
}
