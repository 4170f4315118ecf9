package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationMessage;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.runtime.Dual;
import java.lang.reflect.Method;
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
