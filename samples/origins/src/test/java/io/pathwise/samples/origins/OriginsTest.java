package io.pathwise.samples.origins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.check.GradientCheck;
import io.pathwise.samples.origins.ExamplesPathwise.ExponentialGradient;
import io.pathwise.samples.origins.ExamplesPathwise.GaussianGradient;
import io.pathwise.samples.shared.Comparison;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seeds are fixed; a bound of 4 standard errors would fail for 6 seeds in 100,000. */
class OriginsTest {
    private static final double BOUND = 4;

    private final Origins origins = new Origins(100_000, 7);

    @Test
    void theDerivativeInTheDeviationIsTheStandardizedDraw() {
        GaussianGradient gradient = new GaussianGradient();
        double y = ExamplesPathwise.gaussianGradient(2, 0.5, -1.5, gradient);
        assertThat(y).isEqualTo(1.25);
        assertThat(gradient.mean).isEqualTo(1);
        assertThat(gradient.deviation).isEqualTo((y - 2) / 0.5);
    }

    /** The coupling is linear in the scale, so that a difference is the derivative. */
    @Test
    void drawsOfOneNoiseMoveByTheirDerivative() {
        ExponentialGradient gradient = new ExponentialGradient();
        double x = ExamplesPathwise.exponentialGradient(10, 0.9, gradient);
        assertThat(gradient.scale).isCloseTo(Math.log(10), within(1e-14));
        assertThat(ExamplesPathwise.exponential(11, 0.9) - x).isCloseTo(gradient.scale, within(1e-14 * 11));
    }

    /** 21 figures: one of them would miss for 13 seeds in 10,000. */
    @Test
    void everyUnbiasedEstimateAgreesWithItsExactValue() {
        origins.tables().stream()
                .filter(table -> !table.title().contains("biased"))
                .flatMap(table -> table.rows().stream())
                .forEach(row -> assertThat(row.deviations()).as(row.line()).isLessThan(BOUND));
    }

    @Test
    void theRelaxationIsBiasedLessTheLowerTheTemperature() {
        double[] bias = origins.relaxations().rows().stream()
                .mapToDouble(row -> Math.abs(row.mean() - row.exact()))
                .toArray();
        assertThat(bias[0]).isGreaterThan(2 * bias[1]);
        assertThat(bias[1]).isGreaterThan(bias[3]);
        Comparison coarse = origins.relaxations().rows().get(0);
        assertThat(coarse.deviations()).isGreaterThan(20);
    }

    @Test
    void theCoupledEstimateHasTheLeastNoise() {
        double[] errors = origins.choices().rows().stream()
                .mapToDouble(Comparison::standardError)
                .toArray();
        assertThat(errors[0]).isLessThan(0.8 * errors[2]);
        assertThat(errors[2]).isLessThan(errors[1]);
    }

    @Test
    void sharedNoiseKeepsDifferencesUsableAndIndependentNoiseDoesNot() {
        for (double step : Origins.STEPS) {
            Differences shared = origins.shared(step);
            // E ((scale + step)² - scale²)·2 / step = 40 + 2·step
            assertThat(shared.mean()).isCloseTo(40 + 2 * step, within(BOUND * shared.standardError()));
            // x² has standard deviation √20·scale², and the quotient that of two of them over the step
            double expected = Math.sqrt(2 * 20 * 1e4 / 10_000) / step;
            assertThat(origins.independent(step).standardError()).isBetween(0.8 * expected, 1.25 * expected);
        }
        assertThat(origins.shared(0.001).standardError())
                .isLessThan(1.1 * origins.shared(1).standardError());
    }

    @Test
    void derivativesAgreeWithDifferences() {
        GradientCheck.of(ExamplesPathwise.nodeFunction(1.5, 0.4))
                .at(0.8, -0.3, 0.5, 0.1)
                .seed(1)
                .check();
        GradientCheck.of(ExamplesPathwise.relaxedChoiceFunction(3, Origins.PAYOFFS, 0.5))
                .at(Origins.LOGITS)
                .seed(1)
                .check();
    }

    /** Reference values by enumeration of all paths of three steps. */
    @Test
    void theExactWalkIsThatOfAllPaths() {
        assertThat(Exact.walk(0.5, 1)[0]).isEqualTo(0.5);
        assertThat(Exact.walk(0.5, 1)[1]).isEqualTo(1);
        double h = 1e-6;
        double difference = (meanOfPaths(0.5 + h) - meanOfPaths(0.5 - h)) / (2 * h);
        assertThat(Exact.walk(0.5, 3)[0]).isCloseTo(meanOfPaths(0.5), within(1e-12));
        assertThat(Exact.walk(0.5, 3)[1]).isCloseTo(difference, within(1e-8));
    }

    private static double meanOfPaths(double p) {
        double mean = 0;
        for (int path = 0; path < 8; path++) {
            double probability = 1;
            int height = 0;
            for (int i = 0; i < 3; i++) {
                double up = p * (1 - (height + i) / 200.0);
                boolean goesUp = (path >> i & 1) == 1;
                probability *= goesUp ? up : 1 - up;
                height += goesUp ? 1 : 0;
            }
            mean += probability * height;
        }
        return mean;
    }

    /** A standard error of few paths is itself known to a few percent only, far less than these differ. */
    @Test
    void coupledChoicesAreQuieterThanTheScoreFunctionAtEveryLogit() {
        Origins origins = new Origins(200_000, 3);
        for (double logit : new double[] {-2, 0, 2}) {
            List<Comparison> rows = origins.choices(logit);
            double coupled = rows.get(0).standardError();
            assertThat(rows.get(1).standardError()).isGreaterThan(2 * coupled);
            assertThat(rows.get(2).standardError()).isGreaterThan(2 * coupled);
            rows.forEach(row -> assertThat(row.deviations()).as(row.line()).isLessThan(4));
        }
    }

    @Test
    void theWalksDerivativeIsExactAtOtherProbabilities() {
        Origins origins = new Origins(200_000, 3);
        for (double p : new double[] {0.1, 0.9}) {
            Comparison row = origins.walk(p);
            assertThat(row.deviations()).as(row.line()).isLessThan(4);
        }
    }
}
