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
        double continuous = Exact.continuousOrnsteinUhlenbeck(0.5, 1.5, 1, 0.4, 1);
        assertThat(Exact.ornsteinUhlenbeck(0.5, 1.5, 1, 0.4, 1, 100_000).value())
                .isCloseTo(continuous, within(1e-5));
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
