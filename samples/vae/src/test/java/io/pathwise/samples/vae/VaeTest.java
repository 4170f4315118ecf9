package io.pathwise.samples.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.check.GradientCheck;
import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.optimize.Optimum;
import io.pathwise.samples.vae.Autoencoder.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaeTest {
    private final double[][] images = Digits.load();

    @Test
    void theDigitsAreThere() {
        assertThat(images.length).isEqualTo(1797);
        assertThat(Arrays.stream(images)).allSatisfy(image -> assertThat(image).hasSize(64));
        assertThat(images[0]).startsWith(0, 0, 5 / 16.0, 13 / 16.0, 9 / 16.0);
        assertThat(Arrays.stream(images).flatMapToDouble(Arrays::stream).max()).hasValue(1);
    }

    /** All weights zero: even odds for 64 pixels, and latent variables of the standard normal distribution. */
    @Test
    void anEmptyNetworkLosesOneBitForEachPixel() {
        Estimate estimate =
                MonteCarlo.of(Networks.loss(images)).paths(100).estimate(new double[Networks.LAYERS.size()]);
        assertThat(estimate.value()).isCloseTo(64 * Math.log(2), within(1e-12));
        assertThat(estimate.standardError()).isLessThan(1e-12);
    }

    @Test
    void theGradientAgreesWithDifferences() {
        GradientCheck.of(Networks.loss(images))
                .at(Networks.LAYERS.random(3))
                .paths(2)
                .maximumParameters(100)
                .seed(1)
                .check();
    }

    @Test
    void vectorsAreReadInTheOrderOfTheParameters() {
        double[] flat = Networks.LAYERS.random(3);
        List<String> names = Networks.loss(images).parameterNames();
        Network network = Networks.of(flat);
        assertThat(names).hasSize(Networks.LAYERS.size());
        assertThat(network.encoder().weights()[1][2]).isEqualTo(flat[names.indexOf("network.encoder.weights[1][2]")]);
        assertThat(network.logVariance().weights()[7][5])
                .isEqualTo(flat[names.indexOf("network.logVariance.weights[7][5]")]);
        assertThat(network.logits().bias()[63]).isEqualTo(flat[names.indexOf("network.logits.bias[63]")]);
    }

    /** The best that pixels without regard to each other can do is the entropy of their means. */
    @Test
    void trainingLearnsMoreThanTheMeanImage() {
        Optimum optimum = Vae.train(images, 400, 16, 7, (step, parameters) -> {});
        assertThat(optimum.recentValue(50)).isLessThan(0.95 * entropyOfMeans());
    }

    private double entropyOfMeans() {
        double entropy = 0;
        for (int i = 0; i < Digits.PIXELS; i++) {
            int pixel = i;
            double mean = Arrays.stream(images)
                    .mapToDouble(image -> image[pixel])
                    .average()
                    .orElseThrow();
            entropy -= mean > 0 ? mean * Math.log(mean) + (1 - mean) * Math.log1p(-mean) : 0;
        }
        return entropy;
    }

    @Test
    void anAlbumIsAPicture(@TempDir Path directory) throws Exception {
        Path file = Album.save(
                List.of(new double[][] {images[0], images[1]}, new double[][] {images[2]}),
                directory.resolve("album.png"));
        var picture = ImageIO.read(Files.newInputStream(file));
        assertThat(picture.getWidth()).isEqualTo(2 * 54 + 6);
        assertThat(picture.getHeight()).isEqualTo(2 * 54 + 6);
        // the fourth pixel of the first image has 13 sixteenths of ink
        assertThat(picture.getRaster().getSample(6 + 3 * 6, 6, 0)).isEqualTo((int) Math.round(255 * (1 - 13 / 16.0)));
    }
}
