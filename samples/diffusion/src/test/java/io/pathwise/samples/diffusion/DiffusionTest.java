package io.pathwise.samples.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.check.GradientCheck;
import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.samples.diffusion.Denoiser.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seeds are fixed; a bound of 4 standard errors would fail for 6 seeds in 100,000. */
class DiffusionTest {
    private final double[][] data = Moons.points(Diffusion.POINTS);

    /** An empty network sees no noise, and loses the variance of two normal draws: 2, with standard deviation 2. */
    @Test
    void anEmptyNetworkLosesTheVarianceOfTheNoise() {
        Estimate estimate =
                MonteCarlo.of(Networks.loss(data)).paths(10_000).seed(7).estimate(new double[Networks.LAYERS.size()]);
        assertThat(estimate.value()).isCloseTo(2, within(4 * 2 / 100.0));
        assertThat(estimate.standardError()).isCloseTo(0.02, within(0.002));
    }

    @Test
    void theGradientAgreesWithDifferences() {
        GradientCheck.of(Networks.loss(data))
                .at(Networks.LAYERS.random(3))
                .paths(3)
                .maximumParameters(100)
                .seed(1)
                .check();
    }

    /** The exact model loses least; 4 standard errors of 4,000 draws with a deviation of less than 2 are 0.13. */
    @Test
    void trainingComesNearTheLeastLossThereIs() {
        double least = Losses.of(NoiseModel.exact(data), data, 4_000, 3);
        Network network = Networks.of(
                Diffusion.train(data, 600, 32, 7, (step, parameters) -> {}).parameters());
        double learnt = Losses.of(NoiseModel.of(network), data, 4_000, 3);
        assertThat(least).isBetween(0.3, 0.9);
        assertThat(learnt).isBetween(least - 0.13, least + 0.35);
    }

    @Test
    void theReverseProcessLeadsFromNoiseToTheData() {
        ReverseProcess process = new ReverseProcess(200, 60, 5);
        double before = Moons.distance(process.points(), data);
        process.backTo(0, NoiseModel.exact(data));
        assertThat(process.time()).isZero();
        assertThat(before).isGreaterThan(0.15);
        assertThat(Moons.distance(process.points(), data)).isLessThan(0.02);
    }

    /** Of one point of data, all noise is the way from it. */
    @Test
    void theExactModelKnowsTheNoiseOfASinglePoint() {
        NoiseModel exact = NoiseModel.exact(new double[][] {{1, -2}});
        double root = Math.sqrt(0.5);
        double[] noise = exact.noise(root * 1 + root * 0.3, root * -2 - root * 1.2, 0.5);
        assertThat(noise[0]).isCloseTo(0.3, within(1e-12));
        assertThat(noise[1]).isCloseTo(-1.2, within(1e-12));
    }

    @Test
    void vectorsAreReadInTheOrderOfTheParameters() {
        double[] flat = Networks.LAYERS.random(3);
        List<String> names = Networks.loss(data).parameterNames();
        assertThat(names).hasSize(Networks.LAYERS.size());
        assertThat(Networks.of(flat).second().weights()[3][5])
                .isEqualTo(flat[names.indexOf("network.second.weights[3][5]")]);
        assertThat(Networks.of(flat).noise().bias()[1]).isEqualTo(flat[names.indexOf("network.noise.bias[1]")]);
    }
}
