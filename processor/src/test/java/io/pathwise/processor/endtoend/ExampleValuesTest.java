package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.processor.endtoend.Programs.Example;
import io.pathwise.runtime.Gradient;
import io.pathwise.runtime.NoiseExhaustedException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleValuesTest {
    static List<Example> examples() {
        return Programs.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyModeReturnsTheSourcesValue(Example example) {
        example.points().forEach(point -> Modes.valuesAreTheSources(example.subject(), point));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void reverseModeIsForwardModeTransposed(Example example) {
        example.points().forEach(point -> Modes.reverseIsForwardTransposed(example.subject(), point));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void reverseModeIsTheDifferenceQuotientOfTheSource(Example example) {
        example.points().forEach(point -> Modes.reverseIsTheDifferenceQuotient(example.subject(), point));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void gradientsAddUp(Example example) {
        Subject subject = example.subject();
        for (Point point : example.points()) {
            double[] once = subject.partials(point, 1);
            Gradient gradient = subject.newGradient(point);
            double value = subject.gradient(point, gradient);
            assertThat(value).isEqualTo(subject.source(point));
            assertThat(gradient.toArray()).containsExactly(once);
            subject.gradient(point, gradient);
            assertProportional(gradient.toArray(), 2, once);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void gradientsAreLinearInTheSeed(Example example) {
        Subject subject = example.subject();
        for (Point point : example.points()) {
            double[] once = subject.partials(point, 1);
            assertProportional(subject.partials(point, -2.5), -2.5, once);
            assertThat(subject.partials(point, 0)).containsOnly(0);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void gradientsScaleAddAndClear(Example example) throws ReflectiveOperationException {
        Subject subject = example.subject();
        Point point = example.points().get(0);
        double[] once = subject.partials(point, 1);
        Gradient gradient = subject.newGradient(point);
        Gradient other = subject.newGradient(point);
        subject.gradient(point, gradient);
        subject.gradient(point, other);
        gradient.scale(4);
        assertProportional(gradient.toArray(), 4, once);
        subject.gradientClass().getMethod("add", subject.gradientClass()).invoke(gradient, other);
        assertProportional(gradient.toArray(), 5, once);
        assertProportional(other.toArray(), 1, once);
        gradient.clear();
        assertThat(gradient.toArray()).containsOnly(0).hasSameSizeAs(once);
        subject.gradient(point, gradient);
        assertThat(gradient.toArray()).containsExactly(once);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void callersArraysStayAsTheyAre(Example example) {
        Subject subject = example.subject();
        for (Point point : example.points()) {
            Object[] arrays = Subject.concat(point.arguments(), subject.noise(point));
            Object[] before = copies(arrays);
            double[] direction = new double[subject.coordinates(point).size()];
            Arrays.fill(direction, 1);
            subject.value(point);
            subject.forward(point, direction);
            subject.partials(point, 1);
            assertThat(arrays).isEqualTo(before);
        }
    }

    private static Object[] copies(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(each -> each instanceof double[] array ? array.clone() : each)
                .toArray();
    }

    private static void assertProportional(double[] actual, double factor, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            double product = factor * expected[i];
            assertThat(actual[i]).isCloseTo(product, within(1e-14 * Math.abs(product)));
        }
    }

    @Test
    void noiseThatEndsTooSoonIsNamed() {
        Point walk = Point.at(0.1, 0.2, 1.5, 3).normals(0.1, 0.2);
        assertExhausted("Walk", "terminal", walk, "Walk.terminal needs 3 normals, but got 2");
        Point grid = Point.at(0.1, 0.2, 2, 3).normals(0.1);
        assertExhausted("Grid", "energy", grid, "Grid.energy needs 6 normals, but got 1");
        Point regimes = Point.at(2.0, 0.7, true).normals(0.1);
        assertExhausted("Regimes", "income", regimes, "Regimes.income needs (at least )?1 uniform, but got 0");
        Point passage = Point.at(4.0, 1.5, 0.3).uniforms(0.1, 0.1);
        assertExhausted("Passage", "cost", passage, "Passage.cost needs (at least )?3 uniforms, but got 2");
    }

    private static void assertExhausted(String className, String method, Point point, String pattern) {
        Subject subject = new Example(className, method, Set.of(), List.of()).subject();
        double[] direction = new double[subject.coordinates(point).size()];
        List<Runnable> modes = List.of(
                () -> subject.value(point),
                () -> subject.forward(point, direction),
                () -> subject.reverse(point, 1, subject.newGradient(point)),
                () -> subject.gradient(point, subject.newGradient(point)));
        for (Runnable mode : modes) {
            assertThatThrownBy(mode::run)
                    .isInstanceOf(NoiseExhaustedException.class)
                    .hasMessageMatching(pattern);
        }
    }
}
