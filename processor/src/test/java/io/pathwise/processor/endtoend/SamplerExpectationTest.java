package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Gamma;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The mean gradient of every sampler of numbers is the gradient of the mean: for each, the expectation of a function of
 * the draw is known as a formula or an integral over its density.
 *
 * <p>Means are compared within 5 standard errors: over the choice of the seed, each of the comparisons of an unbiased
 * gradient fails with a probability of 6e-7.
 */
final class SamplerExpectationTest {
    private static final int PATHS = 100_000;
    private static final double EULER = 0.577215664901532860607;

    private static CompilationResult compiled;

    /** A sampler at a point, a function of its draw z, and the expectation of that as a function of the parameters. */
    record Example(String sampler, String function, ToDoubleFunction<double[]> expectation, double... parameters) {
        String method() {
            return sampler + parameters.length;
        }

        String names(String prefix) {
            return IntStream.range(0, parameters.length)
                    .mapToObj(i -> prefix + "p" + i)
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String toString() {
            return sampler + Arrays.toString(parameters);
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                example("normal", "z * z", p -> p[0] * p[0] + p[1] * p[1], 0.3, 1.2),
                example("logNormal", "z", p -> Math.exp(p[0] + 0.5 * p[1] * p[1]), -0.2, 0.5),
                example("halfNormal", "z", p -> p[0] * Math.sqrt(2 / Math.PI), 1.4),
                example("uniform", "z * z", p -> (p[0] * p[0] + p[0] * p[1] + p[1] * p[1]) / 3, -1, 2.5),
                example("exponential", "z * z", p -> 2 * p[0] * p[0], 1.7),
                example("laplace", "z * z", p -> p[0] * p[0] + 2 * p[1] * p[1], 0.4, 1.3),
                example("logistic", "z * z", p -> p[0] * p[0] + Math.PI * Math.PI * p[1] * p[1] / 3, -0.7, 0.6),
                example("gumbel", "z", p -> p[0] + EULER * p[1], 0.2, 1.1),
                example(
                        "cauchy",
                        "1 / (1 + z * z)",
                        p -> (1 + p[1]) / ((1 + p[1]) * (1 + p[1]) + p[0] * p[0]),
                        0.3,
                        0.8),
                example("halfCauchy", "1 / (1 + z * z)", p -> 1 / (1 + p[0]), 1.5),
                example("rayleigh", "z", p -> p[0] * Math.sqrt(Math.PI / 2), 0.9),
                example("weibull", "z", p -> p[1] * Gamma.value(1 + 1 / p[0]), 1.6, 2.2),
                example("frechet", "z", p -> p[1] * Gamma.value(1 - 1 / p[0]), 3.5, 1.4),
                example("pareto", "z", p -> p[0] * p[1] / (p[1] - 1), 1.2, 3.5),
                example("logLogistic", "z", p -> p[0] * Math.PI / p[1] / Math.sin(Math.PI / p[1]), 1.7, 4.2),
                example("kumaraswamy", "z", p -> p[1] * beta(1 + 1 / p[0], p[1]), 1.4, 2.3),
                example("triangular", "z", p -> (p[0] + p[1] + p[2]) / 3, -0.5, 0.6, 2.5),
                example("gompertz", "z", SamplerExpectationTest::gompertz, 0.4, 1.3),
                example("gamma", "z", p -> p[0] * p[1], 2.3, 0.7),
                example("gamma", "z * z", p -> p[0] * (p[0] + 1) * p[1] * p[1], 0.4, 1.5),
                example("chiSquared", "z * z", p -> p[0] * (p[0] + 2), 3.4),
                example("inverseGamma", "z", p -> p[1] / (p[0] - 1), 3.8, 1.6),
                example("beta", "z", p -> p[0] / (p[0] + p[1]), 1.8, 2.9),
                example("studentT", "z * z", p -> p[0] / (p[0] - 2), 9.5),
                example("studentT", "z * z", p -> p[1] * p[1] + p[2] * p[2] * p[0] / (p[0] - 2), 8.2, 0.3, 1.4),
                example("fisherF", "z", p -> p[1] / (p[1] - 2), 4.2, 11.5),
                example("vonMises", "Math.cos(z)", SamplerExpectationTest::vonMises, 0.4, 2.3),
                example("inverseGaussian", "z * z", p -> p[0] * p[0] + p[0] * p[0] * p[0] / p[1], 1.3, 2.1),
                example("truncatedNormal", "z", SamplerExpectationTest::truncatedNormal, 0.2, 1.1, -0.6, 2.3),
                example("relaxedBernoulli", "z", SamplerExpectationTest::relaxedBernoulli, 0.3, 0.7));
    }

    private static Example example(
            String sampler, String function, ToDoubleFunction<double[]> expectation, double... parameters) {
        return new Example(sampler, function, expectation, parameters);
    }

    private static double beta(double a, double b) {
        return Gamma.value(a) * Gamma.value(b) / Gamma.value(a + b);
    }

    private static double gompertz(double[] p) {
        DoubleUnaryOperator density = x -> p[0] * p[1] * Math.exp(p[1] * x - p[0] * Math.expm1(p[1] * x));
        return integral(x -> x * density.applyAsDouble(x), 0, 12);
    }

    private static double vonMises(double[] p) {
        DoubleUnaryOperator density = x -> Math.exp(p[1] * Math.cos(x - p[0]));
        return integral(x -> Math.cos(x) * density.applyAsDouble(x), -Math.PI, Math.PI)
                / integral(density, -Math.PI, Math.PI);
    }

    private static double truncatedNormal(double[] p) {
        double alpha = (p[2] - p[0]) / p[1];
        double beta = (p[3] - p[0]) / p[1];
        double mass = 0.5 * (Erf.value(beta / Math.sqrt(2)) - Erf.value(alpha / Math.sqrt(2)));
        double difference = Math.exp(-0.5 * alpha * alpha) - Math.exp(-0.5 * beta * beta);
        return p[0] + p[1] * difference / Math.sqrt(2 * Math.PI) / mass;
    }

    /** Over the logistic noise x. */
    private static double relaxedBernoulli(double[] p) {
        return integral(x -> 0.25 / square(Math.cosh(0.5 * x)) / (1 + Math.exp(-(p[0] + x) / p[1])), -40, 40);
    }

    private static double square(double x) {
        return x * x;
    }

    /** By Simpson's rule. */
    private static double integral(DoubleUnaryOperator function, double from, double to) {
        int panels = 4000;
        double step = (to - from) / (2 * panels);
        double sum = function.applyAsDouble(from) - function.applyAsDouble(to);
        for (int i = 1; i <= panels; i++) {
            sum += 4 * function.applyAsDouble(from + (2 * i - 1) * step)
                    + 2 * function.applyAsDouble(from + 2 * i * step);
        }
        return sum * step / 3;
    }

    @BeforeAll
    static void compile() {
        String methods = examples()
                .map(example -> """
                        @Pathwise
                        static double %s(%s) {
                            double z = Sampler.%s(%s);
                            return %s;
                        }
                        """.formatted(
                                methodOf(example),
                                example.names("double "),
                                example.sampler(),
                                example.names(""),
                                example.function()))
                .collect(Collectors.joining());
        compiled = SourceCompiler.with(new PathwiseProcessor())
                .options("-parameters")
                .source("""
                        package demo;

                        import io.pathwise.Pathwise;
                        import io.pathwise.runtime.Sampler;

                        final class Expectations {
                        %s}
                        """.formatted(methods))
                .compile();
        assertThat(compiled.messages()).isEmpty();
    }

    private static String methodOf(Example example) {
        return example.method() + (example.function().equals("z * z") ? "Squared" : "");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theMeanGradientIsTheGradientOfTheMean(Example example) {
        Subject subject = new Subject(compiled, "demo.Expectations", methodOf(example), Set.of());
        PathwiseFunction function = (PathwiseFunction) Subject.invoke(subject.member("Function"));
        int size = example.parameters().length;
        double[][] gradients = new double[PATHS][size];
        double[] values = new double[PATHS];
        SplittableRandom random = new SplittableRandom(20260101);
        for (int i = 0; i < PATHS; i++) {
            double[] normals = {random.nextGaussian()};
            double[] uniforms = {random.nextDouble(Double.MIN_VALUE, 1)};
            values[i] = function.gradient(example.parameters(), normals, uniforms, gradients[i]);
        }
        assertMean(example.expectation().applyAsDouble(example.parameters()), values);
        for (int parameter = 0; parameter < size; parameter++) {
            int index = parameter;
            double[] partials =
                    Arrays.stream(gradients).mapToDouble(each -> each[index]).toArray();
            assertMean(derivative(example, parameter), partials);
        }
    }

    private static double derivative(Example example, int parameter) {
        double step = 1e-4;
        return (expectation(example, parameter, step) - expectation(example, parameter, -step)) / (2 * step);
    }

    private static double expectation(Example example, int parameter, double step) {
        double[] moved = example.parameters().clone();
        moved[parameter] += step;
        return example.expectation().applyAsDouble(moved);
    }

    private static void assertMean(double expected, double[] sample) {
        double mean = Arrays.stream(sample).average().orElseThrow();
        double variance =
                Arrays.stream(sample).map(x -> square(x - mean)).average().orElseThrow();
        // partials that are constant agree up to the differences of the expectation
        assertThat(mean).isCloseTo(expected, within(5 * Math.sqrt(variance / PATHS) + 1e-6));
    }
}
