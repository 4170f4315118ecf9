package io.pathwise.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
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
        return time(benchmark, method, new OptionsBuilder());
    }

    /** The same for one value of the benchmark's parameter. */
    static double time(Class<?> benchmark, String method, String parameter, String value) throws RunnerException {
        return time(benchmark, method, new OptionsBuilder().param(parameter, value));
    }

    private static double time(Class<?> benchmark, String method, ChainedOptionsBuilder builder)
            throws RunnerException {
        Options options = builder
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(200))
                .jvmArgsAppend("-XX:+UseSerialGC")
                .addProfiler(ProcessorTime.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).runSingle();
        return result.getSecondaryResults().get(ProcessorTime.RESULT).getScore();
    }
}
