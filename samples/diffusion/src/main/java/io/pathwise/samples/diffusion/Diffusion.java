package io.pathwise.samples.diffusion;

import io.pathwise.optimize.Adam;
import io.pathwise.optimize.LearningRate;
import io.pathwise.optimize.Optimum;
import io.pathwise.optimize.StepListener;
import io.pathwise.samples.shared.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.knowm.xchart.XYChart;

/** Trains a denoiser on points of two half moons, and makes points of noise into points of the moons with it. */
public final class Diffusion {
    static final int POINTS = 400;
    private static final int STEPS = 15_000;
    private static final int BATCH = 32;
    private static final int REVERSE_STEPS = 80;
    private static final int SAMPLES = 600;
    private static final double[] SHOWN = {1, 0.7, 0.45, 0.25, 0.1, 0};
    private static final double EXTENT = 2.8;

    private Diffusion() {}

    /**
     * Runs the sample.
     *
     * @param arguments the directory for the picture; without it, the working directory
     */
    public static void main(String[] arguments) throws IOException {
        double[][] data = Moons.points(POINTS);
        Optimum optimum;
        try (ProgressBar bar = new ProgressBar("training", STEPS)) {
            optimum = train(data, STEPS, BATCH, 1, (step, parameters) -> bar.step());
        }
        NoiseModel learnt = NoiseModel.of(Networks.of(optimum.parameters()));
        System.out.printf(
                Locale.ROOT,
                "%d weights; squared error of the noise %.3f, at best %.3f, predicting zero noise: 2%n",
                Networks.LAYERS.size(),
                Losses.of(learnt, data, 20_000, 3),
                Losses.of(NoiseModel.exact(data), data, 20_000, 3));
        ReverseProcess process = new ReverseProcess(SAMPLES, REVERSE_STEPS, 5);
        List<XYChart> charts = new ArrayList<>();
        for (double time : SHOWN) {
            process.backTo(time, learnt);
            charts.add(chart(process, data));
        }
        System.out.printf(
                Locale.ROOT,
                "mean distance of the points from the data: %.3f%n",
                Moons.distance(process.points(), data));
        Path directory = Path.of(arguments.length > 0 ? arguments[0] : "");
        System.out.println("The reverse process: " + Pictures.save(charts, 3, directory.resolve("diffusion.png")));
    }

    static Optimum train(double[][] data, int steps, int batch, long seed, StepListener listener) {
        return Adam.of(Networks.loss(data))
                .learningRate(LearningRate.cosine(8e-3, 1e-4))
                .batch(batch)
                .steps(steps)
                .seed(seed)
                .listener(listener)
                .minimize(Networks.LAYERS.random(seed));
    }

    private static XYChart chart(ReverseProcess process, double[][] data) {
        XYChart chart = Pictures.chart(String.format(Locale.ROOT, "t = %.2f", process.time()), "", "");
        chart.getStyler().setLegendVisible(false).setMarkerSize(3);
        chart.getStyler().setXAxisMin(-EXTENT).setXAxisMax(EXTENT);
        chart.getStyler().setYAxisMin(-EXTENT).setYAxisMax(EXTENT);
        add(chart, "data", data);
        add(chart, "points", process.points());
        return chart;
    }

    private static void add(XYChart chart, String name, double[][] points) {
        double[] x = Arrays.stream(points).mapToDouble(point -> point[0]).toArray();
        double[] y = Arrays.stream(points).mapToDouble(point -> point[1]).toArray();
        Pictures.addPoints(chart, name, x, y);
    }
}
