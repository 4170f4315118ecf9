package io.pathwise.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Times every problem and prints one table. From the top of the project:
 *
 * <pre>{@code
 * mvn -q -pl samples/benchmarks -am -DskipTests -Pbenchmark package
 * mvn -q -pl samples/benchmarks -am -DskipTests -Pbenchmark -Dbenchmark.problems="chain hestonAsian" package
 * }</pre>
 *
 * <p>Only the ratios carry over to another machine, or to another hour of this one.
 */
public final class BenchmarkSuite {
    private static final int ROUNDS = 5;

    private BenchmarkSuite() {}

    /**
     * Runs the suite.
     *
     * @param arguments the names of the problems to time; none means all of them
     */
    public static void main(String[] arguments) throws RunnerException {
        Map<String, Problem> problems = Problems.all();
        List<String> names = Problems.named(List.of(arguments));
        names.forEach(name -> Agreement.require(name, problems.get(name)));
        System.out.println("The gradients agree to 1e-12. Timing takes some minutes.");
        List<Row> rows = new ArrayList<>();
        for (String name : names) {
            Problem problem = problems.get(name);
            rows.add(Row.of(name, Timing.rounds(problem.getClass(), ROUNDS), Allocation.perCall(problem)));
        }
        System.out.print(Table.of(rows));
    }
}
