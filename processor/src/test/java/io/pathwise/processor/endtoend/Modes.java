package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.runtime.Dual;
import java.util.List;

/** What every companion promises of its modes at a point. */
final class Modes {
    private static final double FORWARD_TOLERANCE = 1e-12;
    private static final double DIFFERENCE_TOLERANCE = 1e-7;

    private Modes() {}

    /** All of the checks below. */
    static void check(Subject subject, Point point) {
        valuesAreTheSources(subject, point);
        reverseIsForwardTransposed(subject, point);
        reverseIsTheDifferenceQuotient(subject, point);
    }

    /** Value, forward and reverse return, to the last bit, what the user's method returns. */
    static void valuesAreTheSources(Subject subject, Point point) {
        double expected = subject.source(point);
        double[] direction = new double[subject.coordinates(point).size()];
        assertThat(subject.value(point)).as("value of %s at %s", subject, point).isEqualTo(expected);
        assertThat(subject.forward(point, direction).value())
                .as("value of %s by forward mode at %s", subject, point)
                .isEqualTo(expected);
        assertThat(subject.reverse(point, 1, subject.newGradient(point)))
                .as("value of %s by reverse mode at %s", subject, point)
                .isEqualTo(expected);
    }

    /** {@code <ȳ, J ẋ> = <Jᵀ ȳ, ẋ>} in the direction of each parameter and in one that mixes all. */
    static void reverseIsForwardTransposed(Subject subject, Point point) {
        double seed = 1.7;
        double[] adjoint = subject.partials(point, seed);
        int size = subject.coordinates(point).size();
        for (int i = 0; i <= size; i++) {
            double[] direction = new double[size];
            for (int j = 0; j < size; j++) {
                direction[j] = i == size ? Math.cos(1 + j) : i == j ? 1 : 0;
            }
            Dual dual = subject.forward(point, direction);
            double sum = 0;
            // Partials that cancel to zero leave rounding in proportion to what cancelled.
            double magnitude = 1e-3 * Math.abs(dual.value());
            for (int j = 0; j < size; j++) {
                sum += adjoint[j] * direction[j];
                magnitude += Math.abs(adjoint[j] * direction[j]);
            }
            assertThat(sum)
                    .as("reverse against forward mode of %s at %s, direction %s", subject, point, i)
                    .isCloseTo(seed * dual.tangent(), within(FORWARD_TOLERANCE * magnitude));
        }
    }

    /** Reverse mode against differences of the user's own method, of fourth order, at fixed noise. */
    static void reverseIsTheDifferenceQuotient(Subject subject, Point point) {
        double[] partials = subject.partials(point, 1);
        List<Coordinate> coordinates = subject.coordinates(point);
        double scale = Math.max(1, Math.abs(subject.source(point)));
        for (int i = 0; i < partials.length; i++) {
            double quotient = difference(subject, point, coordinates.get(i));
            double tolerance = DIFFERENCE_TOLERANCE * Math.abs(quotient) + 1e-10 * scale;
            assertThat(partials[i])
                    .as("partial %s of %s at %s", i, subject, point)
                    .isCloseTo(quotient, within(tolerance));
        }
    }

    private static double difference(Subject subject, Point point, Coordinate coordinate) {
        double x = coordinate.get(point.arguments());
        double step = x == 0 ? 1e-4 : 1e-3 * Math.abs(x);
        double near = subject.source(coordinate.set(point, x + step)) - subject.source(coordinate.set(point, x - step));
        double far = subject.source(coordinate.set(point, x + 2 * step))
                - subject.source(coordinate.set(point, x - 2 * step));
        return (8 * near - far) / (12 * step);
    }
}
