package io.pathwise.samples.sde;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.runtime.PathwiseFunction;
import io.pathwise.samples.shared.Comparison;
import io.pathwise.samples.shared.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Sensitivities of stochastic differential equations, through the schemes that solve them. */
public final class Sde {
    static final int STEPS = 100;
    static final double MATURITY = 1;
    static final double[] MOTION = {1, 0.05, 0.2};
    static final double[] REVERTING = {0.5, 1.5, 1, 0.4};
    private static final double[] GRIDS = {4, 8, 16, 32, 64, 128, 256};

    private final int paths;
    private final long seed;

    Sde(int paths, long seed) {
        this.paths = paths;
        this.seed = seed;
    }

    /**
     * Runs the sample.
     *
     * @param arguments the directory for the plot; without it, the working directory
     */
    public static void main(String[] arguments) throws IOException {
        Sde sde = new Sde(400_000, 42);
        print("E S², Euler-Maruyama, 100 steps", sde.euler());
        print("E S², Milstein, 100 steps", sde.milstein());
        print("E X², Ornstein-Uhlenbeck, 100 steps", sde.ornsteinUhlenbeck());
        print("beside the process itself", sde.continuousOrnsteinUhlenbeck());
        System.out.println("Beside the process, the 100 steps make the difference; twice as many halve it.");
        System.out.println();
        System.out.print(equation());
        System.out.println("Forward mode is that equation step by step; read eulerForward in samples/sde/target/"
                + "generated-sources/annotations/io/pathwise/samples/sde/GeometricBrownianMotionPathwise.java");
        Path directory = Path.of(arguments.length > 0 ? arguments[0] : "");
        System.out.println("Plot: " + Pictures.save(List.of(sde.strongErrors()), 1, directory.resolve("sde.png")));
    }

    private static void print(String title, List<Comparison> rows) {
        System.out.print(Comparison.header(title));
        rows.forEach(row -> System.out.print(row.line()));
        System.out.println();
    }

    List<Comparison> euler() {
        return rows(
                GeometricBrownianMotionPathwise.eulerSquaredFunction(MATURITY, STEPS),
                Exact.eulerSquared(MOTION[0], MOTION[1], MOTION[2], MATURITY, STEPS),
                MOTION);
    }

    List<Comparison> milstein() {
        return rows(
                GeometricBrownianMotionPathwise.milsteinSquaredFunction(MATURITY, STEPS),
                Exact.milsteinSquared(MOTION[0], MOTION[1], MOTION[2], MATURITY, STEPS),
                MOTION);
    }

    List<Comparison> ornsteinUhlenbeck() {
        return rows(
                OrnsteinUhlenbeckPathwise.squaredFunction(MATURITY, STEPS),
                Exact.ornsteinUhlenbeck(REVERTING[0], REVERTING[1], REVERTING[2], REVERTING[3], MATURITY, STEPS),
                REVERTING);
    }

    /** The same estimates beside the closed form of the process in continuous time, from which the steps differ. */
    List<Comparison> continuousOrnsteinUhlenbeck() {
        return rows(
                OrnsteinUhlenbeckPathwise.squaredFunction(MATURITY, STEPS),
                Exact.continuousOrnsteinUhlenbeck(REVERTING[0], REVERTING[1], REVERTING[2], REVERTING[3], MATURITY),
                REVERTING);
    }

    private List<Comparison> rows(PathwiseFunction function, Exact exact, double[] at) {
        Estimate estimate = MonteCarlo.of(function).paths(paths).seed(seed).estimate(at);
        List<Comparison> rows = new ArrayList<>();
        rows.add(Comparison.ofValue("mean", estimate, exact.value()));
        for (int i = 0; i < at.length; i++) {
            String parameter = estimate.parameterNames().get(i);
            rows.add(Comparison.ofGradient("∂/∂" + parameter, parameter, estimate, exact.gradient()[i]));
        }
        return rows;
    }

    /** On one path: the generated forward mode is the scheme applied to the sensitivity equation. */
    private static String equation() {
        double[] normals = new SplittableRandom(5).doubles(STEPS, -1, 1).toArray();
        SensitivityEquation byHand =
                SensitivityEquation.euler(MOTION[0], MOTION[1], MOTION[2], MATURITY, STEPS, normals);
        double bySigma = GeometricBrownianMotionPathwise.eulerForward(
                        MOTION[0], MOTION[1], MOTION[2], MATURITY, STEPS, normals, 0, 0, 1)
                .tangent();
        double byMu = GeometricBrownianMotionPathwise.eulerForward(
                        MOTION[0], MOTION[1], MOTION[2], MATURITY, STEPS, normals, 0, 1, 0)
                .tangent();
        return String.format(
                Locale.ROOT,
                "On one path%33s %22s%n∂S/∂sigma %34.15f %22.15f%n∂S/∂mu %37.15f %22.15f%n%n",
                "forward mode",
                "sensitivity equation",
                bySigma,
                byHand.bySigma(),
                byMu,
                byHand.byMu());
    }

    private XYChart strongErrors() {
        XYChart chart = Pictures.chart("∂S/∂sigma beside that of the process", "steps", "root mean square error");
        Pictures.addLine(
                chart,
                "Euler-Maruyama",
                GRIDS,
                errors(steps -> GeometricBrownianMotionPathwise.eulerFunction(MATURITY, steps)));
        Pictures.addLine(
                chart,
                "Milstein",
                GRIDS,
                errors(steps -> GeometricBrownianMotionPathwise.milsteinFunction(MATURITY, steps)));
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        chart.getStyler().setLegendPosition(LegendPosition.InsideSW);
        return chart;
    }

    private double[] errors(IntFunction<PathwiseFunction> scheme) {
        return Arrays.stream(GRIDS)
                .map(steps -> StrongErrors.of(scheme.apply((int) steps), (int) steps, paths / 20, seed))
                .toArray();
    }
}
