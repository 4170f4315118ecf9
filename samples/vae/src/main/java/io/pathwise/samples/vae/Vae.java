package io.pathwise.samples.vae;

import io.pathwise.optimize.Adam;
import io.pathwise.optimize.LearningRate;
import io.pathwise.optimize.Optimum;
import io.pathwise.optimize.Step;
import io.pathwise.optimize.StepListener;
import io.pathwise.samples.shared.Pictures;
import io.pathwise.samples.vae.Autoencoder.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.knowm.xchart.XYChart;

/** Trains a variational autoencoder on handwritten digits and draws what it has learnt. */
public final class Vae {
    private static final int STEPS = 6_000;
    private static final int BATCH = 32;
    private static final int COLUMNS = 16;
    private static final int ROWS_OF_SAMPLES = 4;
    private static final int AVERAGED = 50;

    private Vae() {}

    /**
     * Runs the sample.
     *
     * @param arguments the directory for the pictures; without it, the working directory
     */
    public static void main(String[] arguments) throws IOException {
        double[][] images = Digits.load();
        Optimum optimum;
        try (ProgressBar bar = new ProgressBar("training", STEPS)) {
            optimum = train(images, STEPS, BATCH, 1, (step, parameters) -> bar.step());
        }
        System.out.printf(
                Locale.ROOT,
                "%d weights, %d images; loss %.2f nats at first, %.2f at last%n",
                Networks.LAYERS.size(),
                images.length,
                optimum.history().get(0).value(),
                optimum.recentValue(STEPS / 10));
        Path directory = Path.of(arguments.length > 0 ? arguments[0] : "");
        Network network = Networks.of(optimum.parameters());
        System.out.println(
                "Loss: " + Pictures.save(List.of(lossCurve(optimum.history())), 1, directory.resolve("vae-loss.png")));
        System.out.println("Digits, and what comes back: "
                + Album.save(reconstructions(network, images), directory.resolve("vae-reconstructions.png")));
        System.out.println(
                "Digits out of noise: " + Album.save(samples(network, 5), directory.resolve("vae-samples.png")));
    }

    static Optimum train(double[][] images, int steps, int batch, long seed, StepListener listener) {
        return Adam.of(Networks.loss(images))
                .learningRate(LearningRate.cosine(1e-2, 1e-4))
                .batch(batch)
                .steps(steps)
                .seed(seed)
                .listener(listener)
                .minimize(Networks.LAYERS.random(seed));
    }

    private static List<double[][]> reconstructions(Network network, double[][] images) {
        double[][] originals = Arrays.copyOf(images, COLUMNS);
        double[][] again = Stream.of(originals)
                .map(image -> inked(Autoencoder.decode(network, Autoencoder.encode(network, image))))
                .toArray(double[][]::new);
        return List.of(originals, again);
    }

    private static List<double[][]> samples(Network network, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        return IntStream.range(0, ROWS_OF_SAMPLES)
                .mapToObj(row -> Stream.generate(() -> latent(random))
                        .limit(COLUMNS)
                        .map(latent -> inked(Autoencoder.decode(network, latent)))
                        .toArray(double[][]::new))
                .toList();
    }

    private static double[] latent(RandomGenerator random) {
        return IntStream.range(0, Networks.LATENT)
                .mapToDouble(k -> random.nextGaussian())
                .toArray();
    }

    private static double[] inked(double[] logits) {
        return Arrays.stream(logits).map(logit -> 1 / (1 + Math.exp(-logit))).toArray();
    }

    private static XYChart lossCurve(List<Step> history) {
        XYChart chart = Pictures.chart("Training", "step", "loss in nats, mean of " + AVERAGED + " batches");
        int points = history.size() / AVERAGED;
        double[] steps = new double[points];
        double[] losses = new double[points];
        for (int i = 0; i < points; i++) {
            steps[i] = (i + 1) * AVERAGED;
            losses[i] = history.subList(i * AVERAGED, (i + 1) * AVERAGED).stream()
                    .mapToDouble(Step::value)
                    .average()
                    .orElseThrow();
        }
        Pictures.addLine(chart, "loss", steps, losses);
        return chart;
    }
}
