package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pathwise field of the Dirichlet draw satisfies the continuity equation {@code ∂p/∂α + ∇·(p v) = 0}, or {@code ∂ log
 * p/∂α + v·∇ log p + ∇·v = 0}: so the mean of its derivatives is the derivative of the mean, whatever the function.
 */
class DirichletFieldTest {
    private static final double[] ALPHA = {1.4, 0.7, 2.3};

    /** One gamma draw g moves with its shape by g times the derivative of log g. */
    @ParameterizedTest
    @CsvSource({"0.7, 0.02", "0.7, 0.5", "1.4, 3", "2.3, 1.1", "2.3, 9", "0.05, 0.01"})
    void aGammaDrawSatisfiesTheEquation(double shape, double g) {
        DoubleUnaryOperator velocity = x -> x * DirichletSampler.logGammaPartial(shape, Math.log(x));
        double inShape = Math.log(g) - difference(LogGamma::value, shape);
        double inDraw = (shape - 1) / g - 1;
        double v = velocity.applyAsDouble(g);
        assertThat(inShape + v * inDraw + difference(velocity, g)).isCloseTo(0, within(1e-9 * (1 + Math.abs(inShape))));
    }

    /**
     * On the simplex, with the field averaged over the sum s of the gamma draws, which has a gamma distribution that does
     * not depend on the shares: {@code v(i) = x(i) (δ(i, j) − x(j)) h(x(j))}, h being the mean of the derivative of log
     * g(j) at g(j) = s x(j). The last share is one minus the others.
     */
    @ParameterizedTest
    @CsvSource({"0.2, 0.3", "0.6, 0.1", "0.05, 0.05", "0.3, 0.65"})
    void theMeanFieldSatisfiesTheEquation(double x0, double x1) {
        for (int j = 0; j < ALPHA.length; j++) {
            int moved = j;
            double[] x = {x0, x1, 1 - x0 - x1};
            double total = ALPHA[0] + ALPHA[1] + ALPHA[2];
            double residual =
                    difference(LogGamma::value, total) - difference(LogGamma::value, ALPHA[j]) + Math.log(x[j]);
            for (int i = 0; i < 2; i++) {
                int along = i;
                double slope = (ALPHA[i] - 1) / x[i] - (ALPHA[2] - 1) / x[2];
                residual += field(x, i, j) * slope;
                residual += difference(t -> field(at(x, along, t), along, moved), x[i]);
            }
            assertThat(residual).as("α[%d]", j).isCloseTo(0, within(2e-8));
        }
    }

    private static double[] at(double[] x, int i, double value) {
        double[] moved = x.clone();
        moved[i] = value;
        moved[2] = 1 - moved[0] - moved[1];
        return moved;
    }

    private static double field(double[] x, int i, int j) {
        return x[i] * ((i == j ? 1 : 0) - x[j]) * meanPartial(j, x[j]);
    }

    /** The mean of ∂ log g/∂α at g = s x over s, a gamma variate of the sum of all shapes; by the trapezoidal rule in log s. */
    private static double meanPartial(int j, double x) {
        double total = ALPHA[0] + ALPHA[1] + ALPHA[2];
        double sum = 0;
        double mass = 0;
        double step = 0.01;
        for (double logS = -8; logS <= 4.5; logS += step) {
            double weight = Math.exp(total * logS - Math.exp(logS));
            sum += weight * DirichletSampler.logGammaPartial(ALPHA[j], logS + Math.log(x));
            mass += weight;
        }
        return sum / mass;
    }

    /** The draw itself moves as its documentation states. */
    @Test
    void theDrawMovesWithTheField() {
        double[] u = {0.3, 0.8, 0.6};
        double[] x = draw(ALPHA, u);
        for (int j = 0; j < 3; j++) {
            int moved = j;
            double logGamma = DirichletSampler.logGamma(ALPHA[j], u[j]);
            double partial = DirichletSampler.logGammaPartial(ALPHA[j], logGamma);
            for (int i = 0; i < 3; i++) {
                int element = i;
                double expected = difference(a -> draw(with(moved, a), u)[element], ALPHA[j]);
                assertThat(x[i] * ((i == j ? 1 : 0) - x[j]) * partial).isCloseTo(expected, within(1e-10));
            }
        }
    }

    private static double[] with(int j, double value) {
        double[] alpha = ALPHA.clone();
        alpha[j] = value;
        return alpha;
    }

    private static double[] draw(double[] alpha, double[] u) {
        return Sampler.withGenerator(ScriptedGenerator.ofDoubles(u), () -> Sampler.dirichlet(alpha));
    }

    /** A difference quotient of sixth order. */
    private static double difference(DoubleUnaryOperator f, double x) {
        double h = 4e-3 * x;
        double near = f.applyAsDouble(x + h) - f.applyAsDouble(x - h);
        double middle = f.applyAsDouble(x + 2 * h) - f.applyAsDouble(x - 2 * h);
        double far = f.applyAsDouble(x + 3 * h) - f.applyAsDouble(x - 3 * h);
        return (45 * near - 9 * middle + far) / (60 * h);
    }
}
