package io.pathwise.samples.greeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.check.GradientCheck;
import io.pathwise.samples.shared.Comparison;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Seeds are fixed; a bound of 4 standard errors would fail for 6 seeds in 100,000. */
class GreeksTest {
    private static final double BOUND = 4;

    private final Greeks greeks = new Greeks(20_000, 12, 3);

    @ParameterizedTest
    @EnumSource(names = {"EUROPEAN", "GEOMETRIC_ASIAN", "DOWN_AND_OUT"})
    void blackScholesAgreesWithClosedForms(Payoff payoff) {
        greeks.blackScholes(payoff)
                .forEach(row -> assertThat(row.deviations()).as(row.line()).isLessThan(BOUND));
    }

    /** The smoothing adds a bias of less than one in a hundred. */
    @Test
    void theSmoothedDigitalHasTheGreeksOfTheDigital() {
        for (Comparison row : greeks.blackScholes(Payoff.SMOOTH_DIGITAL)) {
            double bias = 0.01 * Math.abs(row.exact());
            assertThat(row.mean()).as(row.line()).isCloseTo(row.exact(), within(BOUND * row.standardError() + bias));
        }
    }

    /** What is left of rho and theta are the derivatives of the discount. */
    @Test
    void theDigitalHasItsPriceAndNoDelta() {
        List<Comparison> rows = greeks.blackScholes(Payoff.DIGITAL);
        double price = rows.get(0).mean();
        Comparison delta = row(rows, "delta");
        assertThat(rows.get(0).deviations()).isLessThan(BOUND);
        assertThat(delta.mean()).isZero();
        assertThat(delta.exact()).isGreaterThan(0.015);
        assertThat(row(rows, "vega").mean()).isZero();
        assertThat(row(rows, "rho").mean()).isCloseTo(-price, within(1e-12));
        assertThat(row(rows, "theta").mean()).isCloseTo(0.05 * price, within(1e-12));
    }

    private static Comparison row(List<Comparison> rows, String greek) {
        return rows.stream()
                .filter(row -> row.name().startsWith(greek))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void gammaAgreesWithItsClosedForm() {
        Comparison gamma = row(greeks.blackScholesWithGamma(), "gamma");
        assertThat(gamma.standardError()).isLessThan(0.02 * gamma.exact());
        assertThat(gamma.deviations()).isLessThan(BOUND);
    }

    @Test
    void rowsAreNamedAsQuantsNameThem() {
        assertThat(names(greeks.blackScholes(Payoff.EUROPEAN)))
                .containsExactly("price", "delta ∂/∂spot", "vega ∂/∂volatility", "rho ∂/∂rate", "theta -∂/∂maturity");
        assertThat(names(greeks.heston(Payoff.EUROPEAN)))
                .containsExactly(
                        "price",
                        "delta ∂/∂spot",
                        "vega (v0) ∂/∂model.variance",
                        "∂/∂model.kappa",
                        "∂/∂model.longRunVariance",
                        "∂/∂model.xi",
                        "∂/∂model.correlation",
                        "rho ∂/∂rate",
                        "theta -∂/∂maturity");
    }

    private static List<String> names(List<Comparison> rows) {
        return rows.stream()
                .map(row -> row.name().strip().replaceAll(" +", " "))
                .toList();
    }

    /** Reference values computed with 30 digits. */
    @Test
    void closedFormsHaveTheThetaAndGammaOfBlackAndScholes() {
        assertThat(row(greeks.blackScholes(Payoff.EUROPEAN), "theta").exact())
                .isCloseTo(-6.277126437009521, within(1e-8));
        assertThat(row(greeks.blackScholes(Payoff.DIGITAL), "theta").exact())
                .isCloseTo(-0.05241946335920333, within(1e-9));
        assertThat(row(greeks.blackScholesWithGamma(), "gamma").exact()).isCloseTo(0.01983526190421326, within(1e-14));
    }

    /** Twelve steps add a bias of less than 4 in a hundred, of the price or of a Greek's effect if larger. */
    @Test
    void hestonAgreesWithItsFormula() {
        List<Comparison> rows = greeks.heston(Payoff.EUROPEAN);
        double price = rows.get(0).exact();
        for (Comparison row : rows) {
            double bias = 0.04 * Math.max(price, Math.abs(row.exact()));
            assertThat(row.mean()).as(row.line()).isCloseTo(row.exact(), within(BOUND * row.standardError() + bias));
        }
    }

    /** On the same noise both are the same number, except on the few paths with a kink between the bumps. */
    @ParameterizedTest
    @EnumSource(names = {"EUROPEAN", "ASIAN", "DOWN_AND_OUT", "SMOOTH_DIGITAL"})
    void oneReverseSweepGivesWhatRevaluationGives(Payoff payoff) {
        Greeks few = new Greeks(4_000, 12, 3);
        List<Comparison> rows = new ArrayList<>(few.blackScholesRevalued(payoff));
        rows.addAll(few.hestonRevalued(payoff));
        assertThat(rows).hasSize(Greeks.MARKET.length + Greeks.HESTON_MARKET.length);
        for (Comparison row : rows) {
            double tolerance = 1e-3 * Math.abs(row.exact()) + 0.05 * row.standardError();
            assertThat(row.mean()).as(row.line()).isCloseTo(row.exact(), within(tolerance));
        }
    }

    @Test
    void theDeltaByLikelihoodRatioAgreesWithDifferencesPathByPath() {
        GradientCheck.of(LikelihoodRatioPathwise.callDeltaFunction(105))
                .at(Greeks.MARKET)
                .seed(1)
                .check();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DIGITAL")
    void derivativesAgreeWithDifferencesPathByPath(Payoff payoff) {
        GradientCheck.of(BlackScholesPathwise.optionFunction(Greeks.contract(payoff), 5))
                .at(Greeks.MARKET)
                .seed(1)
                .check();
        GradientCheck.of(HestonPathwise.optionFunction(Greeks.contract(payoff), 5))
                .at(Greeks.HESTON_MARKET)
                .seed(1)
                .check();
    }

    /** With hardly any volatility of variance at its mean, Heston's price is that of Black and Scholes. */
    @Test
    void hestonsFormulaHasBlackAndScholesAsALimit() {
        Heston.Model calm = new Heston.Model(0.04, 2, 0.04, 1e-3, 0);
        for (Payoff payoff : List.of(Payoff.EUROPEAN, Payoff.DIGITAL)) {
            Contract contract = Greeks.contract(payoff);
            double expected = BlackScholesFormulas.price(100, 0.2, 0.05, 1, contract, 1);
            assertThat(HestonFormulas.price(100, calm, 0.05, 1, contract)).isCloseTo(expected, within(1e-5 * expected));
        }
    }

    /** Reference value computed with 30 digits. */
    @Test
    void theCallsFormulaIsThatOfBlackAndScholes() {
        Contract contract = new Contract(Payoff.EUROPEAN, 100, 85, 0.02);
        assertThat(BlackScholesFormulas.price(100, 0.2, 0.05, 1, contract, 1))
                .isCloseTo(10.4505835721856, within(1e-12));
    }
}
