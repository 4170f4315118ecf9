package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The samplers that invert a distribution function, and their derivatives, against a table with more than 20 digits that
 * {@code src/test/reference/quantiles.py} computes: shapes from 1e-3 to 1e6, noise from 1e-12 to 1 − 1e-12.
 */
class QuantileReferenceTest {
    /** A sampler's value, and its partial derivatives given the value. */
    private record Family(Value value, Partials partials) {}

    private interface Value {
        double at(double[] theta, double u);
    }

    private interface Partials {
        double[] at(double[] theta, double u, double z);
    }

    private static final Map<String, Family> FAMILIES = Map.of(
            "dirichlet",
            new Family((p, u) -> DirichletSampler.logGamma(p[0], u), (p, u, z) ->
                    new double[] {DirichletSampler.logGammaPartial(p[0], z)}),
            "normalMixture",
            new Family(
                    (p, u) -> NormalMixtureSampler.value(third(p, 0), third(p, 1), third(p, 2), u),
                    QuantileReferenceTest::normalMixture),
            "gamma",
            new Family((p, u) -> GammaSampler.value(p[0], 1, u), (p, u, z) ->
                    new double[] {GammaSampler.shapePartial(p[0], 1, z)}),
            "beta",
            new Family(
                    (p, u) -> BetaSampler.value(p[0], p[1], u), (p, u, z) -> new double[] {
                        BetaSampler.alphaPartial(p[0], p[1], u, z), BetaSampler.betaPartial(p[0], p[1], u, z)
                    }),
            "studentT",
            new Family((p, u) -> StudentTSampler.value(p[0], u), (p, u, z) ->
                    new double[] {StudentTSampler.degreesOfFreedomPartial(p[0], z)}),
            "fisherF",
            new Family((p, u) -> FisherFSampler.value(p[0], p[1], u), (p, u, z) -> new double[] {
                FisherFSampler.degreesOfFreedom1Partial(p[0], p[1], z),
                FisherFSampler.degreesOfFreedom2Partial(p[0], p[1], z)
            }),
            "vonMises",
            new Family((p, u) -> VonMisesSampler.value(0, p[0], u), (p, u, z) ->
                    new double[] {VonMisesSampler.concentrationPartial(0, p[0], u, z)}),
            "inverseGaussian",
            new Family((p, u) -> InverseGaussianSampler.value(p[0], p[1], u), (p, u, z) -> new double[] {
                InverseGaussianSampler.meanPartial(p[0], p[1], z), InverseGaussianSampler.shapePartial(p[0], p[1], u, z)
            }),
            "truncatedNormal",
            new Family((p, u) -> TruncatedNormalSampler.value(p[0], p[1], p[2], p[3], u), (p, u, z) -> new double[] {
                TruncatedNormalSampler.meanPartial(p[0], p[1], p[2], p[3], u, z),
                TruncatedNormalSampler.standardDeviationPartial(p[0], p[1], p[2], p[3], u, z),
                TruncatedNormalSampler.lowerPartial(p[0], p[1], p[2], u, z),
                TruncatedNormalSampler.upperPartial(p[0], p[1], p[3], u, z)
            }));

    private static double[] normalMixture(double[] p, double u, double z) {
        double[] weights = third(p, 0);
        double[] means = third(p, 1);
        double[] deviations = third(p, 2);
        int n = weights.length;
        double[] byWeights = new double[n];
        double[] byMeans = new double[n];
        double[] byDeviations = new double[n];
        NormalMixtureSampler.weightsPartials(weights, means, deviations, u, z, byWeights);
        NormalMixtureSampler.meansPartials(weights, means, deviations, u, z, byMeans);
        NormalMixtureSampler.standardDeviationsPartials(weights, means, deviations, u, z, byDeviations);
        return Stream.of(byWeights, byMeans, byDeviations)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] third(double[] parameters, int which) {
        int n = parameters.length / 3;
        return Arrays.copyOfRange(parameters, which * n, (which + 1) * n);
    }

    /** One line of the table. */
    record Point(String sampler, double[] theta, double u, double value, double[] partials) {
        @Override
        public String toString() {
            return sampler + Arrays.toString(theta) + " at " + u;
        }
    }

    static Stream<Point> points() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                QuantileReferenceTest.class.getResourceAsStream("quantiles.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(QuantileReferenceTest::point).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Point point(String line) {
        String[] cells = line.split(",");
        return new Point(
                cells[0],
                numbers(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                numbers(cells[5]));
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest
    @MethodSource("points")
    void valueAndPartialsAgree(Point point) {
        Family family = FAMILIES.get(point.sampler());
        double value = family.value().at(point.theta(), point.u());
        // a quantile near 0 of a distribution on both sides of it is exact relative to the deviation
        double deviation = deviation(point);
        assertClose("value", value, point.value(), 1e-15 * deviation);
        double[] partials = family.partials().at(point.theta(), point.u(), value);
        assertThat(partials).hasSameSizeAs(point.partials());
        for (int i = 0; i < partials.length; i++) {
            // where a derivative changes its sign, it is exact relative to the draw's own scale
            double unit = point.theta()[i] == 0 ? deviation : Math.abs(point.theta()[i]);
            double scale = 5e-14 * (Math.abs(point.value()) + deviation) / unit;
            assertClose("partial " + i, partials[i], point.partials()[i], Double.isFinite(scale) ? scale : 0);
        }
    }

    private static double deviation(Point point) {
        return switch (point.sampler()) {
            case "truncatedNormal" -> point.theta()[1];
            case "normalMixture" -> Arrays.stream(third(point.theta(), 2)).max().orElseThrow();
            default -> 0;
        };
    }

    /** Numbers that are not normal have fewer digits. */
    private static void assertClose(String what, double actual, double expected, double scale) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).as(what).isEqualTo(expected);
        } else {
            double tolerance = 1e-12 * Math.abs(expected) + scale + Double.MIN_NORMAL;
            assertThat(actual).as(what).isCloseTo(expected, within(tolerance));
        }
    }
}
