package io.pathwise.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule's value and partial derivatives, as generated code evaluates them, against a table that was computed with
 * 50 digits.
 */
final class SamplerOracleTest {
    private static final Variable NOISE = new Variable(50, "noise", Primitive.DOUBLE, Origin.NOISE);
    private static final Set<String> IMPLICIT = Set.of(
            "gamma",
            "chiSquared",
            "inverseGamma",
            "beta",
            "studentT",
            "fisherF",
            "vonMises",
            "inverseGaussian",
            "truncatedNormal");

    /** The table's derivatives are differences; those of the order of 1e-30 have no more digits than this. */
    private static final double RESOLUTION = 2e-33;

    /** One line of the table. */
    record Point(
            String sampler,
            List<String> names,
            double[] parameters,
            String kind,
            double noise,
            double value,
            double[] partials) {
        @Override
        public String toString() {
            return sampler + Arrays.toString(parameters) + " at " + kind + " " + noise;
        }
    }

    static Stream<Point> points() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                SamplerOracleTest.class.getResourceAsStream("/samplers/samplers.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(SamplerOracleTest::point).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Point point(String line) {
        String[] cells = line.split(",");
        return new Point(
                cells[0],
                List.of(cells[1].split(" ")),
                numbers(cells[2]),
                cells[3],
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                numbers(cells[6]));
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest
    @MethodSource("points")
    void valueAndPartialsAreExactToTwelveDigits(Point point) {
        SamplerRule rule = rule(point);
        assertThat(rule.parameters()).isEqualTo(point.names());
        assertThat(rule.noise()).hasToString(point.kind().equals("eps") ? "NORMAL" : "UNIFORM");
        List<Expression> arguments = RuleFixture.variables(point.parameters().length);
        Map<Variable, Double> values = RuleFixture.values(point.parameters());
        values.put(NOISE, point.noise());
        Evaluator evaluator = new Evaluator(values);

        double value = evaluator.evaluate(rule.transform().of(arguments, Algebra.local(NOISE)));
        values.put(RuleFixture.RESULT, value);
        double[] partials =
                rule.partials().of(arguments, Algebra.local(NOISE), Algebra.local(RuleFixture.RESULT)).stream()
                        .mapToDouble(partial -> evaluator.evaluate(partial.value()))
                        .toArray();

        assertClose(point, "value", value, point.value());
        assertThat(partials).hasSameSizeAs(point.partials());
        for (int i = 0; i < partials.length; i++) {
            assertClose(point, "∂/∂" + point.names().get(i), partials[i], point.partials()[i]);
        }
    }

    private static void assertClose(Point point, String what, double actual, double expected) {
        double tolerance = isExtreme(point) ? 1e-11 : 1e-12;
        assertThat(actual).as(what).isCloseTo(expected, within(tolerance * Math.abs(expected) + RESOLUTION));
    }

    private static boolean isExtreme(Point point) {
        boolean isLarge = Arrays.stream(point.parameters()).anyMatch(each -> each > 1e4);
        boolean isTail = point.noise() < 1e-4 || point.noise() > 1 - 1e-4;
        return IMPLICIT.contains(point.sampler()) && (isLarge || isTail);
    }

    private static SamplerRule rule(Point point) {
        Function sampler = new Function(
                "io.pathwise.runtime.Sampler",
                point.sampler(),
                Collections.nCopies(point.parameters().length, Primitive.DOUBLE),
                Primitive.DOUBLE);
        return Rules.sampler(sampler).orElseThrow();
    }
}
