package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.chain.ChainBenchmark;
import io.pathwise.samples.benchmarks.elbo.ElboBenchmark;
import io.pathwise.samples.benchmarks.exponentialsquared.ExponentialSquaredBenchmark;
import io.pathwise.samples.benchmarks.hestonasian.HestonAsianBenchmark;
import io.pathwise.samples.benchmarks.nestedcalls.NestedCallsBenchmark;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The problems of the suite, by name, in the order of the table. */
final class Problems {
    private Problems() {}

    static Map<String, Problem> all() {
        Map<String, Problem> problems = new LinkedHashMap<>();
        problems.put("exponentialSquared", new ExponentialSquaredBenchmark());
        problems.put("chain", new ChainBenchmark());
        problems.put("hestonAsian", new HestonAsianBenchmark());
        problems.put("elbo", new ElboBenchmark());
        problems.put("nestedCalls", new NestedCallsBenchmark());
        return Collections.unmodifiableMap(problems);
    }
}
