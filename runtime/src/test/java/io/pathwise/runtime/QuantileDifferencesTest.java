package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The derivatives of the inverted distribution functions against differences of the draws, at parameters and noise all
 * over their ranges: each method of computation is right to the borders of its part. And draws increase with u.
 */
class QuantileDifferencesTest {
    private static final int POINTS = 300;
    private static final int NOISES = 20;

    private interface Value {
        double at(double[] p, double u);
    }

    private interface Partial {
        double at(double[] p, double u, double z, int parameter);
    }

    /** A sampler with the range of each of its positive parameters. */
    private record Family(String name, double[] least, double[] largest, Value value, Partial partial) {
        @Override
        public String toString() {
            return name;
        }

        double[] parameters(SplittableRandom random) {
            double[] parameters = new double[least.length];
            for (int i = 0; i < least.length; i++) {
                parameters[i] = least[i] * Math.pow(largest[i] / least[i], random.nextDouble());
            }
            return parameters;
        }
    }

    static Stream<Family> families() {
        return Stream.of(
                new Family(
                        "gamma",
                        new double[] {0.01},
                        new double[] {1e4},
                        (p, u) -> GammaSampler.value(p[0], 1, u),
                        (p, u, z, i) -> GammaSampler.shapePartial(p[0], 1, z)),
                new Family(
                        "beta",
                        new double[] {0.03, 0.03},
                        new double[] {1e3, 1e3},
                        (p, u) -> BetaSampler.value(p[0], p[1], u),
                        (p, u, z, i) -> i == 0
                                ? BetaSampler.alphaPartial(p[0], p[1], u, z)
                                : BetaSampler.betaPartial(p[0], p[1], u, z)),
                new Family(
                        "studentT",
                        new double[] {0.1},
                        new double[] {1e4},
                        (p, u) -> StudentTSampler.value(p[0], u),
                        (p, u, z, i) -> StudentTSampler.degreesOfFreedomPartial(p[0], z)),
                new Family(
                        "fisherF",
                        new double[] {0.1, 0.1},
                        new double[] {1e4, 1e4},
                        (p, u) -> FisherFSampler.value(p[0], p[1], u),
                        (p, u, z, i) -> i == 0
                                ? FisherFSampler.degreesOfFreedom1Partial(p[0], p[1], z)
                                : FisherFSampler.degreesOfFreedom2Partial(p[0], p[1], z)),
                new Family(
                        "vonMises",
                        new double[] {0.01},
                        new double[] {1e4},
                        (p, u) -> VonMisesSampler.value(0, p[0], u),
                        (p, u, z, i) -> VonMisesSampler.concentrationPartial(0, p[0], u, z)),
                new Family(
                        "inverseGaussian",
                        new double[] {0.1, 0.01},
                        new double[] {10, 1e4},
                        (p, u) -> InverseGaussianSampler.value(p[0], p[1], u),
                        (p, u, z, i) -> i == 0
                                ? InverseGaussianSampler.meanPartial(p[0], p[1], z)
                                : InverseGaussianSampler.shapePartial(p[0], p[1], u, z)),
                new Family(
                        "truncatedNormal",
                        new double[] {0.1, 0.1, 1, 6},
                        new double[] {10, 10, 5, 20},
                        (p, u) -> TruncatedNormalSampler.value(p[0], p[1], p[2], p[3], u),
                        QuantileDifferencesTest::truncatedNormal));
    }

    private static double truncatedNormal(double[] p, double u, double z, int parameter) {
        return switch (parameter) {
            case 0 -> TruncatedNormalSampler.meanPartial(p[0], p[1], p[2], p[3], u, z);
            case 1 -> TruncatedNormalSampler.standardDeviationPartial(p[0], p[1], p[2], p[3], u, z);
            case 2 -> TruncatedNormalSampler.lowerPartial(p[0], p[1], p[2], u, z);
            default -> TruncatedNormalSampler.upperPartial(p[0], p[1], p[3], u, z);
        };
    }

    @ParameterizedTest
    @MethodSource("families")
    void partialsAreDifferenceQuotients(Family family) {
        SplittableRandom random = new SplittableRandom(5);
        for (int point = 0; point < POINTS; point++) {
            double[] parameters = family.parameters(random);
            for (int i = 0; i < NOISES; i++) {
                compare(family, parameters, noise(random, i));
            }
        }
    }

    /** In the middle, and in both tails. */
    private static double noise(SplittableRandom random, int i) {
        double small = Math.pow(10, -8 * random.nextDouble());
        return i % 3 == 0 ? random.nextDouble(1e-9, 1) : i % 3 == 1 ? small : 1 - 0.999 * small;
    }

    private static void compare(Family family, double[] parameters, double u) {
        double z = family.value().at(parameters, u);
        if (Math.abs(z) < 1e-90 || Math.abs(z) > 1e90) {
            return;
        }
        for (int i = 0; i < parameters.length; i++) {
            double partial = family.partial().at(parameters, u, z, i);
            double tolerance = 3e-6 * Math.abs(partial) + 1e-10 * Math.abs(z) / parameters[i];
            assertThat(partial)
                    .as("partial %d of %s%s at %s", i, family, Arrays.toString(parameters), u)
                    .isCloseTo(difference(family, parameters, u, i), within(tolerance));
        }
    }

    private static double difference(Family family, double[] parameters, double u, int i) {
        double step = 2e-4 * parameters[i];
        double near = at(family, parameters, u, i, step) - at(family, parameters, u, i, -step);
        double far = at(family, parameters, u, i, 2 * step) - at(family, parameters, u, i, -2 * step);
        return (8 * near - far) / (12 * step);
    }

    private static double at(Family family, double[] parameters, double u, int i, double step) {
        double[] moved = parameters.clone();
        moved[i] += step;
        return family.value().at(moved, u);
    }

    /** The same families at shapes from 1e-3 to 1e6, and mixtures. */
    static Stream<Family> wideFamilies() {
        Stream<Family> positive = families()
                .filter(each -> !each.name().equals("truncatedNormal"))
                .map(each -> new Family(
                        each.name(),
                        filled(each.least().length, 1e-3),
                        filled(each.least().length, 1e6),
                        each.value(),
                        each.partial()));
        return Stream.concat(
                positive,
                Stream.of(
                        new Family(
                                "truncatedNormal",
                                new double[] {0.01, 1e-3, 1e-3, 1e-3},
                                new double[] {50, 1e3, 10, 100},
                                (p, u) -> TruncatedNormalSampler.value(p[0], p[1], p[2], p[2] + p[3], u),
                                (p, u, z, i) -> truncatedNormal(new double[] {p[0], p[1], p[2], p[2] + p[3]}, u, z, i)),
                        new Family(
                                "normalMixture",
                                new double[] {1e-6, 0.01, 0.01, 0.01},
                                new double[] {1, 20, 10, 10},
                                (p, u) -> NormalMixtureSampler.value(weights(p), means(p), deviations(p), u),
                                QuantileDifferencesTest::mixtureMean)));
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] weights(double[] p) {
        return new double[] {p[0], 1};
    }

    private static double[] means(double[] p) {
        return new double[] {p[1], 0};
    }

    private static double[] deviations(double[] p) {
        return new double[] {p[2], p[3]};
    }

    private static double mixtureMean(double[] p, double u, double z, int parameter) {
        double[] partials = new double[2];
        NormalMixtureSampler.meansPartials(weights(p), means(p), deviations(p), u, z, partials);
        return partials[0];
    }

    @ParameterizedTest
    @MethodSource("wideFamilies")
    void drawsIncreaseWithTheNoiseAndHaveFiniteDerivatives(Family family) {
        SplittableRandom random = new SplittableRandom(7);
        for (int point = 0; point < 60; point++) {
            double[] parameters = family.parameters(random);
            double before = Double.NEGATIVE_INFINITY;
            for (int i = -240; i <= 240; i++) {
                // u from 1e-12 to 1 − 1e-12, evenly in its log-odds
                double u = 1 / (1 + Math.exp(-i * 27.6 / 240));
                double z = family.value().at(parameters, u);
                String place = family + Arrays.toString(parameters) + " at " + u;
                assertThat(z).as(place).isGreaterThanOrEqualTo(before);
                assertFinite(family, parameters, u, z, place);
                before = z;
            }
        }
    }

    /** Unless a draw overflows, or nearly. */
    private static void assertFinite(Family family, double[] parameters, double u, double z, String place) {
        for (int j = 0; j < parameters.length && Math.abs(z) < 1e290; j++) {
            assertThat(family.partial().at(parameters, u, z, j)).as(place).isFinite();
        }
    }
}
