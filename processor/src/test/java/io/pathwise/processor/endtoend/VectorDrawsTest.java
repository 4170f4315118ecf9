package io.pathwise.processor.endtoend;

import io.pathwise.processor.testing.CompilationResult;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws of arrays, and draws of numbers from arrays, in generated programs. */
final class VectorDrawsTest {
    private static final double[] NORMALS = new SplittableRandom(1).doubles(40, -2, 2).toArray();
    private static final double[] UNIFORMS = new SplittableRandom(2).doubles(40, 0.01, 0.99).toArray();

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

                /** Assigned, as a row, in branches, in place, and dropped. */
                @Pathwise
                static double places(double[] mean, double[] deviation, boolean shift, int n) {
                    double[][] rows = new double[n][];
                    for (int i = 0; i < n; i++) {
                        rows[i] = Sampler.normal(i == 0 ? mean : rows[i - 1], deviation);
                    }
                    double[] last = rows[n - 1];
                    Sampler.normal(mean, deviation);
                    if (shift) {
                        last = Sampler.normal(last, new double[] {mean[0], deviation[1]});
                    }
                    last[0] *= last[1];
                    return last[0] + Sampler.normal(0, 1) * Sampler.normal(mean, deviation)[1]
                            + Sampler.dirichlet(deviation)[0];
                }

                @Pathwise
                static double[] shares(double[] scores, double scale) {
                    double[] positive = new double[scores.length];
                    for (int i = 0; i < scores.length; i++) {
                        positive[i] = Math.exp(scale * scores[i]);
                    }
                    return Sampler.dirichlet(positive);
                }

                @Pathwise
                static double sum(double[] x, double[] y) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += x[i] * y[i];
                    }
                    return sum;
                }

                @Pathwise
                static double mixed(double mean, double[] deviations) {
                    return Sampler.normalMixture(
                            new double[] {1, 2}, Sampler.normal(new double[] {mean, 1}, deviations), deviations);
                }

                /** Handed to methods, and drawn by them. */
                @Pathwise
                static double helped(double[] scores, double scale) {
                    double[] deviations = {scale, scale * scale};
                    double total = mixed(scores[0], deviations);
                    for (int i = 0; i < 2; i++) {
                        total += sum(Sampler.gumbelSoftmax(scores, scale), scores) * shares(scores, total)[i];
                    }
                    return total;
                }

                /** The number of elements depends on a draw. */
                @Pathwise
                static double counted(double[] concentration, double factor, double rate) {
                    double sum = 0;
                    for (int n = 1 + (int) Math.abs(3 * Sampler.normal(0, 1)); n > 0; n--) {
                        double[] many = new double[n];
                        java.util.Arrays.fill(many, factor * n);
                        double[] z = Sampler.dirichlet(many);
                        sum += z[0] * z[n - 1] * Math.exp(-rate * n) + Sampler.exponential(rate);
                    }
                    return sum;
                }

                /** Arrays that change after the draw. */
                @Pathwise
                static double changed(double[] weights, double[] means, double[] deviations) {
                    double[] w = weights.clone();
                    double[] m = means.clone();
                    double product = 1;
                    for (int i = 0; i < 3; i++) {
                        double z = Sampler.normalMixture(w, m, deviations);
                        w[i % 2] += z * z;
                        m[i % 2] = Math.sin(z) * m[(i + 1) % 2];
                        product *= 1 + z * z;
                        double[] shares = Sampler.dirichlet(w);
                        w[0] = shares[0] * w[1];
                    }
                    return Math.log(product) + w[0];
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
                new Program("mixtures", at(new double[] {1, 3}, new double[] {0.2, -1}, 0.7, 3), Set.of("weights")),
                program("places", new double[] {0.3, -0.2}, new double[] {0.7, 1.4}, true, 2),
                program("places", new double[] {0.3, -0.2}, new double[] {0.7, 1.4}, false, 1),
                program("mixed", 0.3, new double[] {0.7, 1.4}),
                program("helped", new double[] {0.4, 1.1, -0.3}, 0.7),
                program("counted", positive, 1.3, 0.4),
                program("changed", positive, three, new double[] {0.4, 0.5, 1.3}));
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
