package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.check.GradientCheck;
import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationMessage;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.runtime.Dual;
import io.pathwise.runtime.PathwiseFunction;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws of whole numbers in helpers, with records, and where the path could not be run again. */
class DiscreteCallsTest {
    private static final String HEAD =
            "package demo;\n\nimport io.pathwise.*;\nimport io.pathwise.runtime.Sampler;\n\nfinal class Calls {\n";

    @ParameterizedTest
    @ValueSource(strings = {"COUPLED", "COUPLED_ALL", "SCORE_FUNCTION"})
    void aHelperDrawsAsItsCallerWould(String strategy) throws ReflectiveOperationException {
        CompilationResult compiled = Programs.compile(HEAD + """
                @Pathwise static double flip(double p, double size) {
                    return Sampler.bernoulli(p) == 1 ? size : -size;
                }
                @Pathwise(discrete = Discrete.STRATEGY) static double twice(double p) {
                    return Math.exp(flip(p, 1) + flip(p * p, 2));
                } }
                """.replace("STRATEGY", strategy));
        Class<?> companion = compiled.load("demo.CallsPathwise");
        double exact = mean(0.4, 1e-5);
        assertThat(enumerated(companion, strategy, 0.4)).isCloseTo(exact, within(1e-8));
    }

    /** However large the methods on the way, or the path could not be run again from the draw. */
    @ParameterizedTest
    @ValueSource(strings = {"COUPLED", "COUPLED_ALL", "SCORE_FUNCTION"})
    void helpersOfHelpersDrawAsTheirCallerWould(String strategy) throws ReflectiveOperationException {
        String work = "k = (k * 31 + 7) % 1000 + k / 3;\n";
        CompilationResult compiled = Programs.compile(HEAD
                + """
                @Pathwise static double flip(double p, double size) {
                    return Sampler.uniform(0, 1) < p ? size : -size;
                }
                @Pathwise static double twiceFlipped(double p, int start) {
                    int k = start;
                SMALL
                    double sum = flip(p, 1);
                    return sum + flip(p * p, k > 0 ? 2 : 3);
                }
                @Pathwise(discrete = Discrete.STRATEGY) static double twice(double p) {
                    int k = 3;
                LARGE
                    return Math.exp(twiceFlipped(p, k));
                } }
                """.replace("STRATEGY", strategy)
                        .replace("SMALL", work.repeat(10))
                        .replace("LARGE", work.repeat(250)));
        Class<?> companion = compiled.load("demo.CallsPathwise");
        assertThat(enumerated(companion, strategy, 0.4)).isCloseTo(mean(0.4, 1e-5), within(1e-8));
    }

    private static double mean(double p, double h) {
        return (mean(p + h) - mean(p - h)) / (2 * h);
    }

    private static double mean(double p) {
        return (p * Math.exp(1) + (1 - p) * Math.exp(-1)) * (p * p * Math.exp(2) + (1 - p * p) * Math.exp(-2));
    }

    /** The mean over the four paths and both choices of a draw. */
    private static double enumerated(Class<?> companion, String strategy, double p)
            throws ReflectiveOperationException {
        double[] first = {p, 1 - p};
        double[] second = {p * p, 1 - p * p};
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double u = i == 0 ? p / 2 : (1 + p) / 2;
                double v = j == 0 ? p * p / 2 : (1 + p * p) / 2;
                sum += first[i] * second[j] * tangent(companion, strategy, p, u, v);
            }
        }
        return sum;
    }

    private static double tangent(Class<?> companion, String strategy, double p, double u, double v)
            throws ReflectiveOperationException {
        return switch (strategy) {
            case "COUPLED" -> (call(companion, p, u, v, 0.25, 1.0) + call(companion, p, u, v, 0.75, 1.0)) / 2;
            case "COUPLED_ALL" -> call(companion, p, u, v, 1.0);
            default -> call(companion, p, u, v, 1.0, 0.3);
        };
    }

    private static double call(Class<?> companion, Object... arguments) throws ReflectiveOperationException {
        for (Method method : companion.getDeclaredMethods()) {
            if (method.getName().equals("twiceForward")) {
                method.setAccessible(true);
                return ((Dual) method.invoke(null, arguments)).tangent();
            }
        }
        throw new IllegalArgumentException();
    }

    /** The probability comes from another class, and so does the value behind the draw. */
    @ParameterizedTest
    @ValueSource(strings = {"COUPLED", "COUPLED_ALL", "SCORE_FUNCTION"})
    void derivativesPassThroughMethodsOfOtherClassesBesideDraws(String strategy) throws ReflectiveOperationException {
        PathwiseFunction function = function(HEAD + """
                @Pathwise(discrete = Discrete.STRATEGY) static double f(double p) {
                    double odds = Other.odds(p);
                    int wins = Sampler.bernoulli(odds);
                    return Other.worth(p, wins == 1 ? 2 : -1);
                } }
                final class Other {
                    @Pathwise static double odds(double p) { return p * p; }
                    @Pathwise static double worth(double p, double size) { return Math.exp(p * size); }
                }
                """.replace("STRATEGY", strategy));
        double p = 0.4;
        double odds = p * p;
        double[] uniforms = new double[function.noise(new double[] {p}).uniforms()];
        Arrays.fill(uniforms, 0.5);
        double forward = 0;
        double[] reverse = new double[1];
        for (boolean wins : new boolean[] {true, false}) {
            double probability = wins ? odds : 1 - odds;
            uniforms[0] = wins ? odds / 2 : (1 + odds) / 2;
            double[] gradient = new double[1];
            function.gradient(new double[] {p}, new double[0], uniforms, gradient);
            reverse[0] += probability * gradient[0];
            forward += probability
                    * function.forward(new double[] {p}, new double[] {1}, new double[0], uniforms)
                            .tangent();
        }
        double exact = (2 * p + 2 * odds) * Math.exp(2 * p) - (2 * p + 1 - odds) * Math.exp(-p);
        assertThat(forward).isCloseTo(exact, within(1e-12));
        assertThat(reverse[0]).isCloseTo(exact, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COUPLED", "COUPLED_ALL", "SCORE_FUNCTION"})
    void callsInLoopsWithArraysAndNoiseStandBesideDraws(String strategy) throws ReflectiveOperationException {
        PathwiseFunction function = function(HEAD + """
                record Shop(double market, double slope) {
                    @Pathwise double demand(double price) { return market * Math.exp(-slope * price); }
                }
                @Pathwise static double power(double x, int n) { return n == 0 ? 1 : x * power(x, n - 1); }
                @Pathwise(discrete = Discrete.STRATEGY) static double f(double price, Shop shop) {
                    double mean = shop.demand(price);
                    double sum = 0;
                    for (int day = 0; day < 3; day++) {
                        int demand = Sampler.poisson(mean);
                        double[] both = {price, mean};
                        sum += Other.noisy(both, demand) + power(price, demand % 3);
                    }
                    return sum;
                } }
                final class Other {
                    @Pathwise static double noisy(double[] x, double n) {
                        return Sampler.normal(x[0] * n, x[1]) * x[0];
                    }
                }
                """.replace("STRATEGY", strategy));
        GradientCheck.of(function).at(1.2, 3, 0.5).seed(1).check();
    }

    /** However the probability is written: of numbers, or of a component of what such a call returned. */
    @ParameterizedTest
    @ValueSource(strings = {"COUPLED", "COUPLED_ALL", "SCORE_FUNCTION"})
    void recordsThatOtherMethodsReturnStandBesideDraws(String strategy) throws ReflectiveOperationException {
        PathwiseFunction function = function(HEAD + """
                record Pair(double x, double y) {}
                @Pathwise static Pair power(double x, int n) {
                    if (n == 0) { return new Pair(1, x); }
                    Pair before = power(x, n - 1);
                    return new Pair(x * before.x(), before.y());
                }
                @Pathwise(discrete = Discrete.STRATEGY) static double f(double p) {
                    Pair odds = Other.pair(p);
                    int wins = Sampler.bernoulli(odds.x());
                    Pair worth = wins == 1 ? Other.pair(2 * p) : power(p, 3);
                    return worth.x() * odds.y();
                } }
                final class Other {
                    @Pathwise static Calls.Pair pair(double p) { return new Calls.Pair(p * p, Math.exp(p)); }
                }
                """.replace("STRATEGY", strategy));
        double p = 0.4;
        double[] uniforms = new double[function.noise(new double[] {p}).uniforms()];
        Arrays.fill(uniforms, 0.5);
        double forward = 0;
        double reverse = 0;
        for (double[] outcome : new double[][] {{p * p, p * p / 2}, {1 - p * p, (1 + p * p) / 2}}) {
            uniforms[0] = outcome[1];
            double[] gradient = new double[1];
            function.gradient(new double[] {p}, new double[0], uniforms, gradient);
            reverse += outcome[0] * gradient[0];
            forward += outcome[0]
                    * function.forward(new double[] {p}, new double[] {1}, new double[0], uniforms)
                            .tangent();
        }
        // The mean is (p² · 4p² + (1 − p²) p³) eᵖ.
        double exact = (4 * Math.pow(p, 4) + Math.pow(p, 3) - Math.pow(p, 5)) * Math.exp(p)
                + (16 * Math.pow(p, 3) + 3 * p * p - 5 * Math.pow(p, 4)) * Math.exp(p);
        assertThat(forward).isCloseTo(exact, within(1e-12));
        assertThat(reverse).isCloseTo(exact, within(1e-12));
    }

    private static PathwiseFunction function(String source) throws ReflectiveOperationException {
        for (Method method : Programs.compile(source).load("demo.CallsPathwise").getDeclaredMethods()) {
            if (method.getName().equals("fFunction")) {
                method.setAccessible(true);
                Object[] noBaseline = new Object[method.getParameterCount()];
                Arrays.fill(noBaseline, 0.0);
                return (PathwiseFunction) method.invoke(null, noBaseline);
            }
        }
        throw new IllegalArgumentException(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COUPLED", "COUPLED_ALL", "SCORE_FUNCTION"})
    void recordsTakePart(String strategy) {
        CompilationResult compiled = Programs.compile(HEAD + """
                record Model(double rate, double scale) {}
                @Pathwise(discrete = Discrete.STRATEGY) static double claims(Model model, @Constant Model other) {
                    double sum = 0;
                    for (int n = Sampler.poisson(model.rate() * other.scale()); n > 0; n--) {
                        sum += Sampler.exponential(model.scale());
                    }
                    return sum;
                } }
                """.replace("STRATEGY", strategy));
        assertThat(compiled.generatedSources().get("demo.CallsPathwise")).contains("gradient.model.rate +=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"late", "p > 0.5 ? Discrete.COUPLED : Discrete.COUPLED_ALL", "Discrete.valueOf(\"COUPLED\")"})
    void aStrategyThatIsNotWrittenIsRefused(String strategy) {
        CompilationResult compiled = SourceCompiler.with(new PathwiseProcessor())
                .source(HEAD + "@Pathwise static double f(double p, Discrete late) {"
                        + " return Sampler.bernoulli(p, STRATEGY); } }".replace("STRATEGY", strategy))
                .compile();
        assertThat(compiled.succeeded()).isFalse();
        assertThat(compiled.messages().stream().map(CompilationMessage::text))
                .allMatch(each -> each.contains("DiscreteStrategy") || each.contains("UnknownCall"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Pathwise static double f(double p) { return Other.flip(p) + 1; } }"
                        + "\nfinal class Other { @Pathwise static double flip(double p) { return Sampler.bernoulli(p); } }",
                "@Pathwise static double f(double p) { return Sampler.bernoulli(p) == 1 ? 1 + f(p / 2) : 0; } }"
            })
    void aPathThatCannotBeRunAgainIsRefused(String body) {
        CompilationResult compiled =
                SourceCompiler.with(new PathwiseProcessor()).source(HEAD + body).compile();
        assertThat(compiled.succeeded()).isFalse();
        assertThat(compiled.messages().stream().map(CompilationMessage::text))
                .anyMatch(each -> each.contains("DiscreteCall"));
    }
}
