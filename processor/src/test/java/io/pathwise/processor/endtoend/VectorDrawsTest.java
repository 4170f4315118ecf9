package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.runtime.PathwiseFunction;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws of arrays, and draws of numbers from arrays, in generated programs. */
final class VectorDrawsTest {
    private static final double[] NORMALS =
            new SplittableRandom(1).doubles(40, -2, 2).toArray();
    private static final double[] UNIFORMS =
            new SplittableRandom(2).doubles(40, 0.01, 0.99).toArray();

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

                record Model(double[] loadings, double level) {}

                /** In expressions of every kind. */
                @Pathwise
                static double expressions(double[] m, double[] s, boolean shift) {
                    var x = shift ? Sampler.normal(m, s) : m;
                    double[][] both = {Sampler.normal(x, s), Sampler.dirichlet(s)};
                    Model model = new Model(Sampler.gumbelSoftmax(both[0], s[0]), Sampler.normalMixture(s, x, s));
                    double sum = model.level() * model.loadings()[1];
                    for (double each : Sampler.multivariateNormal(x, new double[][] {s, m})) {
                        sum += each * both[1][0];
                    }
                    double[] filled = new double[2];
                    int i = 0;
                    filled[i++] = Sampler.normalMixture(s, m, s) + Sampler.normal(m[0], s[0]);
                    System.arraycopy(Sampler.normal(m, s), 0, filled, i, 1);
                    sum += i * filled[0] * filled[1] + Sampler.normal(m, s).length;
                    java.util.Arrays.fill(filled, Sampler.normalMixture(s, filled, s));
                    filled[0] += filled[1] * Sampler.normalMixture(s, filled, s);
                    double product = switch (i) {
                        case 1 -> Sampler.normal(m, s)[i] * Sampler.normalMixture(shift ? both[1] : s, m, s);
                        default -> Sampler.normal(s, s)[0];
                    };
                    return sum * Sampler.normal(m, s).clone()[0] + product * filled[0];
                }

                /** In conditions. */
                @SuppressWarnings("pathwise:jump")
                @Pathwise
                static double conditions(double[] m, double[] s) {
                    double product = 1;
                    while (Sampler.normal(m, s)[1] < 0.3) {
                        product *= 1 + s[0] * m[1];
                    }
                    do {
                        product += Sampler.dirichlet(s)[0];
                    } while (Sampler.normalMixture(s, m, s) > 0);
                    return product > 1 && Sampler.normal(m, s)[0] > 0 ? product : product * Sampler.dirichlet(s)[1];
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
                program("expressions", new double[] {0.3, -0.2}, new double[] {0.7, 1.4}, true),
                program("expressions", new double[] {0.3, -0.2}, new double[] {0.7, 1.4}, false),
                program("conditions", new double[] {0.3, -0.2}, new double[] {0.7, 1.4}),
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

    private static Subject subject(String method, String... constants) {
        return new Subject(COMPILED, "demo.Vectors", method, Set.of(constants));
    }

    static Stream<Arguments> badParameters() {
        double[] two = {0.5, 1};
        double nan = Double.NaN;
        return Stream.of(
                bad("normal", "normal: standardDeviation[1] must not be negative, but is -1.0", two, vector(1, -1)),
                bad("normal", "normal: mean[0] must be finite, but is NaN", vector(nan, 1), two),
                bad("normal", "normal: standardDeviation must have 2 elements, but has 1", two, vector(1)),
                bad(
                        "multivariateNormal",
                        "multivariateNormal: choleskyFactor must have 2 rows, but has 1",
                        two,
                        new double[][] {two}),
                bad(
                        "multivariateNormal",
                        "multivariateNormal: choleskyFactor[1] must have 2 elements, but has 3",
                        two,
                        new double[][] {two, vector(1, 2, 3)}),
                bad(
                        "multivariateNormal",
                        "multivariateNormal: choleskyFactor[1][0] must be finite, but is NaN",
                        two,
                        new double[][] {two, vector(nan, 1)}),
                bad("dirichlet", "dirichlet: concentration[1] must be positive, but is 0.0", vector(1, 0), two),
                bad("dirichlet", "dirichlet: concentration[0] must be finite, but is NaN", vector(nan, 0), two),
                bad("dirichlet", "dirichlet: concentration must have an element, but has none", vector(), two),
                bad("gumbelSoftmax", "gumbelSoftmax: temperature must be positive, but is 0.0", two, 0.0, two),
                bad("gumbelSoftmax", "gumbelSoftmax: logits[1] must be finite, but is NaN", vector(1, nan), 1.0, two),
                bad("gumbelSoftmax", "gumbelSoftmax: logits must have an element, but has none", vector(), 1.0, two),
                bad("mixture", "normalMixture: weights[1] must not be negative, but is -1.0", vector(1, -1), two, two),
                bad(
                        "mixture",
                        "normalMixture: the sum of weights must be positive, but is 0.0",
                        vector(0, 0),
                        two,
                        two),
                bad(
                        "mixture",
                        "normalMixture: standardDeviations[0] must be positive, but is 0.0",
                        two,
                        two,
                        vector(0, 1)),
                bad("mixture", "normalMixture: means must have 2 elements, but has 1", two, vector(1), two));
    }

    private static double[] vector(double... elements) {
        return elements;
    }

    private static Arguments bad(String method, String message, Object... arguments) {
        return Arguments.of(method, message, at(arguments));
    }

    @ParameterizedTest
    @MethodSource("badParameters")
    void refusesWhatTheSamplerRefuses(String method, String message, Point point) {
        Subject subject = method.equals("dirichlet") ? subject(method, "prices") : subject(method);
        double[] direction = new double[subject.coordinates(point).size()];
        assertRefuses(message, () -> subject.source(point));
        assertRefuses(message, () -> subject.value(point));
        assertRefuses(message, () -> subject.forward(point, direction));
        assertRefuses(message, () -> subject.gradient(point, subject.newGradient(point)));
    }

    private static void assertRefuses(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void whatStandsAboveTheDiagonalIsNotRead() {
        double[] mean = {0.3, -0.2};
        Point lower = at(mean, new double[][] {{0.8, 0}, {-0.3, 0.5}});
        Point full = at(mean, new double[][] {{0.8, Double.NaN}, {-0.3, 0.5}});
        Subject subject = subject("multivariateNormal");
        assertThat(subject.source(full)).isEqualTo(subject.source(lower));
        assertThat(subject.value(full)).isEqualTo(subject.source(lower));
        assertThat(subject.partials(full, 1)).isEqualTo(subject.partials(lower, 1));
        assertThat(subject.partials(full, 1)[3]).isZero();
    }

    /** The distribution's limit: all of the weight, or none of it. */
    @ParameterizedTest
    @ValueSource(strings = {"dirichlet", "gumbelSoftmax"})
    void endsOfTheNoiseAreLimits(String method) {
        double[] prices = {2, 3, 5};
        double[] parameters = {0.7, 1.4, 0.2};
        boolean squares = method.equals("dirichlet");
        Subject subject = squares ? subject(method, "prices") : subject(method);
        Point point = squares ? Point.at(parameters, prices) : Point.at(parameters, 0.5, prices);
        assertThat(subject.value(point.uniforms(0.3, 1, 0.6))).isEqualTo(squares ? 3 : Math.sqrt(3));
        assertThat(subject.value(point.uniforms(0, 0.4, 0))).isEqualTo(squares ? 3 : Math.sqrt(3));
        double[] expected = new double[squares ? 3 : 7];
        if (!squares) {
            expected[5] = 0.5 / Math.sqrt(3);
        }
        assertThat(subject.partials(point.uniforms(0.3, 1, 0.6), 1)).containsExactly(expected, within(1e-15));
        assertThat(subject.partials(point.uniforms(0, 0.4, 0), 1)).containsExactly(expected, within(1e-15));
        double[] direction = new double[expected.length];
        Arrays.fill(direction, 1);
        assertThat(subject.forward(point.uniforms(0.3, 1, 0.6), direction).tangent())
                .isCloseTo(Arrays.stream(expected).sum(), within(1e-15));
    }

    @Test
    void mixturesReachTheirEnds() {
        CompilationResult compiled = Programs.compile("""
                package demo;
                import io.pathwise.runtime.Sampler;
                final class Ends {
                    @io.pathwise.Pathwise static double draw(double[] w, double[] m, double[] s) {
                        return Sampler.normalMixture(w, m, s);
                    }
                }
                """);
        Subject subject = new Subject(compiled, "demo.Ends", "draw", Set.of());
        Point point = Point.at(vector(1, 2), vector(0, 1), vector(1, 1));
        assertThat(subject.value(point.uniforms(0))).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(subject.value(point.uniforms(1))).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** Gamma draws of so small a shape underflow, and all but one share with them. */
    @Test
    void smallConcentrationsLeaveOneShare() {
        Point point = Point.at(new double[] {1e-3, 2e-3, 1e-3}, new double[] {2, 3, 5})
                .uniforms(0.2, 0.1, 0.3);
        Subject subject = subject("dirichlet", "prices");
        assertThat(subject.value(point)).isEqualTo(subject.source(point)).isCloseTo(3, within(1e-10));
        assertThat(subject.partials(point, 1)).containsExactly(new double[3], within(1e-10));
    }

    @Test
    void callsHandTheirNoiseOn() {
        CompilationResult compiled = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                final class Lib {
                    @Pathwise static double share(double[] concentration, double weight) {
                        double[] shares = Sampler.dirichlet(concentration);
                        return weight * shares[0] + shares[1] * Sampler.normalMixture(shares, concentration, concentration);
                    }
                }
                """, """
                package demo;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                final class User {
                    @Pathwise static double total(double[] concentration, double[] mean, int n) {
                        double total = Sampler.uniform(0, 1);
                        for (int i = 0; i < n; i++) {
                            double[] z = Sampler.normal(mean, concentration);
                            total += Lib.share(concentration, z[i]) * Sampler.exponential(concentration[0]);
                        }
                        return total + tree(mean, n);
                    }
                    @Pathwise static double tree(double[] mean, int depth) {
                        if (depth == 0) {
                            return mean[0];
                        }
                        double[] shares = Sampler.gumbelSoftmax(mean, 0.7);
                        return tree(shares, depth - 1) * tree(mean, depth - 1);
                    }
                }
                """);
        Point point = at(new double[] {0.7, 1.4}, new double[] {0.3, -0.2}, 2);
        Modes.check(new Subject(compiled, "demo.User", "total", Set.of()), point);
    }

    @Test
    void drawsOfWholeNumbersMayStandBesideThem() {
        CompilationResult compiled = Programs.compile("""
                package demo;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                final class Steered {
                    @Pathwise(discrete = io.pathwise.Discrete.COUPLED_ALL)
                    static double value(double[] concentration, double p) {
                        double[] shares = Sampler.dirichlet(concentration);
                        int first = Sampler.bernoulli(p);
                        int second = Sampler.bernoulli(shares[first]);
                        return Sampler.normal(shares, concentration)[second] + p * second;
                    }
                }
                """);
        double[] concentration = {0.7, 1.4};
        PathwiseFunction function = (PathwiseFunction)
                Subject.invoke(new Subject(compiled, "demo.Steered", "value", Set.of()).member("Function"), 2);
        // E[shares[second] + p second] with P(second = 1) = (1 − p) s0 + p s1 and E[s0²], E[s0 s1] of the Dirichlet
        ToDoubleFunction<double[]> expected = x -> {
            double a = x[0];
            double b = x[1];
            double p = x[2];
            double sum = a + b;
            double s0 = a / sum;
            double s00 = a * (a + 1) / (sum * (sum + 1));
            double s01 = a * b / (sum * (sum + 1));
            double s11 = b * (b + 1) / (sum * (sum + 1));
            double one = (1 - p) * s0 + p * (1 - s0);
            double second1 = (1 - p) * s01 + p * s11;
            double second0 = s0 - ((1 - p) * s00 + p * s01);
            return second0 + second1 + p * one;
        };
        double[] parameters = {concentration[0], concentration[1], 0.3};
        Estimate estimate =
                MonteCarlo.of(function).paths(200_000).seed(3).threads(1).estimate(parameters);
        assertThat(estimate.value())
                .isCloseTo(expected.applyAsDouble(parameters), within(5 * estimate.standardError()));
        for (int i = 0; i < 3; i++) {
            double[] up = parameters.clone();
            double[] down = parameters.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double slope = (expected.applyAsDouble(up) - expected.applyAsDouble(down)) / 2e-5;
            assertThat(estimate.gradient()[i])
                    .isCloseTo(slope, within(5 * estimate.gradientStandardErrors()[i] + 1e-8));
        }
    }
}
