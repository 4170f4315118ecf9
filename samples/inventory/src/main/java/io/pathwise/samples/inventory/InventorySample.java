package io.pathwise.samples.inventory;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.optimize.Adam;
import io.pathwise.optimize.Optimum;
import io.pathwise.optimize.Step;
import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.samples.shared.Comparison;
import io.pathwise.samples.shared.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Differentiates the profit of a shop through its draws of whole numbers, and lets Adam find the best policy. */
public final class InventorySample {
    static final Shop SHOP = new Shop(30, 0.12, 4, 30, 0.2, 2, 2);
    // no whole target: at a stock of exactly 0 holding and shortage meet in a kink
    static final double[] START = {5.5, 30.5, 8};
    static final int DAYS = 30;

    private InventorySample() {}

    /**
     * Runs the sample.
     *
     * @param arguments the directory for the plot; without it, the working directory
     */
    public static void main(String[] arguments) throws IOException {
        ExactProfit exact = new ExactProfit(SHOP, DAYS);
        print("coupled", InventoryPathwise.profitFunction(SHOP, DAYS), 200_000);
        // each of its paths runs once or twice more for every draw
        print("coupled, all", InventoryPathwise.profitOfAllFunction(SHOP, DAYS), 20_000);
        double baseline = exact.of(START);
        print("score function", InventoryPathwise.profitScoredFunction(SHOP, DAYS, baseline), 200_000);

        Optimum optimum = optimize(1_500, 64, 1);
        double[] best = exact.best(START);
        policy("start", START, exact);
        policy("found by Adam", optimum.parameters(), exact);
        policy("best, by search", best, exact);
        Path directory = Path.of(arguments.length > 0 ? arguments[0] : "");
        XYChart chart = curve(optimum, exact.of(best));
        System.out.println("Plot: " + Pictures.save(List.of(chart), 1, directory.resolve("inventory.png")));
    }

    /** The derivatives of the profit at the start, beside the exact ones. */
    static List<Comparison> gradient(PathwiseFunction function, int paths, long seed) {
        ExactProfit exact = new ExactProfit(SHOP, DAYS);
        Estimate estimate = MonteCarlo.of(function).paths(paths).seed(seed).estimate(START);
        List<Comparison> rows = new ArrayList<>();
        rows.add(Comparison.ofValue("profit a day", estimate, exact.of(START)));
        double[] gradient = exact.gradient(START);
        for (int i = 0; i < gradient.length; i++) {
            String parameter = estimate.parameterNames().get(i);
            rows.add(Comparison.ofGradient("∂/∂" + parameter, parameter, estimate, gradient[i]));
        }
        return rows;
    }

    /** Climbs from the start. */
    static Optimum optimize(int steps, int batch, long seed) {
        return Adam.of(InventoryPathwise.profitFunction(SHOP, DAYS))
                .learningRate(0.2)
                .batch(batch)
                .steps(steps)
                .seed(seed)
                .averaging(0.25)
                .maximize(START);
    }

    private static void print(String strategy, PathwiseFunction function, int paths) {
        System.out.print(Comparison.header(String.format(Locale.ROOT, "%s, %,d paths", strategy, paths)));
        List<Comparison> rows = gradient(function, paths, 42);
        rows.forEach(row -> System.out.print(row.line()));
        System.out.println();
    }

    private static void policy(String name, double[] policy, ExactProfit exact) {
        System.out.printf(
                Locale.ROOT,
                "%-16s order at %6.2f up to %6.2f, price %6.2f: profit %7.3f a day%n",
                name,
                policy[0],
                policy[1],
                policy[2],
                exact.of(policy));
    }

    private static XYChart curve(Optimum optimum, double best) {
        XYChart chart = Pictures.chart("Adam on the profit of a shop", "step", "profit a day, mean of a batch");
        List<Step> history = optimum.history();
        double[] steps = history.stream().mapToDouble(Step::number).toArray();
        double[] most = new double[steps.length];
        Arrays.fill(most, best);
        Pictures.addLine(
                chart,
                "batches",
                steps,
                history.stream().mapToDouble(Step::value).toArray());
        Pictures.addLine(chart, "best policy, exact", steps, most);
        chart.getStyler().setLegendPosition(LegendPosition.InsideSE);
        return chart;
    }
}
