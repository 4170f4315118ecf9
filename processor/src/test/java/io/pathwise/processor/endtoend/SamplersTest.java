package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.runtime.Sampler;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sampler of numbers in generated programs: drawn once, and drawn in a loop. */
final class SamplersTest {
    private static final double[] NORMALS = {-1.3, 0.4};
    private static final double[] UNIFORMS = {0.21, 0.84};

    /** Most parameters refuse some of these. */
    private static final double[] ODD = {
        Double.NaN, -1e9, 1e9, 0.0, -0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -Double.MIN_VALUE
    };

    private static final Set<String> ZEROS = Set.of(
            "normal.mean",
            "normal.standardDeviation",
            "logNormal.mu",
            "logNormal.sigma",
            "uniform.lower",
            "uniform.upper",
            "laplace.location",
            "logistic.location",
            "gumbel.location",
            "cauchy.location",
            "triangular.lower",
            "triangular.mode",
            "triangular.upper",
            "studentT.location",
            "vonMises.mean",
            "vonMises.concentration",
            "truncatedNormal.mean",
            "truncatedNormal.lower",
            "truncatedNormal.upper",
            "relaxedBernoulli.logit");

    /** The parameters whose derivatives the runtime computes by more than a formula. */
    private static final Set<String> IMPLICIT = Set.of(
            "gamma.shape",
            "chiSquared.degreesOfFreedom",
            "inverseGamma.shape",
            "beta.alpha",
            "beta.beta",
            "studentT.degreesOfFreedom",
            "fisherF.degreesOfFreedom1",
            "fisherF.degreesOfFreedom2",
            "vonMises.concentration",
            "inverseGaussian.mean",
            "inverseGaussian.shape",
            "truncatedNormal.mean",
            "truncatedNormal.standardDeviation",
            "truncatedNormal.lower",
            "truncatedNormal.upper");

    private static CompilationResult compiled;

    /** A sampler, with parameters and with the limits of its draws at u = 0 and u = 1. */
    record Example(String sampler, boolean isNormal, double atZero, double atOne, double... parameters) {
        String method() {
            return sampler + parameters.length;
        }

        Point point() {
            return isNormal ? at().normals(NORMALS) : at().uniforms(UNIFORMS);
        }

        Point point(double u) {
            return at().uniforms(u);
        }

        private Point at() {
            return Point.at(Arrays.stream(parameters).boxed().toArray());
        }

        @Override
        public String toString() {
            return sampler + Arrays.toString(parameters);
        }
    }

    static Stream<Example> examples() {
        double infinity = Double.POSITIVE_INFINITY;
        return Stream.of(
                normal("normal", 0.3, 1.2),
                normal("logNormal", -0.2, 0.5),
                normal("halfNormal", 1.4),
                uniform("uniform", -1, 2.5, -1, 2.5),
                uniform("exponential", 0, infinity, 1.7),
                uniform("laplace", -infinity, infinity, 0.4, 1.3),
                uniform("logistic", -infinity, infinity, -0.7, 0.6),
                uniform("gumbel", -infinity, infinity, 0.2, 1.1),
                uniform("cauchy", -infinity, infinity, 0.3, 0.8),
                uniform("halfCauchy", 0, infinity, 1.5),
                uniform("rayleigh", 0, infinity, 0.9),
                uniform("weibull", 0, infinity, 1.6, 2.2),
                uniform("frechet", 0, infinity, 1, 1.4),
                uniform("pareto", 1.2, infinity, 1.2, 3.5),
                uniform("logLogistic", 0, infinity, 1.7, 2.4),
                uniform("kumaraswamy", 0, 1, 1.4, 2.3),
                uniform("triangular", -0.5, 2.5, -0.5, 0.6, 2.5),
                uniform("gompertz", 0, infinity, 0.4, 1.3),
                uniform("gamma", 0, infinity, 2.3, 0.7),
                uniform("chiSquared", 0, infinity, 3.4),
                uniform("inverseGamma", 0, infinity, 2.8, 1.6),
                uniform("beta", 0, 1, 1.8, 2.9),
                uniform("studentT", -infinity, infinity, 4.5),
                uniform("studentT", -infinity, infinity, 6.2, 0.3, 1.4),
                uniform("fisherF", 0, infinity, 4.2, 7.5),
                uniform("vonMises", 0.4 - Math.PI, 0.4 + Math.PI, 0.4, 2.3),
                uniform("inverseGaussian", 0, infinity, 1.3, 2.1),
                uniform("truncatedNormal", -0.6, 2.3, 0.2, 1.1, -0.6, 2.3),
                uniform("relaxedBernoulli", 0, 1, 0.3, 0.7));
    }

    private static Example normal(String sampler, double... parameters) {
        return new Example(sampler, true, Double.NaN, Double.NaN, parameters);
    }

    private static Example uniform(String sampler, double atZero, double atOne, double... parameters) {
        return new Example(sampler, false, atZero, atOne, parameters);
    }

    @BeforeAll
    static void compile() {
        String methods = examples().map(SamplersTest::methods).collect(Collectors.joining());
        compiled = SourceCompiler.with(new PathwiseProcessor())
                .options("-parameters")
                .source("""
                        package demo;

                        import io.pathwise.Constant;
                        import io.pathwise.Pathwise;
                        import io.pathwise.runtime.Sampler;

                        final class Samples {
                        %s}
                        """.formatted(methods))
                .compile();
        assertThat(compiled.messages()).isEmpty();
    }

    /** One program that draws once, one that draws in a loop, one whose draw does not carry derivatives. */
    private static String methods(Example example) {
        List<String> names = IntStream.range(0, example.parameters().length)
                .mapToObj(i -> "p" + i)
                .toList();
        String parameters = names.stream().map("double "::concat).collect(Collectors.joining(", "));
        String constants = names.stream().map("@Constant double "::concat).collect(Collectors.joining(", "));
        String draw = "Sampler." + example.sampler() + "(" + String.join(", ", names) + ")";
        return """
                @Pathwise
                static double %1$s(%2$s) {
                    double z = %3$s;
                    return z * z - 2 * z;
                }

                @Pathwise
                static double %1$sDrawn(%2$s) {
                    return %3$s;
                }

                @Pathwise
                static double %1$sTwice(%2$s) {
                    double product = 1;
                    for (int i = 0; i < 2; i++) {
                        double z = %3$s;
                        product *= 1 + z * z;
                    }
                    return Math.log(product);
                }

                @Pathwise
                static double %1$sScaled(%4$s, double factor) {
                    return factor * %3$s;
                }

                """.formatted(example.method(), parameters, draw, constants);
    }

    private static Subject subject(Example example, String suffix) {
        return new Subject(compiled, "demo.Samples", example.method() + suffix, Set.of());
    }

    @Test
    void coversEverySamplerOfNumbers() {
        List<String> samplers = Arrays.stream(Sampler.class.getMethods())
                .filter(method -> method.getReturnType() == double.class)
                .filter(method -> Arrays.stream(method.getParameterTypes()).allMatch(type -> type == double.class))
                .map(method -> method.getName() + method.getParameterCount())
                .toList();
        assertThat(examples().map(Example::method)).containsExactlyInAnyOrderElementsOf(samplers);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isDifferentiatedWhereItIsDrawnOnce(Example example) {
        Modes.check(subject(example, ""), example.point());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isDifferentiatedInALoop(Example example) {
        Modes.check(subject(example, "Twice"), example.point());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isAConstantFactorWhereItsParametersAre(Example example) {
        Subject scaled = new Subject(compiled, "demo.Samples", example.method() + "Scaled", constants(example));
        Object[] arguments = Stream.concat(Arrays.stream(example.parameters()).boxed(), Stream.of(1.5))
                .toArray();
        Point point = Point.at(arguments).normals(NORMALS).uniforms(UNIFORMS);
        assertThat(scaled.partials(point, 1)).containsExactly(new double[] {scaled.source(point) / 1.5}, within(1e-14));
    }

    private static Set<String> constants(Example example) {
        return IntStream.range(0, example.parameters().length)
                .mapToObj(i -> "p" + i)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isTheEndOfTheDistributionAtTheEndsOfTheNoise(Example example) {
        if (!example.isNormal()) {
            assertThat(drawn(example, 0)).isEqualTo(example.atZero());
            assertThat(drawn(example, 1)).isEqualTo(example.atOne());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void derivativesAreTheirLimitsAtFiniteEndsOfTheDistribution(Example example) {
        Subject subject = subject(example, "Drawn");
        if (Double.isFinite(example.atZero())) {
            assertThat(subject.partials(example.point(0), 1))
                    .containsExactly(subject.partials(example.point(Double.MIN_VALUE), 1), within(0.02));
        }
        if (Double.isFinite(example.atOne())) {
            assertThat(subject.partials(example.point(1), 1))
                    .containsExactly(subject.partials(example.point(1 - 0x1p-53), 1), within(0.02));
        }
    }

    private static double drawn(Example example, double u) {
        Object[] parameters = Arrays.stream(example.parameters()).boxed().toArray();
        Method value = subject(example, "Scaled").member("");
        return (Double) Subject.invoke(value, Subject.concat(parameters, new Object[] {1.0, u}));
    }

    static Stream<Arguments> parametersOfInversions() {
        return badParameters()
                .filter(arguments -> IMPLICIT.stream()
                        .anyMatch(each -> each.startsWith(((Example) arguments.get()[0]).sampler() + ".")));
    }

    /** What is dear is asked for only in the parameters that a gradient has. */
    @ParameterizedTest
    @MethodSource("parametersOfInversions")
    void derivativesInConstantsAreNotComputed(Example example, int active) {
        String parameters = IntStream.range(0, example.parameters().length)
                .mapToObj(i -> (i == active ? "" : "@io.pathwise.Constant ") + "double p" + i)
                .collect(Collectors.joining(", "));
        String arguments = IntStream.range(0, example.parameters().length)
                .mapToObj(i -> "p" + i)
                .collect(Collectors.joining(", "));
        String generated = Programs.compile("""
                package demo;
                final class One {
                    @io.pathwise.Pathwise static double draw(%s) {
                        return io.pathwise.runtime.Sampler.%s(%s);
                    }
                }
                """.formatted(parameters, example.sampler(), arguments))
                .generatedSources()
                .values()
                .toString();
        for (int i = 0; i < example.parameters().length; i++) {
            boolean isCalled = generated.contains("." + name(example, i) + "Partial(");
            boolean isInClosedForm = !IMPLICIT.contains(example.sampler() + "." + name(example, i));
            assertThat(isCalled).as(name(example, i)).isEqualTo(i == active && !isInClosedForm);
        }
    }

    static Stream<Arguments> badParameters() {
        return examples()
                .flatMap(example ->
                        IntStream.range(0, example.parameters().length).mapToObj(i -> Arguments.of(example, i)));
    }

    @ParameterizedTest
    @MethodSource("badParameters")
    void refusesWhatTheSamplerRefuses(Example example, int parameter) {
        for (double bad : ODD) {
            double[] parameters = example.parameters().clone();
            parameters[parameter] = bad;
            Point point = new Example(example.sampler(), example.isNormal(), 0, 0, parameters).point();
            for (String suffix : List.of("", "Twice")) {
                refusesAlike(subject(example, suffix), point);
            }
        }
    }

    private static void refusesAlike(Subject subject, Point point) {
        String message = messageOf(() -> subject.source(point));
        double[] direction = new double[subject.coordinates(point).size()];
        assertThat(messageOf(() -> subject.value(point))).isEqualTo(message);
        assertThat(messageOf(() -> subject.forward(point, direction))).isEqualTo(message);
        assertThat(messageOf(() -> subject.gradient(point, subject.newGradient(point))))
                .isEqualTo(message);
    }

    /** The message of the refusal, or nothing if there is none. */
    private static String messageOf(Runnable call) {
        try {
            call.run();
            return "";
        } catch (IllegalArgumentException refusal) {
            return refusal.getMessage();
        }
    }

    /** Only the ends of an interval may be infinite. */
    @ParameterizedTest
    @MethodSource("badParameters")
    void namesWhatIsNotFinite(Example example, int parameter) {
        String name = name(example, parameter);
        boolean mayBeInfinite = example.sampler().equals("truncatedNormal") && parameter >= 2;
        for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            double[] parameters = example.parameters().clone();
            parameters[parameter] = bad;
            Point point = new Example(example.sampler(), example.isNormal(), 0, 0, parameters).point();
            String message = messageOf(() -> subject(example, "").value(point));
            if (Double.isNaN(bad) || !mayBeInfinite) {
                assertThat(message)
                        .startsWith(example.sampler() + ": ")
                        .contains(" " + name + " ")
                        .endsWith(" " + bad);
            }
        }
    }

    private static String name(Example example, int parameter) {
        Function sampler = new Function(
                Sampler.class.getName(),
                example.sampler(),
                Collections.nCopies(example.parameters().length, Primitive.DOUBLE),
                Primitive.DOUBLE);
        return Rules.sampler(sampler).orElseThrow().parameters().get(parameter);
    }

    /** Scales, shapes and the like must be positive, and are refused by their name. */
    @ParameterizedTest
    @MethodSource("badParameters")
    void refusesZeroWhereAParameterIsPositive(Example example, int parameter) {
        String name = name(example, parameter);
        boolean mayBeZero = ZEROS.contains(example.sampler() + "." + name);
        for (double zero : new double[] {0.0, -0.0}) {
            double[] parameters = example.parameters().clone();
            parameters[parameter] = zero;
            Point point = new Example(example.sampler(), example.isNormal(), 0, 0, parameters).point();
            String refusal = example.sampler() + ": " + name + " must be positive, but is " + zero;
            assertThat(messageOf(() -> subject(example, "").value(point)).equals(refusal))
                    .as("%s = %s is refused", name, zero)
                    .isNotEqualTo(mayBeZero);
        }
    }

    @Test
    void namesSamplerParameterAndValue() {
        Subject gamma = new Subject(compiled, "demo.Samples", "gamma2", Set.of());
        assertThatThrownBy(() -> gamma.value(Point.at(-2.0, 1.0).uniforms(UNIFORMS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gamma: shape must be positive, but is -2.0");
        Subject weibull = new Subject(compiled, "demo.Samples", "weibull2", Set.of());
        assertThatThrownBy(() -> weibull.value(Point.at(2.0, Double.NaN).uniforms(UNIFORMS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weibull: scale must be finite, but is NaN");
    }
}
