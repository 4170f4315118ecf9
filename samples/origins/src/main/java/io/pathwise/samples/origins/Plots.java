package io.pathwise.samples.origins;

import io.pathwise.samples.shared.Comparison;
import io.pathwise.samples.shared.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/** One page of plots. */
final class Plots {
    private static final int COLUMNS = 2;
    private static final double[] PROBABILITIES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final double[] LOGITS = {-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2};
    private static final String SMALL = "0.0000";
    private static final double[] NOISE = {0.1, 0.3, 0.5, 0.7, 0.9};

    private final Origins origins;

    Plots(Origins origins) {
        this.origins = origins;
    }

    Path save(Path file) throws IOException {
        return Pictures.save(
                List.of(coupling(), differences(), averages(), walks(), choices(), relaxations()), COLUMNS, file);
    }

    /** Draws as functions of the parameter: what reparameterization makes of them. */
    private static XYChart coupling() {
        XYChart chart = Pictures.chart("One draw as a function of its scale, at fixed noise", "scale", "x");
        double[] scales = IntStream.rangeClosed(1, 21).mapToDouble(i -> i).toArray();
        for (double u : NOISE) {
            double[] draws = Arrays.stream(scales)
                    .map(scale -> ExamplesPathwise.exponential(scale, u))
                    .toArray();
            Pictures.addLine(chart, "u = " + u, scales, draws);
        }
        chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
        return chart;
    }

    /** Independent noise is divided by the step, shared noise is not. */
    private XYChart differences() {
        XYChart chart = Pictures.chart("Standard error of a difference quotient", "step", "standard error");
        double[] steps = Origins.STEPS;
        ToDoubleFunction<Double> shared = step -> origins.shared(step).standardError();
        ToDoubleFunction<Double> independent = step -> origins.independent(step).standardError();
        Pictures.addLine(chart, "independent noise", steps, of(steps, independent));
        Pictures.addLine(chart, "shared noise", steps, of(steps, shared));
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        return chart;
    }

    private XYChart averages() {
        XYChart chart = Pictures.chart("Standard error of an average over draws", "draws", "standard error of ∂/∂mean");
        double[] draws = {1, 2, 4, 8, 16, 32};
        double[] errors = of(draws, count -> origins.averaged(count.intValue()).gradientStandardError("mean"));
        double[] law =
                Arrays.stream(draws).map(count -> errors[0] / Math.sqrt(count)).toArray();
        Pictures.addLine(chart, "estimated", draws, errors);
        Pictures.addLine(chart, "1/√draws", draws, law);
        chart.getStyler().setYAxisMin(0.0).setYAxisDecimalPattern(SMALL);
        return chart;
    }

    /** The relaxation approaches the truth as the temperature falls. */
    private XYChart relaxations() {
        XYChart chart = Pictures.chart("Gumbel-softmax: bias by temperature", "temperature", "∂/∂logits[0]");
        List<Comparison> rows = origins.relaxations().rows();
        double[] temperatures = Origins.TEMPERATURES;
        double[] means = rows.stream().mapToDouble(Comparison::mean).toArray();
        double[] exact = rows.stream().mapToDouble(Comparison::exact).toArray();
        Pictures.addLine(chart, "relaxed", temperatures, means);
        Pictures.addLine(chart, "exact", temperatures, exact);
        chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
        return chart;
    }

    /** The sum of 100 coupled draws keeps the derivative at every probability. */
    private XYChart walks() {
        XYChart chart = Pictures.chart("A random walk of 100 steps: coupled draws", "p", "∂/∂p of the mean");
        List<Comparison> rows =
                Arrays.stream(PROBABILITIES).mapToObj(origins::walk).toList();
        Pictures.addLine(
                chart,
                "coupled",
                PROBABILITIES,
                rows.stream().mapToDouble(Comparison::mean).toArray());
        Pictures.addLine(
                chart,
                "exact",
                PROBABILITIES,
                rows.stream().mapToDouble(Comparison::exact).toArray());
        return chart;
    }

    /** One draw decides, so the score function multiplies the whole payoff; the coupled estimator takes differences only. */
    private XYChart choices() {
        XYChart chart =
                Pictures.chart("Choices: coupled or score function", "logits[0]", "standard error of ∂/∂logits[0]");
        List<List<Comparison>> rows =
                Arrays.stream(LOGITS).mapToObj(origins::choices).toList();
        for (int i = 0; i < rows.get(0).size(); i++) {
            int estimator = i;
            double[] errors = rows.stream()
                    .mapToDouble(each -> each.get(estimator).standardError())
                    .toArray();
            Pictures.addLine(chart, rows.get(0).get(i).name(), LOGITS, errors);
        }
        chart.getStyler().setYAxisMin(0.0).setYAxisDecimalPattern(SMALL);
        chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
        return chart;
    }

    private static double[] of(double[] arguments, ToDoubleFunction<Double> function) {
        return Arrays.stream(arguments).map(function::applyAsDouble).toArray();
    }
}
