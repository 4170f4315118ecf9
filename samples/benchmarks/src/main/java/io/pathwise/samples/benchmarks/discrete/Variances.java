package io.pathwise.samples.benchmarks.discrete;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;
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

    static double[] coin() {
        return variances(
                ProgramsPathwise.coinFunction(),
                ProgramsPathwise.coinOfAllFunction(),
                ProgramsPathwise::scoredCoinFunction,
                0.3);
    }

    private static double[] walk() {
        return variances(
                ProgramsPathwise.walkFunction(STEPS),
                ProgramsPathwise.walkOfAllFunction(STEPS),
                baseline -> ProgramsPathwise.scoredWalkFunction(STEPS, baseline),
                0.5);
    }

    private static double[] claims() {
        return variances(
                ProgramsPathwise.claimsFunction(),
                ProgramsPathwise.claimsOfAllFunction(),
                ProgramsPathwise::scoredClaimsFunction,
                3,
                2);
    }

    /** In the order of the table's columns. */
    private static double[] variances(
            PathwiseFunction coupled,
            PathwiseFunction ofAll,
            DoubleFunction<PathwiseFunction> scored,
            double... point) {
        Estimate estimate = estimate(coupled, point);
        return new double[] {
            variance(estimate),
            variance(estimate(ofAll, point)),
            variance(estimate(scored.apply(estimate.value()), point)),
            variance(estimate(scored.apply(0), point))
        };
    }

    private static double variance(Estimate estimate) {
        double error = estimate.gradientStandardErrors()[0];
        return error * error * PATHS;
    }

    private static Estimate estimate(PathwiseFunction function, double[] point) {
        return MonteCarlo.of(function).paths(PATHS).seed(42).estimate(point);
    }
}
