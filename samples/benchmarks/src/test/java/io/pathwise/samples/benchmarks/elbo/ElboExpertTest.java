package io.pathwise.samples.benchmarks.elbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.samples.benchmarks.elbo.Elbo.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ElboExpertTest {
    private static final double STEP = 1e-5;

    private final Random random = new Random(3);
    private final Weights weights = randomWeights();
    private final double[] pixels = random.doubles(Elbo.PIXELS).toArray();
    private final double[] normals = Stream.generate(random::nextGaussian)
            .limit(Elbo.LATENT)
            .mapToDouble(x -> x)
            .toArray();

    @Test
    void valueIsThatOfTheSource() {
        assertThat(new ElboExpert().gradient(weights, pixels, normals))
                .isCloseTo(ElboPathwise.elbo(weights, pixels, normals), within(1e-12));
    }

    /** Every weight and every bias, one by one. */
    @Test
    void gradientIsThatOfCentralDifferences() {
        ElboExpert expert = new ElboExpert();
        expert.gradient(weights, pixels, normals);

        List<double[]> points = ElboBenchmark.arrays(weights);
        List<double[]> bars = ElboBenchmark.arrays(expert.bars);
        for (int array = 0; array < points.size(); array++) {
            for (int i = 0; i < points.get(array).length; i++) {
                assertThat(bars.get(array)[i])
                        .as("array %d, element %d", array, i)
                        .isCloseTo(difference(points.get(array), i), within(1e-7));
            }
        }
    }

    @Test
    void secondCallAddsTheSameAgain() {
        ElboExpert once = new ElboExpert();
        ElboExpert twice = new ElboExpert();
        once.gradient(weights, pixels, normals);
        twice.gradient(weights, pixels, normals);
        twice.gradient(weights, pixels, normals);

        double[] doubled = ElboBenchmark.arrays(once.bars).stream()
                .flatMapToDouble(Arrays::stream)
                .map(bar -> 2 * bar)
                .toArray();
        assertThat(ElboBenchmark.arrays(twice.bars).stream()
                        .flatMapToDouble(Arrays::stream)
                        .toArray())
                .containsExactly(doubled);
    }

    private double difference(double[] array, int i) {
        double point = array[i];
        array[i] = point + STEP;
        double above = ElboPathwise.elbo(weights, pixels, normals);
        array[i] = point - STEP;
        double below = ElboPathwise.elbo(weights, pixels, normals);
        array[i] = point;
        return (above - below) / (2 * STEP);
    }

    private Weights randomWeights() {
        Weights result = Weights.zero();
        ElboBenchmark.arrays(result).forEach(array -> Arrays.setAll(array, i -> 0.3 * random.nextGaussian()));
        return result;
    }
}
