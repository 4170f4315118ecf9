package io.pathwise.montecarlo.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuasiRandomNoiseTest {
    private static final int REPLICATES = 4;
    private static final int SEEDS = 4_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 99})
    void everyIntervalOfEachCoordinateHoldsOnePoint(long seed) {
        int points = 1 << 10;
        double[][][] uniforms = points(seed, points, 300);
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            for (int dimension = 0; dimension < 300; dimension++) {
                boolean[] isTaken = new boolean[points];
                for (double[] point : uniforms[replicate]) {
                    int cell = (int) (points * point[dimension]);
                    assertThat(isTaken[cell]).isFalse();
                    isTaken[cell] = true;
                }
            }
        }
    }

    @Test
    void theFirstTwoCoordinatesFillEveryElementaryBoxOnce() {
        int levels = 8;
        double[][][] uniforms = points(3, 1 << levels, 2);
        for (int split = 0; split <= levels; split++) {
            boolean[][] isTaken = new boolean[1 << split][1 << (levels - split)];
            for (double[] point : uniforms[1]) {
                int column = (int) ((1 << split) * point[0]);
                int row = (int) ((1 << (levels - split)) * point[1]);
                assertThat(isTaken[column][row]).isFalse();
                isTaken[column][row] = true;
            }
        }
    }

    @Test
    void everyPointIsUniformOverSeeds() {
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            QuasiRandomNoise noise = new QuasiRandomNoise(seed, 2, 0, 1);
            double[] uniform = new double[1];
            noise.start(10);
            noise.uniforms(uniform, 0, 1);
            sum += uniform[0] - 0.5;
            squares += (uniform[0] - 0.5) * (uniform[0] - 0.5);
        }
        assertThat(sum / SEEDS).isCloseTo(0, within(5 * Math.sqrt(1.0 / 12 / SEEDS)));
        assertThat(squares / SEEDS).isCloseTo(1.0 / 12, within(5 * Math.sqrt(1.0 / 180 / SEEDS)));
    }

    /**
     * What nested uniform scrambling means for two coordinates that first differ in bit r: bits before it stay equal, bit r
     * stays different, the bits after it become independent. So their covariance is the sum of 4⁻ʲ/4 over j < r, less 4⁻ʳ/4.
     */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 3", "0, 5", "3, 17", "40, 100", "64, 65"})
    void twoPointsAreAsFarApartAsNestedScramblingLeavesThem(int a, int b) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(2);
        long difference = (long) (sequence.skipTo(a)[1] * 0x1p32) ^ (long) (sequence.skipTo(b)[1] * 0x1p32);
        int bit = Long.numberOfLeadingZeros(difference) - 31;
        double expected = (1 - Math.pow(0.25, bit - 1.0)) / 12 - Math.pow(0.25, bit) / 4;

        assertThat(covariance(a, 0, 1, b, 0, 1)).isCloseTo(expected, within(5.0 / 12 / Math.sqrt(SEEDS)));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, 0, 5, 1, 0", "5, 0, 0, 5, 0, 1", "5, 0, 0, 9, 1, 1", "0, 0, 0, 0, 1, 0", "0, 0, 0, 0, 0, 1"})
    void replicatesAndCoordinatesAreScrambledIndependently(
            int a, int aReplicate, int aDimension, int b, int bReplicate, int bDimension) {
        double covariance = covariance(a, aReplicate, aDimension, b, bReplicate, bDimension);

        assertThat(covariance).isCloseTo(0, within(5.0 / 12 / Math.sqrt(SEEDS)));
    }

    /** The covariance, over seeds, of coordinates of two points. */
    private static double covariance(int a, int aReplicate, int aDimension, int b, int bReplicate, int bDimension) {
        double sum = 0;
        double[] first = new double[2];
        double[] second = new double[2];
        for (int seed = 0; seed < SEEDS; seed++) {
            QuasiRandomNoise noise = new QuasiRandomNoise(seed, 2, 0, 2);
            noise.start(2L * a + aReplicate);
            noise.uniforms(first, 0, 2);
            noise.start(2L * b + bReplicate);
            noise.uniforms(second, 0, 2);
            sum += (first[aDimension] - 0.5) * (second[bDimension] - 0.5);
        }
        return sum / SEEDS;
    }

    @Test
    void aPathsNoiseDoesNotDependOnThePathsBefore() {
        QuasiRandomNoise inOrder = new QuasiRandomNoise(1, REPLICATES, 5, 3);
        QuasiRandomNoise alone = new QuasiRandomNoise(1, REPLICATES, 5, 3);
        double[] expected = new double[8];
        double[] actual = new double[8];
        for (int path = 0; path < 40; path++) {
            read(inOrder, path, expected);
        }
        read(alone, 7, actual);
        read(alone, 39, actual);
        assertThat(actual).isEqualTo(expected);
    }

    private static void read(QuasiRandomNoise noise, long path, double[] target) {
        noise.start(path);
        double[] uniforms = new double[3];
        noise.normals(target, 0, 5);
        noise.uniforms(uniforms, 0, 3);
        System.arraycopy(uniforms, 0, target, 5, 3);
    }

    @Test
    void normalsAreQuantiles() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (double u : new double[] {0x1p-53, 1e-9, 0.01, 0.3, 0.5, 0.6, 0.975, 1 - 1e-9, 1 - 0x1p-53}) {
            double quantile = QuasiRandomNoise.inverseNormal(u);
            assertThat(quantile)
                    .isCloseTo(normal.inverseCumulativeProbability(u), within(1e-14 * (1 + Math.abs(quantile))));
        }
    }

    @Test
    void normalsAreAsSymmetricAsUniforms() {
        for (double u : new double[] {0x1p-53, 0x1p-30, 0.125, 0.375}) {
            assertThat(QuasiRandomNoise.inverseNormal(1 - u)).isEqualTo(-QuasiRandomNoise.inverseNormal(u));
        }
    }

    @Test
    void moreDrawsThanAnnouncedAreRefused() {
        QuasiRandomNoise noise = new QuasiRandomNoise(1, REPLICATES, 2, 1);
        noise.start(0);
        assertThatThrownBy(() -> noise.normals(new double[3], 0, 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a path asks for 3 draws, but announced 2, and quasi-random noise cannot grow");
    }

    /** Points by replicate, number and coordinate. */
    private static double[][][] points(long seed, int points, int dimension) {
        QuasiRandomNoise noise = new QuasiRandomNoise(seed, REPLICATES, 0, dimension);
        double[][][] uniforms = new double[REPLICATES][points][dimension];
        for (int path = 0; path < points * REPLICATES; path++) {
            noise.start(path);
            noise.uniforms(uniforms[path % REPLICATES][path / REPLICATES], 0, dimension);
        }
        return uniforms;
    }
}
