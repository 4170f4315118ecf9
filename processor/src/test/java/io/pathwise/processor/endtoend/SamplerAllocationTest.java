package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.pathwise.runtime.BetaSampler;
import io.pathwise.runtime.ChiSquaredSampler;
import io.pathwise.runtime.DirichletSampler;
import io.pathwise.runtime.FisherFSampler;
import io.pathwise.runtime.GammaSampler;
import io.pathwise.runtime.GumbelSoftmaxSampler;
import io.pathwise.runtime.InverseGammaSampler;
import io.pathwise.runtime.InverseGaussianSampler;
import io.pathwise.runtime.KumaraswamySampler;
import io.pathwise.runtime.NormalMixtureSampler;
import io.pathwise.runtime.RelaxedBernoulliSampler;
import io.pathwise.runtime.Softmax;
import io.pathwise.runtime.StandardQuantile;
import io.pathwise.runtime.StudentTSampler;
import io.pathwise.runtime.TriangularSampler;
import io.pathwise.runtime.TruncatedNormalSampler;
import io.pathwise.runtime.VonMisesSampler;
import io.pathwise.runtime.discrete.Binomial;
import io.pathwise.runtime.discrete.Geometric;
import io.pathwise.runtime.discrete.NegativeBinomial;
import io.pathwise.runtime.discrete.Poisson;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Draws and their derivatives make no object, wherever parameters and noise lie. Each is called twice, so that hardly
 * anything here is compiled yet: it is not left to a compiler to remove objects.
 */
class SamplerAllocationTest {
    private static final double[] SHAPES = {1e-3, 0.05, 0.5, 1, 1.7, 5.5, 9.9, 14, 50, 300, 1e4, 1e6};
    private static final double[] NOISE = {0, 1e-12, 1e-6, 0.1, 0.5, 0.83, 0.95, 1 - 1e-6, 1 - 1e-12, 1};

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The sum of a draw and its derivatives, as a function of the noise. */
    private record Draw(String name, DoubleUnaryOperator sum) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Binary {
        DoubleUnaryOperator of(double first, double second);
    }

    static Stream<Draw> draws() {
        return Stream.of(
                        unary("gamma", SamplerAllocationTest::gamma),
                        unary("chiSquared", (nu, u) -> {
                            double z = ChiSquaredSampler.value(nu, u);
                            return z + ChiSquaredSampler.degreesOfFreedomPartial(nu, z);
                        }),
                        unary("inverseGamma", (shape, u) -> {
                            double z = InverseGammaSampler.value(shape, 2, u);
                            return z + InverseGammaSampler.shapePartial(shape, 2, z);
                        }),
                        unary("dirichlet", (concentration, u) -> {
                            double z = DirichletSampler.logGamma(concentration, u);
                            return z + DirichletSampler.logGammaPartial(concentration, z);
                        }),
                        unary("studentT", (nu, u) -> {
                            double z = StudentTSampler.value(nu, u);
                            return z + StudentTSampler.degreesOfFreedomPartial(nu, z);
                        }),
                        unary("vonMises", (kappa, u) -> {
                            double z = VonMisesSampler.value(0.3, kappa, u);
                            return z + VonMisesSampler.concentrationPartial(0.3, kappa, u, z);
                        }),
                        unary("inverseGaussian", (shape, u) -> {
                            double z = InverseGaussianSampler.value(2, shape, u);
                            return z
                                    + InverseGaussianSampler.meanPartial(2, shape, z)
                                    + InverseGaussianSampler.shapePartial(2, shape, u, z);
                        }),
                        binary("beta", (alpha, beta) -> u -> {
                            double z = BetaSampler.value(alpha, beta, u);
                            return z
                                    + BetaSampler.alphaPartial(alpha, beta, u, z)
                                    + BetaSampler.betaPartial(alpha, beta, u, z);
                        }),
                        binary("fisherF", (first, second) -> u -> {
                            double z = FisherFSampler.value(first, second, u);
                            return z
                                    + FisherFSampler.degreesOfFreedom1Partial(first, second, z)
                                    + FisherFSampler.degreesOfFreedom2Partial(first, second, z);
                        }),
                        binary("kumaraswamy", (a, b) -> u -> {
                            double z = KumaraswamySampler.value(a, b, u);
                            return z
                                    + KumaraswamySampler.aPartial(a, b, u, z)
                                    + KumaraswamySampler.bPartial(a, b, u, z);
                        }),
                        binary("truncatedNormal", (lower, width) -> truncatedNormal(lower, lower + width)),
                        binary(
                                "truncatedNormal",
                                (minusUpper, width) -> truncatedNormal(-minusUpper - width, -minusUpper)),
                        Stream.of(
                                new Draw("triangular", SamplerAllocationTest::triangular),
                                new Draw("relaxedBernoulli", SamplerAllocationTest::relaxedBernoulli),
                                new Draw("standard quantiles", SamplerAllocationTest::standardQuantiles),
                                new Draw("normalMixture", normalMixture()),
                                new Draw("gumbelSoftmax", gumbelSoftmax())),
                        wholeNumbers())
                .flatMap(each -> each);
    }

    private static Stream<Draw> unary(String name, DoubleBinaryOperator sum) {
        return Arrays.stream(SHAPES)
                .mapToObj(shape -> new Draw(name + "(" + shape + ")", u -> sum.applyAsDouble(shape, u)));
    }

    private static Stream<Draw> binary(String name, Binary sum) {
        return Arrays.stream(SHAPES)
                .boxed()
                .flatMap(first -> Arrays.stream(SHAPES)
                        .mapToObj(second -> new Draw(name + List.of(first, second), sum.of(first, second))));
    }

    private static double gamma(double shape, double u) {
        double z = GammaSampler.value(shape, 1.5, u);
        return z + GammaSampler.shapePartial(shape, 1.5, z);
    }

    private static DoubleUnaryOperator truncatedNormal(double lower, double upper) {
        return u -> {
            double z = TruncatedNormalSampler.value(0, 1, lower, upper, u);
            return z
                    + TruncatedNormalSampler.meanPartial(0, 1, lower, upper, u, z)
                    + TruncatedNormalSampler.standardDeviationPartial(0, 1, lower, upper, u, z)
                    + TruncatedNormalSampler.lowerPartial(0, 1, lower, u, z)
                    + TruncatedNormalSampler.upperPartial(0, 1, upper, u, z);
        };
    }

    private static double triangular(double u) {
        return TriangularSampler.value(-1, 0.5, 2, u)
                + TriangularSampler.lowerPartial(-1, 0.5, 2, u)
                + TriangularSampler.modePartial(-1, 0.5, 2, u)
                + TriangularSampler.upperPartial(-1, 0.5, 2, u);
    }

    private static double relaxedBernoulli(double u) {
        return RelaxedBernoulliSampler.value(0.3, 0.7, u)
                + RelaxedBernoulliSampler.logitPartial(0.3, 0.7, u)
                + RelaxedBernoulliSampler.temperaturePartial(0.3, 0.7, u);
    }

    private static double standardQuantiles(double u) {
        return StandardQuantile.laplace(u)
                + StandardQuantile.logistic(u)
                + StandardQuantile.cauchy(u)
                + StandardQuantile.halfCauchy(u)
                + StandardQuantile.studentT(3.5, u);
    }

    private static DoubleUnaryOperator normalMixture() {
        double[] weights = {0.5, 0.3, 0.2};
        double[] means = {-1, 0.5, 40};
        double[] deviations = {0.6, 1, 0.4};
        double[] partials = new double[3];
        return u -> {
            double z = NormalMixtureSampler.value(weights, means, deviations, u);
            NormalMixtureSampler.weightsPartials(weights, means, deviations, u, z, partials);
            NormalMixtureSampler.meansPartials(weights, means, deviations, u, z, partials);
            NormalMixtureSampler.standardDeviationsPartials(weights, means, deviations, u, z, partials);
            return z + partials[0];
        };
    }

    private static DoubleUnaryOperator gumbelSoftmax() {
        double[] scores = new double[3];
        double[] partials = new double[3];
        return u -> {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = GumbelSoftmaxSampler.score(i, 0.7, u);
            }
            Softmax.logSumPartials(scores, partials);
            return Softmax.logSum(scores) + partials[0];
        };
    }

    private static Stream<Draw> wholeNumbers() {
        Stream<Draw> byMean = DoubleStream.of(0.3, 20, 5000)
                .mapToObj(mean -> new Draw("poisson(" + mean + ")", u -> Poisson.outcome(mean, inside(u))));
        Stream<Draw> byProbability = DoubleStream.of(1e-3, 0.4, 0.99)
                .boxed()
                .flatMap(p -> Stream.of(
                        new Draw("binomial(9, " + p + ")", u -> Binomial.outcome(9, p, inside(u))),
                        new Draw("binomial(50000, " + p + ")", u -> Binomial.outcome(50_000, p, inside(u))),
                        new Draw("geometric(" + p + ")", u -> Geometric.outcome(p, inside(u))),
                        new Draw("negativeBinomial(7, " + p + ")", u -> NegativeBinomial.outcome(7, p, inside(u)))));
        return Stream.concat(byMean, byProbability);
    }

    private static double inside(double u) {
        return Math.max(1e-12, Math.min(1 - 1e-12, u));
    }

    @ParameterizedTest
    @MethodSource("draws")
    void drawsAndDerivativesAllocateNothing(Draw draw) {
        assertThat(bytes(draw.sum())).isZero();
    }

    @Test
    void objectsAreSeen() {
        double[][] kept = new double[1][];
        assertThat(bytes(u -> {
                    kept[0] = new double[1];
                    return kept[0][0];
                }))
                .isGreaterThanOrEqualTo(8L * NOISE.length);
    }

    private long bytes(DoubleUnaryOperator sum) {
        sumOver(sum);
        long before = threads.getCurrentThreadAllocatedBytes();
        sumOver(sum);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static double sumOver(DoubleUnaryOperator sum) {
        double total = 0;
        for (double u : NOISE) {
            total += sum.applyAsDouble(u);
        }
        return total;
    }
}
