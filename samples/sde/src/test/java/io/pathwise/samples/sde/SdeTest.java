package io.pathwise.samples.sde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.check.GradientCheck;
import io.pathwise.samples.sde.GeometricBrownianMotionPathwise.EulerGradient;
import io.pathwise.samples.shared.Comparison;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Seeds are fixed; a bound of 4 standard errors would fail for 6 seeds in 100,000. */
class SdeTest {
    private static final double BOUND = 4;

    private final Sde sde = new Sde(40_000, 7);

    /** Reference values computed with 30 digits. */
    @Test
    void theSecondMomentOfEulersSchemeHasTheKnownDerivatives() {
        Exact exact = Exact.eulerSquared(1, 0.05, 0.2, 1, 100);
        assertThat(exact.gradient()[2]).isCloseTo(0.459432638178179, within(1e-14));
        assertThat(exact.gradient()[1]).isCloseTo(2.29831177248634, within(1e-13));
    }

    @Test
    void closedFormsAreTheirOwnDifferenceQuotients() {
        double h = 1e-5;
        Exact exact = Exact.ornsteinUhlenbeck(0.5, 1.5, 1, 0.4, 1, 100);
        double byKappa = Exact.ornsteinUhlenbeck(0.5, 1.5 + h, 1, 0.4, 1, 100).value()
                - Exact.ornsteinUhlenbeck(0.5, 1.5 - h, 1, 0.4, 1, 100).value();
        assertThat(exact.gradient()[1]).isCloseTo(byKappa / (2 * h), within(5e-9));
        double bySigma = Exact.milsteinSquared(1, 0.05, 0.2 + h, 1, 100).value()
                - Exact.milsteinSquared(1, 0.05, 0.2 - h, 1, 100).value();
        assertThat(Exact.milsteinSquared(1, 0.05, 0.2, 1, 100).gradient()[2])
                .isCloseTo(bySigma / (2 * h), within(5e-9));
    }

    /** E X² = (1 − e^(−1.5) / 2)² + 0.16 (1 − e^(−3)) / 3, and its derivatives by central differences. */
    @Test
    void theProcessOfOrnsteinAndUhlenbeckHasTheMomentsOfItsTransition() {
        Exact exact = Exact.continuousOrnsteinUhlenbeck(0.5, 1.5, 1, 0.4, 1);
        double mean = 1 - 0.5 * Math.exp(-1.5);
        assertThat(exact.value()).isCloseTo(mean * mean + 0.16 * (1 - Math.exp(-3)) / 3, within(1e-15));
        double[] at = {0.5, 1.5, 1, 0.4};
        for (int i = 0; i < at.length; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double difference = Exact.continuousOrnsteinUhlenbeck(up[0], up[1], up[2], up[3], 1)
                            .value()
                    - Exact.continuousOrnsteinUhlenbeck(down[0], down[1], down[2], down[3], 1)
                            .value();
            assertThat(exact.gradient()[i]).isCloseTo(difference / 2e-5, within(1e-9));
        }
    }

    /** Its error is of the order of one step, and halves with twice as many. */
    @Test
    void theSchemeApproachesTheProcessInValueAndDerivatives() {
        Exact exact = Exact.continuousOrnsteinUhlenbeck(0.5, 1.5, 1, 0.4, 1);
        Exact coarse = Exact.ornsteinUhlenbeck(0.5, 1.5, 1, 0.4, 1, 1_000);
        Exact fine = Exact.ornsteinUhlenbeck(0.5, 1.5, 1, 0.4, 1, 2_000);
        assertThat((coarse.value() - exact.value()) / (fine.value() - exact.value()))
                .isCloseTo(2, within(0.01));
        for (int i = 0; i < 4; i++) {
            assertThat((coarse.gradient()[i] - exact.gradient()[i]) / (fine.gradient()[i] - exact.gradient()[i]))
                    .isCloseTo(2, within(0.01));
        }
    }

    /** What chance leaves of the difference, and what 100 steps add to it. */
    @Test
    void estimatesAreNearTheProcess() {
        sde.continuousOrnsteinUhlenbeck()
                .forEach(row -> assertThat(row.mean()).as(row.line()).isCloseTo(row.exact(), within(0.02)));
    }

    @Test
    void estimatesAgreeWithTheSchemesClosedForms() {
        for (List<Comparison> rows : List.of(sde.euler(), sde.milstein(), sde.ornsteinUhlenbeck())) {
            rows.forEach(row -> assertThat(row.deviations()).as(row.line()).isLessThan(BOUND));
        }
    }

    @Test
    void forwardAndReverseModeAreTheSensitivityEquation() {
        RandomGenerator random = new SplittableRandom(11);
        for (int path = 0; path < 20; path++) {
            double[] normals = random.doubles(100, -2, 2).toArray();
            SensitivityEquation byHand = SensitivityEquation.euler(1, 0.05, 0.2, 1, 100, normals);
            EulerGradient gradient = new EulerGradient();
            double end = GeometricBrownianMotionPathwise.eulerGradient(1, 0.05, 0.2, 1, 100, normals, gradient);
            double bySigma = GeometricBrownianMotionPathwise.eulerForward(1, 0.05, 0.2, 1, 100, normals, 0, 0, 1)
                    .tangent();
            assertThat(end).isCloseTo(byHand.end(), within(1e-13 * byHand.end()));
            assertThat(bySigma).isCloseTo(byHand.bySigma(), within(1e-12));
            assertThat(gradient.sigma).isCloseTo(byHand.bySigma(), within(1e-12));
            assertThat(gradient.mu).isCloseTo(byHand.byMu(), within(1e-12));
        }
    }

    /** Eight times as many steps: about √8 and 8 times less, up to the noise of 400 paths. */
    @Test
    void sensitivitiesConvergeAtTheOrderOfTheirScheme() {
        double euler = ratio(
                StrongErrors.of(GeometricBrownianMotionPathwise.eulerFunction(1, 8), 8, 400, 3),
                StrongErrors.of(GeometricBrownianMotionPathwise.eulerFunction(1, 64), 64, 400, 3));
        double milstein = ratio(
                StrongErrors.of(GeometricBrownianMotionPathwise.milsteinFunction(1, 8), 8, 400, 3),
                StrongErrors.of(GeometricBrownianMotionPathwise.milsteinFunction(1, 64), 64, 400, 3));
        assertThat(euler).isBetween(2.3, 3.4);
        assertThat(milstein).isBetween(6.5, 9.5);
    }

    private static double ratio(double coarse, double fine) {
        return coarse / fine;
    }

    @Test
    void derivativesAgreeWithDifferences() {
        GradientCheck.of(GeometricBrownianMotionPathwise.milsteinSquaredFunction(1, 20))
                .at(Sde.MOTION)
                .seed(1)
                .check();
        GradientCheck.of(OrnsteinUhlenbeckPathwise.squaredFunction(1, 20))
                .at(Sde.REVERTING)
                .seed(1)
                .check();
    }
}
