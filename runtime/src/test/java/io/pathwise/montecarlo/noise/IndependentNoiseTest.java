package io.pathwise.montecarlo.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statistics of the noise across paths, where a weak seeding of the paths would show. Bounds are 5 standard errors, which a
 * right generator misses with a probability of 6e-7 for each of the about 60 checks, and the seeds are fixed.
 */
class IndependentNoiseTest {
    private static final int PATHS = 200_000;
    private static final long SEED = 20_260_101;

    @Test
    void normalsHaveTheMomentsOfTheNormalDistribution() {
        double[] draws = normals(SEED, 0, PATHS, 1);
        // standard deviations of the first four powers of a standard normal
        double[] deviations = {1, Math.sqrt(2), Math.sqrt(15), Math.sqrt(96)};
        double[] moments = {0, 1, 0, 3};
        for (int power = 1; power <= 4; power++) {
            int exponent = power;
            double mean = Arrays.stream(draws)
                    .map(draw -> Math.pow(draw, exponent))
                    .average()
                    .orElseThrow();
            assertThat(mean)
                    .as("moment %d", power)
                    .isCloseTo(moments[power - 1], within(5 * deviations[power - 1] / Math.sqrt(PATHS)));
        }
    }

    @Test
    void normalsFillEquallyProbableCellsAlike() {
        int cells = 64;
        NormalDistribution normal = NormalDistribution.of(0, 1);
        int[] counts = new int[cells];
        for (double draw : normals(SEED, 0, PATHS, 1)) {
            counts[(int) (cells * normal.cumulativeProbability(draw))]++;
        }
        assertEvenlyFilled(counts);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void uniformsFillEqualCellsAlike(int draw) {
        int[] counts = new int[64];
        for (double number : uniforms(SEED, draw, PATHS, 1)) {
            counts[(int) (64 * number)]++;
        }
        assertEvenlyFilled(counts);
    }

    /** Chi-square has mean k − 1 and variance 2 (k − 1). */
    private static void assertEvenlyFilled(int[] counts) {
        double expected = (double) PATHS / counts.length;
        double chiSquare = Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        int degrees = counts.length - 1;
        assertThat(chiSquare).isCloseTo(degrees, within(5 * Math.sqrt(2.0 * degrees)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64, 1024})
    void pathsApartAreUncorrelated(int lag) {
        double[] draws = normals(SEED, 0, PATHS + lag, 1);
        double[] nextDraws = normals(SEED, 1, PATHS + lag, 1);
        assertUncorrelated(i -> draws[i], i -> draws[i + lag]);
        assertUncorrelated(i -> draws[i] * draws[i] - 1, i -> draws[i + lag] * draws[i + lag] - 1);
        // sequences shifted against each other would show here
        assertUncorrelated(i -> draws[i + lag], i -> nextDraws[i]);
        assertUncorrelated(i -> draws[i], i -> nextDraws[i + lag]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 1L << 32, 1L << 63})
    void seedsApartAreUncorrelated(long lag) {
        double[] draws = normals(SEED, 0, PATHS, 1);
        double[] others = normals(SEED + lag, 0, PATHS, 1);
        assertUncorrelated(i -> draws[i], i -> others[i]);
        assertUncorrelated(
                i -> Math.abs(draws[i]) - Math.sqrt(2 / Math.PI), i -> Math.abs(others[i]) - Math.sqrt(2 / Math.PI));
    }

    @Test
    void pathsFarApartAreUncorrelated() {
        double[] draws = normals(SEED, 0, PATHS, 1);
        double[] far = normals(SEED, 0, PATHS, 1L << 40);
        assertUncorrelated(i -> draws[i + 1 < PATHS ? i + 1 : 0], i -> far[i]);
    }

    @Test
    void normalsAndUniformsOfAPathAreUncorrelated() {
        double[] normals = normals(SEED, 0, PATHS, 1);
        double[] uniforms = uniforms(SEED, 0, PATHS, 1);
        double deviation = Math.sqrt(1.0 / 12);
        assertUncorrelated(i -> normals[i], i -> (uniforms[i] - 0.5) / deviation);
        assertUncorrelated(i -> Math.abs(normals[i]) - Math.sqrt(2 / Math.PI), i -> (uniforms[i] - 0.5) / deviation);
    }

    private interface Series {
        double at(int index);
    }

    private static void assertUncorrelated(Series a, Series b) {
        double product = 0;
        double aSquares = 0;
        double bSquares = 0;
        for (int i = 0; i < PATHS; i++) {
            product += a.at(i) * b.at(i);
            aSquares += a.at(i) * a.at(i);
            bSquares += b.at(i) * b.at(i);
        }
        assertThat(product / Math.sqrt(aSquares * bSquares)).isCloseTo(0, within(5 / Math.sqrt(PATHS)));
    }

    @Test
    void aPathsNoiseDependsOnSeedAndPathAlone() {
        IndependentNoise source = new IndependentNoise(7);
        double[] alone = new double[10];
        source.start(12);
        source.normals(alone, 0, 10);

        IndependentNoise other = new IndependentNoise(7);
        double[] after = new double[10];
        for (long path : new long[] {0, 99, 12}) {
            other.start(path);
            other.uniforms(new double[3], 0, 3);
            other.normals(after, 0, 4);
            other.normals(after, 4, 10);
        }
        assertThat(after).isEqualTo(alone);
    }

    @Test
    void aPathsNoiseIsTheSameInEveryRelease() {
        double[] normals = normals(42, 0, 3, 1);
        double[] uniforms = uniforms(42, 0, 3, 1);
        assertThat(normals).containsExactly(RECORDED_NORMALS);
        assertThat(uniforms).containsExactly(RECORDED_UNIFORMS);
    }

    private static final double[] RECORDED_NORMALS = {-1.4309281732341232, -0.514982471945508, -1.236002642956618};
    private static final double[] RECORDED_UNIFORMS = {0.5608121188743683, 0.042918046085655415, 0.9478684053268137};

    @Test
    void uniformsAreOpenAndSymmetric() {
        assertThat(Uniforms.of(0)).isEqualTo(0x1p-53);
        assertThat(Uniforms.of(-1)).isEqualTo(1 - 0x1p-53);
        assertThat(1 - Uniforms.of(0)).isEqualTo(Uniforms.of(-1));
    }

    @Test
    void antitheticPathsMirrorEachOther() {
        AntitheticNoise source = new AntitheticNoise(new IndependentNoise(5));
        double[][] normals = new double[4][6];
        double[][] uniforms = new double[4][6];
        for (int path = 0; path < 4; path++) {
            source.start(path);
            source.normals(normals[path], 0, 6);
            source.uniforms(uniforms[path], 0, 2);
            source.uniforms(uniforms[path], 2, 6);
        }
        for (int i = 0; i < 6; i++) {
            assertThat(normals[3][i]).isEqualTo(-normals[2][i]).isNotEqualTo(-normals[0][i]);
            assertThat(uniforms[1][i]).isEqualTo(1 - uniforms[0][i]);
        }
    }

    private static double[] normals(long seed, int draw, int paths, long stride) {
        IndependentNoise source = new IndependentNoise(seed);
        double[] buffer = new double[draw + 1];
        double[] draws = new double[paths];
        for (int path = 0; path < paths; path++) {
            source.start(path * stride);
            source.normals(buffer, 0, draw + 1);
            draws[path] = buffer[draw];
        }
        return draws;
    }

    private static double[] uniforms(long seed, int draw, int paths, long stride) {
        IndependentNoise source = new IndependentNoise(seed);
        double[] buffer = new double[draw + 1];
        double[] draws = new double[paths];
        for (int path = 0; path < paths; path++) {
            source.start(path * stride);
            source.uniforms(buffer, 0, draw + 1);
            draws[path] = buffer[draw];
        }
        return draws;
    }
}
