package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.processor.endtoend.Programs.Example;
import io.pathwise.runtime.Dual;
import io.pathwise.runtime.PathwiseFunction;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The second moment of an exponential with mean p is 2p², and its derivative 4p. */
class ExponentialMomentTest {
    private static final int PATHS = 1_000_000;
    private static final double MEAN = 10;

    private final Subject square = new Example("SquaredExponential", "square", Set.of(), List.of()).subject();

    @Test
    void onePathIsItsClosedForm() {
        double u = 0.3;
        double x = -MEAN * Math.log1p(-u);
        Dual dual = square.forward(Point.at(MEAN).uniforms(u), new double[] {1});
        assertThat(dual.value()).isEqualTo(x * x);
        assertThat(dual.tangent()).isCloseTo(2 * x * x / MEAN, within(1e-14 * x * x));
    }

    /** For an unbiased gradient and an arbitrary seed this fails with probability 6e-5 for each of the two means. */
    @Test
    void theMeanGradientIsTheGradientOfTheMean() {
        PathwiseFunction function = (PathwiseFunction) Subject.invoke(square.member("Function"));
        SplittableRandom random = new SplittableRandom(20260101);
        Moments value = new Moments();
        Moments derivative = new Moments();
        double[] at = {MEAN};
        double[] uniforms = new double[1];
        double[] gradient = new double[1];
        for (int i = 0; i < PATHS; i++) {
            uniforms[0] = random.nextDouble();
            gradient[0] = 0;
            value.add(function.gradient(at, new double[0], uniforms, gradient));
            derivative.add(gradient[0]);
        }
        assertThat(value.mean()).isCloseTo(2 * MEAN * MEAN, within(4 * value.standardError()));
        assertThat(derivative.mean()).isCloseTo(4 * MEAN, within(4 * derivative.standardError()));
        // Var[2 p e²] with e ~ exponential(1) is 4 p² (24 − 4).
        assertThat(derivative.standardError())
                .isCloseTo(Math.sqrt(80 * MEAN * MEAN / PATHS), within(0.02 * derivative.standardError()));
    }

    private static final class Moments {
        private double sum;
        private double squares;

        void add(double x) {
            sum += x;
            squares += x * x;
        }

        double mean() {
            return sum / PATHS;
        }

        double standardError() {
            return Math.sqrt((squares / PATHS - mean() * mean()) / PATHS);
        }
    }
}
