package io.pathwise.samples.origins;

import static io.pathwise.samples.origins.ExamplesPathwise.averagedFunction;
import static io.pathwise.samples.origins.ExamplesPathwise.choiceFunction;
import static io.pathwise.samples.origins.ExamplesPathwise.coinFunction;
import static io.pathwise.samples.origins.ExamplesPathwise.exponentialFunction;
import static io.pathwise.samples.origins.ExamplesPathwise.exponentialSquaredFunction;
import static io.pathwise.samples.origins.ExamplesPathwise.nodeFunction;
import static io.pathwise.samples.origins.ExamplesPathwise.relaxedChoiceFunction;
import static io.pathwise.samples.origins.ExamplesPathwise.scoredChoiceFunction;
import static io.pathwise.samples.origins.ExamplesPathwise.walkFunction;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.samples.origins.ExamplesPathwise.ExponentialGradient;
import io.pathwise.samples.origins.ExamplesPathwise.GaussianGradient;
import io.pathwise.samples.shared.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints the textbook examples beside their exact values and draws a page of plots. */
public final class Origins {
    static final double[] STEPS = {1, 0.1, 0.01, 0.001};
    static final double[] LOGITS = {0.5, 0, -1};
    static final double[] PAYOFFS = {1, 3, 10};
    static final double[] TEMPERATURES = {2, 1, 0.5, 0.25};

    private final int paths;
    private final long seed;

    Origins(int paths, long seed) {
        this.paths = paths;
        this.seed = seed;
    }

    /**
     * Runs the sample.
     *
     * @param arguments the directory for the plots; without it, the working directory
     */
    public static void main(String[] arguments) throws IOException {
        Origins origins = new Origins(1_000_000, 42);
        System.out.print(oneGaussian());
        System.out.print(oneCoupling());
        origins.tables().forEach(table -> System.out.print(table.text()));
        System.out.print(origins.differences());
        Path directory = Path.of(arguments.length > 0 ? arguments[0] : "");
        System.out.println("Plots: " + new Plots(origins).save(directory.resolve("origins.png")));
    }

    /** Comparisons under one title. */
    record Table(String title, List<Comparison> rows) {
        String text() {
            StringBuilder text = new StringBuilder(Comparison.header(title));
            rows.forEach(row -> text.append(row.line()));
            return text.append(System.lineSeparator()).toString();
        }
    }

    /** All examples with a mean. */
    List<Table> tables() {
        return List.of(exponentials(), graph(), averages(), wholeNumbers(), choices(), relaxations());
    }

    /** On one path, ∂ŷ/∂σ is the noise, (ŷ − μ)/σ. */
    private static String oneGaussian() {
        StringBuilder text = new StringBuilder(String.format(
                "y = mean + deviation * noise, at mean 2, deviation 0.5%n%10s %10s %10s %12s %22s%n",
                "noise", "y", "∂y/∂mean", "∂y/∂deviation", "(y - mean)/deviation"));
        for (double noise : new double[] {-1.5, 0.2, 2}) {
            GaussianGradient gradient = new GaussianGradient();
            double y = ExamplesPathwise.gaussianGradient(2, 0.5, noise, gradient);
            text.append(String.format(
                    Locale.ROOT,
                    "%10.3f %10.3f %10.3f %12.3f %22.3f%n",
                    noise,
                    y,
                    gradient.mean,
                    gradient.deviation,
                    (y - 2) / 0.5));
        }
        return text.append(System.lineSeparator()).toString();
    }

    /** Draws of several scales from the same noise move together, each by its own derivative. */
    private static String oneCoupling() {
        StringBuilder text = new StringBuilder(String.format(
                "x = G(scale, u) = -scale * log(1 - u), which couples the draws of all scales%n%10s %10s %10s %12s %22s%n",
                "u", "scale 10", "scale 11", "∂x/∂scale", "difference of the two"));
        for (double u : new double[] {0.1, 0.5, 0.9}) {
            ExponentialGradient gradient = new ExponentialGradient();
            double x = ExamplesPathwise.exponentialGradient(10, u, gradient);
            double next = ExamplesPathwise.exponential(11, u);
            text.append(String.format(
                    Locale.ROOT, "%10.3f %10.3f %10.3f %12.3f %22.3f%n", u, x, next, gradient.scale, next - x));
        }
        return text.append(System.lineSeparator()).toString();
    }

    Table exponentials() {
        Estimate first = estimate(exponentialFunction(), 10);
        Estimate second = estimate(exponentialSquaredFunction(), 10);
        return new Table(
                "x ~ exponential(10), by inversion",
                List.of(
                        Comparison.ofValue("mean of x", first, 10),
                        Comparison.ofGradient("∂/∂scale", "scale", first, 1),
                        Comparison.ofValue("mean of x²", second, 200),
                        Comparison.ofGradient("∂/∂scale", "scale", second, 40)));
    }

    private Table graph() {
        double[] exact = Exact.node(0.8, -0.3, 0.5, 0.1, 1.5, 0.4);
        Estimate estimate = estimate(nodeFunction(1.5, 0.4), 0.8, -0.3, 0.5, 0.1);
        List<Comparison> rows = new ArrayList<>();
        for (int i = 0; i < exact.length; i++) {
            String parameter = estimate.parameterNames().get(i);
            rows.add(Comparison.ofGradient("∂/∂" + parameter, parameter, estimate, exact[i]));
        }
        return new Table("a draw inside a larger graph", rows);
    }

    private Table averages() {
        List<Comparison> rows = new ArrayList<>();
        for (int draws : new int[] {1, 4, 16}) {
            Estimate estimate = averaged(draws);
            String number = draws == 1 ? "1 draw" : draws + " draws";
            rows.add(Comparison.ofGradient("∂/∂mean, " + number, "mean", estimate, 2));
            rows.add(Comparison.ofGradient("∂/∂deviation, " + number, "deviation", estimate, 1));
        }
        return new Table("z² averaged over draws, z ~ normal(1, 0.5)", rows);
    }

    private Table wholeNumbers() {
        double[] exact = Exact.walk(0.5, 100);
        Estimate coin = estimate(coinFunction(), 0.3);
        Estimate walk = new Origins(paths / 10, seed).estimate(walkFunction(100), 0.5);
        return new Table(
                "whole numbers, coupled",
                List.of(
                        Comparison.ofValue("4 with probability 0.3, else 1", coin, 1.9),
                        Comparison.ofGradient("∂/∂p", "p", coin, 3),
                        Comparison.ofValue("walk of 100 steps, p = 0.5", walk, exact[0]),
                        Comparison.ofGradient("∂/∂p", "p", walk, exact[1])));
    }

    /** The derivative of the walk at a probability, of fewer paths. */
    Comparison walk(double p) {
        Estimate estimate = new Origins(paths / 100, seed).estimate(walkFunction(100), p);
        return Comparison.ofGradient("∂/∂p", "p", estimate, Exact.walk(p, 100)[1]);
    }

    Table choices() {
        return new Table("∂/∂logits[0] of the payoff of a choice", choices(LOGITS));
    }

    private List<Comparison> choices(double[] logits) {
        double exact = Exact.choiceDerivatives(logits, PAYOFFS)[0];
        double mean = Exact.choice(logits, PAYOFFS);
        return List.of(
                choice("coupled", choiceFunction(3, PAYOFFS), logits, exact),
                choice("score function", scoredChoiceFunction(3, PAYOFFS, 0), logits, exact),
                choice("score function, baseline", scoredChoiceFunction(3, PAYOFFS, mean), logits, exact));
    }

    /** The same at another first logit, of fewer paths. */
    List<Comparison> choices(double logit) {
        return new Origins(paths / 20, seed).choices(new double[] {logit, LOGITS[1], LOGITS[2]});
    }

    /** These are biased, the more so the higher the temperature, and noisier the lower it is. */
    Table relaxations() {
        double exact = Exact.choiceDerivatives(LOGITS, PAYOFFS)[0];
        List<Comparison> rows = new ArrayList<>();
        for (double temperature : TEMPERATURES) {
            rows.add(choice(
                    "relaxed, temperature " + temperature,
                    relaxedChoiceFunction(3, PAYOFFS, temperature),
                    LOGITS,
                    exact));
        }
        return new Table("the same by Gumbel-softmax, which is biased", rows);
    }

    private Comparison choice(String name, PathwiseFunction function, double[] logits, double exact) {
        return Comparison.ofGradient(name, "logits[0]", estimate(function, logits), exact);
    }

    private String differences() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "differences of x² by the step in the scale, %,d pairs; exact 40%n%10s %30s %30s%n",
                paths / 10,
                "step",
                "shared noise",
                "independent noise"));
        for (double step : STEPS) {
            text.append(String.format(
                    Locale.ROOT, "%10.3f %30s %30s%n", step, text(shared(step)), text(independent(step))));
        }
        return text.append(System.lineSeparator()).toString();
    }

    private static String text(Differences differences) {
        return String.format(Locale.ROOT, "%.3f ± %.3f", differences.mean(), differences.standardError());
    }

    Differences shared(double step) {
        return Differences.onSharedNoise(exponentialSquaredFunction(), 10, step, paths / 10, seed);
    }

    Differences independent(double step) {
        return Differences.onIndependentNoise(exponentialSquaredFunction(), 10, step, paths / 10, seed);
    }

    Estimate averaged(int draws) {
        return new Origins(paths / 20, seed).estimate(averagedFunction(draws), 1, 0.5);
    }

    private Estimate estimate(PathwiseFunction function, double... parameters) {
        return MonteCarlo.of(function).paths(paths).seed(seed).estimate(parameters);
    }
}
