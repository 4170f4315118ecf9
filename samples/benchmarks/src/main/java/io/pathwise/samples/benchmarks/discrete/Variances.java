package io.pathwise.samples.benchmarks.discrete;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The variance, on one path, of the derivative in a program's first parameter, by each strategy for whole numbers. */
public final class Variances {
    private static final int PATHS = 100_000;
    private static final int STEPS = 100;

    private Variances() {}

    /** The variances as a table; baselines are means of the value. */
    public static String table() {
        return "| program | `COUPLED` | `COUPLED_ALL` | `SCORE_FUNCTION` with baseline | without |\n"
                + "|---|---:|---:|---:|---:|\n"
                + row("Bernoulli", coin())
                + row("walk", walk())
                + row("claims", claims());
    }

    private static String row(String program, double[] variances) {
        return Arrays.stream(variances)
                .mapToObj(variance -> String.format(Locale.ROOT, variance < 100 ? "%.1f" : "%.0f", variance))
                .collect(Collectors.joining(" | ", "| " + program + " | ", " |\n"));
    }

    /** In the order of the table's columns. */
    static double[] coin() {
        double[] point = {0.3};
        double mean = value(ProgramsPathwise.coinFunction(), point);
        return new double[] {
            variance(ProgramsPathwise.coinFunction(), point),
            variance(ProgramsPathwise.coinOfAllFunction(), point),
            variance(ProgramsPathwise.scoredCoinFunction(mean), point),
            variance(ProgramsPathwise.scoredCoinFunction(0), point)
        };
    }

    private static double[] walk() {
        double[] point = {0.5};
        double mean = value(ProgramsPathwise.walkFunction(STEPS), point);
        return new double[] {
            variance(ProgramsPathwise.walkFunction(STEPS), point),
            variance(ProgramsPathwise.walkOfAllFunction(STEPS), point),
            variance(ProgramsPathwise.scoredWalkFunction(STEPS, mean), point),
            variance(ProgramsPathwise.scoredWalkFunction(STEPS, 0), point)
        };
    }

    private static double[] claims() {
        double[] point = {3, 2};
        double mean = value(ProgramsPathwise.claimsFunction(), point);
        return new double[] {
            variance(ProgramsPathwise.claimsFunction(), point),
            variance(ProgramsPathwise.claimsOfAllFunction(), point),
            variance(ProgramsPathwise.scoredClaimsFunction(mean), point),
            variance(ProgramsPathwise.scoredClaimsFunction(0), point)
        };
    }

    private static double value(PathwiseFunction function, double[] point) {
        return estimate(function, point).value();
    }

    private static double variance(PathwiseFunction function, double[] point) {
        double error = estimate(function, point).gradientStandardErrors()[0];
        return error * error * PATHS;
    }

    private static Estimate estimate(PathwiseFunction function, double[] point) {
        return MonteCarlo.of(function).paths(PATHS).seed(42).estimate(point);
    }
}
