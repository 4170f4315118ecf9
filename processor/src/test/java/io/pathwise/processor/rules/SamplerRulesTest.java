package io.pathwise.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.rules.SamplerRule.Noise;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.runtime.Sampler;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SamplerRulesTest {
    private static final Variable NOISE = new Variable(50, "noise", Primitive.DOUBLE, Origin.NOISE);
    private static final double[] NORMALS = {-1.75, 0.3, 2.125};
    private static final double[] UNIFORMS = {1e-3, 0.37, 0.998};

    /** A sampler at one point of its parameters, beside the runtime's. */
    record Example(String name, ToDoubleFunction<double[]> sampler, double... point) {
        @Override
        public String toString() {
            return name + Arrays.toString(point);
        }
    }

    static Stream<Example> examples() {
        ToDoubleFunction<double[]> normal = p -> Sampler.normal(p[0], p[1]);
        ToDoubleFunction<double[]> logNormal = p -> Sampler.logNormal(p[0], p[1]);
        ToDoubleFunction<double[]> uniform = p -> Sampler.uniform(p[0], p[1]);
        ToDoubleFunction<double[]> exponential = p -> Sampler.exponential(p[0]);
        return Stream.of(
                new Example("normal", normal, 0.1, 0.3),
                new Example("normal", normal, -7.7, 1),
                new Example("normal", normal, 0, 2.3),
                new Example("normal", normal, 0, 1),
                new Example("logNormal", logNormal, 0.1, 0.3),
                new Example("logNormal", logNormal, -1.1, 1),
                new Example("logNormal", logNormal, 0, 1),
                new Example("uniform", uniform, 0.1, 0.7),
                new Example("uniform", uniform, -0.3, 0.1),
                new Example("uniform", uniform, 0, 3),
                new Example("uniform", uniform, 0, 1),
                new Example("exponential", exponential, 0.7),
                new Example("exponential", exponential, 1),
                new Example("exponential", exponential, 3));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void transformRoundsAsTheRuntimeDoes(Example example) {
        SamplerRule rule = rule(example.name());
        for (double noise : noises(rule)) {
            double expected =
                    Sampler.withGenerator(fixed(noise), () -> example.sampler().applyAsDouble(example.point()));
            assertThat(draw(rule, variables(example), noise, example.point())).isEqualTo(expected);
            assertThat(draw(rule, doubleLiterals(example), noise, example.point()))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void partialsAgreeWithDifferences(Example example) {
        SamplerRule rule = rule(example.name());
        for (double noise : noises(rule)) {
            List<Expression> arguments = variables(example);
            double z = draw(rule, arguments, noise, example.point());
            Evaluator evaluator = evaluator(example.point(), noise, z);
            List<Partial> partials =
                    rule.partials().of(arguments, Algebra.local(NOISE), Algebra.local(RuleFixture.RESULT));
            assertThat(partials).hasSameSizeAs(example.point());
            for (int i = 0; i < partials.size(); i++) {
                double expected = Differences.central(moved -> draw(rule, arguments, noise, moved), example.point(), i);
                assertThat(evaluator.evaluate(partials.get(i).value()))
                        .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
                assertThat(partials.get(i).regular()).isEmpty();
            }
        }
    }

    @Test
    void standardDrawsAreTheNoiseItself() {
        Expression noise = Algebra.local(NOISE);
        List<Expression> standard = List.of(Algebra.integer(0), Algebra.integer(1));
        assertThat(rule("normal").transform().of(standard, noise)).isEqualTo(noise);
        assertThat(rule("uniform").transform().of(standard, noise)).isEqualTo(noise);
    }

    @Test
    void wholeNumbersAreWidenedBeforeTheyAreCombined() {
        Variable lower = new Variable(0, "lower", Primitive.INT, Origin.SOURCE);
        Variable upper = new Variable(1, "upper", Primitive.INT, Origin.SOURCE);
        Expression transform = rule("uniform")
                .transform()
                .of(List.of(Algebra.local(lower), Algebra.local(upper)), Algebra.local(NOISE));
        assertThat(transform.toString()).contains("Cast");
        Map<Variable, Double> values = Map.of(lower, -2e9, upper, 2e9, NOISE, 0.5);
        assertThat(new Evaluator(values).evaluate(transform)).isEqualTo(0);
    }

    @Test
    void formulasNameEveryParameter() {
        for (String name : List.of("normal", "logNormal", "uniform", "exponential")) {
            assertThat(rule(name).formulas()).hasSameSizeAs(rule(name).parameters());
        }
        assertThat(rule("exponential").formulas()).containsExactly("−log1p(−u)");
    }

    @Test
    void noiseIsWhatTheTransformNeeds() {
        assertThat(rule("normal").noise()).isEqualTo(Noise.NORMAL);
        assertThat(rule("logNormal").noise()).isEqualTo(Noise.NORMAL);
        assertThat(rule("uniform").noise()).isEqualTo(Noise.UNIFORM);
        assertThat(rule("exponential").noise()).isEqualTo(Noise.UNIFORM);
    }

    @Test
    void otherMethodsHaveNoRule() {
        assertThat(Rules.sampler(
                        new Function("lib.Sampler", "exponential", List.of(Primitive.DOUBLE), Primitive.DOUBLE)))
                .isEmpty();
        assertThat(Rules.sampler(sampler("normal", 3))).isEmpty();
        assertThat(Rules.sampler(sampler("withGenerator", 2))).isEmpty();
    }

    private static SamplerRule rule(String name) {
        return Rules.sampler(sampler(name, name.equals("exponential") ? 1 : 2)).orElseThrow();
    }

    private static Function sampler(String name, int arity) {
        return new Function(
                "io.pathwise.runtime.Sampler", name, Collections.nCopies(arity, Primitive.DOUBLE), Primitive.DOUBLE);
    }

    private static double[] noises(SamplerRule rule) {
        return rule.noise() == Noise.NORMAL ? NORMALS : UNIFORMS;
    }

    private static List<Expression> variables(Example example) {
        return RuleFixture.variables(example.point().length);
    }

    private static List<Expression> doubleLiterals(Example example) {
        return Arrays.stream(example.point()).mapToObj(Algebra::number).toList();
    }

    private static double draw(SamplerRule rule, List<Expression> arguments, double noise, double... point) {
        Expression transform = rule.transform().of(arguments, Algebra.local(NOISE));
        return evaluator(point, noise, Double.NaN).evaluate(transform);
    }

    private static Evaluator evaluator(double[] point, double noise, double z) {
        Map<Variable, Double> values = RuleFixture.values(point);
        values.put(NOISE, noise);
        values.put(RuleFixture.RESULT, z);
        return new Evaluator(values);
    }

    /** A generator whose next standard normal and next uniform are the given number. */
    private static RandomGenerator fixed(double noise) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return noise;
            }

            @Override
            public double nextGaussian() {
                return noise;
            }
        };
    }
}
