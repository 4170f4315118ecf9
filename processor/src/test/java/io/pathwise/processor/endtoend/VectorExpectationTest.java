package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The mean of the derivatives of draws of arrays, and of draws from arrays, is the derivative of the mean, which has a
 * closed form. Means are compared within 5 standard errors: a right estimate fails with a probability of 6e-7.
 */
class VectorExpectationTest {
    private static final int PATHS = 100_000;

    private static final CompilationResult COMPILED = Programs.compile("""
            package demo;

            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;

            final class Vectors {
                @Pathwise static double normal(double[] mean, double[] deviation) {
                    double[] z = Sampler.normal(mean, deviation);
                    return z[0] * z[0] + z[1] * z[1] * z[0];
                }
                @Pathwise static double multivariateNormal(double[] mean, double[][] factor) {
                    double[] z = Sampler.multivariateNormal(mean, factor);
                    return z[0] * z[1];
                }
                @Pathwise static double dirichlet(double[] concentration) {
                    double[] x = Sampler.dirichlet(concentration);
                    return x[0] * x[0] - 3 * x[0] * x[1];
                }
                @Pathwise static double gumbelSoftmax(double[] logits, double temperature) {
                    double[] x = Sampler.gumbelSoftmax(logits, temperature);
                    return x[0] * x[0];
                }
                @Pathwise static double normalMixture(double[] weights, double[] means, double[] deviations) {
                    double z = Sampler.normalMixture(weights, means, deviations);
                    return z * z;
                }
            }
            """);

    /** A method, its expectation as a function of its flattened parameters, and these. */
    record Example(String method, Object[] lengths, ToDoubleFunction<double[]> expectation, double... parameters) {
        @Override
        public String toString() {
            return method;
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                example("normal", lengths(2, 2), VectorExpectationTest::normal, 0.3, -0.6, 1.1, 0.7),
                example(
                        "multivariateNormal",
                        lengths(2, 2, 2),
                        p -> p[0] * p[1] + p[2] * p[4],
                        0.3,
                        -0.6,
                        1.1,
                        0,
                        -0.4,
                        0.7),
                example("dirichlet", lengths(3), VectorExpectationTest::dirichlet, 0.7, 1.8, 0.4),
                example("gumbelSoftmax", lengths(2), VectorExpectationTest::gumbelSoftmax, 0.4, -0.3, 0.6),
                example(
                        "normalMixture",
                        lengths(2, 2, 2),
                        VectorExpectationTest::normalMixture,
                        1,
                        2,
                        0.3,
                        -1,
                        0.4,
                        0.9));
    }

    private static Example example(
            String method, Object[] lengths, ToDoubleFunction<double[]> expectation, double... parameters) {
        return new Example(method, lengths, expectation, parameters);
    }

    private static Object[] lengths(Integer... lengths) {
        return lengths;
    }

    private static double normal(double[] p) {
        return p[0] * p[0] + p[2] * p[2] + p[0] * (p[1] * p[1] + p[3] * p[3]);
    }

    private static double dirichlet(double[] p) {
        double sum = p[0] + p[1] + p[2];
        return p[0] * (p[0] + 1 - 3 * p[1]) / (sum * (sum + 1));
    }

    /** The difference of two Gumbel variates is logistic: over its quantiles. */
    private static double gumbelSoftmax(double[] p) {
        int panels = 200_000;
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            double u = (i + 0.5) / panels;
            double share = 1 / (1 + Math.exp(-(p[0] - p[1] + Math.log(u / (1 - u))) / p[2]));
            sum += share * share;
        }
        return sum / panels;
    }

    private static double normalMixture(double[] p) {
        return (p[0] * (p[2] * p[2] + p[4] * p[4]) + p[1] * (p[3] * p[3] + p[5] * p[5])) / (p[0] + p[1]);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theMeanGradientIsTheGradientOfTheMean(Example example) {
        Subject subject = new Subject(COMPILED, "demo.Vectors", example.method(), Set.of());
        PathwiseFunction function = (PathwiseFunction) Subject.invoke(subject.member("Function"), example.lengths());
        double[] parameters = example.parameters();
        Estimate estimate =
                MonteCarlo.of(function).paths(PATHS).seed(11).threads(1).estimate(parameters);
        assertThat(estimate.value())
                .isCloseTo(
                        example.expectation().applyAsDouble(parameters), within(5 * estimate.standardError() + 1e-9));
        for (int i = 0; i < parameters.length; i++) {
            double slope = (moved(example, i, 1e-5) - moved(example, i, -1e-5)) / 2e-5;
            assertThat(estimate.gradient()[i])
                    .as("∂%s", function.parameterNames().get(i))
                    .isCloseTo(slope, within(5 * estimate.gradientStandardErrors()[i] + 1e-6));
        }
    }

    private static double moved(Example example, int parameter, double step) {
        double[] moved = example.parameters().clone();
        moved[parameter] += step;
        return example.expectation().applyAsDouble(moved);
    }
}
