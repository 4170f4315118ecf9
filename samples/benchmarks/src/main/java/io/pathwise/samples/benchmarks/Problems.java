package io.pathwise.samples.benchmarks;

import io.pathwise.samples.benchmarks.chain.ChainBenchmark;
import io.pathwise.samples.benchmarks.elbo.ElboBenchmark;
import io.pathwise.samples.benchmarks.exponentialsquared.ExponentialSquaredBenchmark;
import io.pathwise.samples.benchmarks.hestonasian.HestonAsianBenchmark;
import io.pathwise.samples.benchmarks.nestedcalls.NestedCallsBenchmark;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

    /**
     * The names of the problems that a command asks for, which are all of them if it names none.
     *
     * @throws IllegalArgumentException if there is no problem of such a name
     */
    static List<String> named(List<String> names) {
        List<String> known = List.copyOf(all().keySet());
        if (!known.containsAll(names)) {
            throw new IllegalArgumentException("the problems are " + known + ", not " + names);
        }
        return names.isEmpty() ? known : names;
    }
}
