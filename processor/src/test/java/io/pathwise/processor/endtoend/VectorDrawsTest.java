package io.pathwise.processor.endtoend;

import io.pathwise.processor.testing.CompilationResult;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws of arrays, and draws of numbers from arrays, in generated programs. */
final class VectorDrawsTest {
    private static final double[] NORMALS = {-1.3, 0.4, 0.9, 2.1, -0.6, 0.05, 1.4, -0.2, 0.3};
    private static final double[] UNIFORMS = {0.21, 0.84, 0.55, 0.03, 0.97, 0.4, 0.66, 0.12, 0.71};

    private static final CompilationResult COMPILED = Programs.compile("""
            package demo;

            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;

            final class Vectors {
                @Pathwise
                static double normal(double[] mean, double[] standardDeviation) {
                    double[] z = Sampler.normal(mean, standardDeviation);
                    double product = 1;
                    for (double each : z) {
                        product *= 2 + Math.sin(each);
                    }
                    return product;
                }

                @Pathwise
                static double multivariateNormal(double[] mean, double[][] factor) {
                    double[] z = Sampler.multivariateNormal(mean, factor);
                    double largest = 0;
                    for (int i = 0; i < z.length; i++) {
                        largest += Math.exp(z[i]);
                    }
                    return Math.log(largest);
                }

                @Pathwise
                static double dirichlet(double[] concentration, @Constant double[] prices) {
                    double[] shares = Sampler.dirichlet(concentration);
                    double sum = 0;
                    for (int i = 0; i < shares.length; i++) {
                        sum += prices[i] * shares[i] * shares[i];
                    }
                    return sum;
                }

                @Pathwise
                static double gumbelSoftmax(double[] logits, double temperature, double[] prices) {
                    double[] shares = Sampler.gumbelSoftmax(logits, temperature);
                    double sum = 0;
                    for (int i = 0; i < shares.length; i++) {
                        sum += prices[i] * shares[i];
                    }
                    return Math.sqrt(sum);
                }

                @Pathwise
                static double mixture(double[] weights, double[] means, double[] standardDeviations) {
                    double z = Sampler.normalMixture(weights, means, standardDeviations);
                    return Math.sin(z);
                }

                @Pathwise
                static double mixtures(@Constant double[] weights, double[] means, double scale, int n) {
                    double sum = Sampler.normal(0, scale);
                    for (int i = 0; i < n; i++) {
                        double[] deviations = {scale, 2 * scale};
                        sum += i * Sampler.normalMixture(weights, means, deviations) * Sampler.uniform(0, scale);
                    }
                    return sum;
                }
            }
            """);

    record Program(String method, Point point, Set<String> constants) {
        @Override
        public String toString() {
            return method;
        }
    }

    static Stream<Program> programs() {
        double[] three = {0.3, -0.2, 1.1};
        double[] positive = {0.7, 1.4, 0.2};
        double[][] factor = {{0.8, 0, 0}, {-0.3, 0.5, 0}, {0.2, 0.4, 1.2}};
        return Stream.of(
                program("normal", three, positive),
                program("multivariateNormal", three, factor),
                new Program("dirichlet", at(positive, three), Set.of("prices")),
                program("gumbelSoftmax", three, 0.6, positive),
                program("mixture", positive, three, new double[] {0.4, 0.5, 1.3}),
                new Program("mixtures", at(new double[] {1, 3}, new double[] {0.2, -1}, 0.7, 3), Set.of("weights")));
    }

    private static Program program(String method, Object... arguments) {
        return new Program(method, at(arguments), Set.of());
    }

    private static Point at(Object... arguments) {
        return Point.at(arguments).normals(NORMALS).uniforms(UNIFORMS);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isDifferentiated(Program program) {
        Modes.check(new Subject(COMPILED, "demo.Vectors", program.method(), program.constants()), program.point());
    }
}
