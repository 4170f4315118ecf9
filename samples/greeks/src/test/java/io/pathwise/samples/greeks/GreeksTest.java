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

    @Test
    void theDigitalHasItsPriceAndNoDelta() {
        List<Comparison> rows = greeks.blackScholes(Payoff.DIGITAL);
        assertThat(rows.get(0).deviations()).isLessThan(BOUND);
        assertThat(rows.get(1).mean()).isZero();
        assertThat(rows.get(1).exact()).isGreaterThan(0.015);
        assertThat(rows.get(3).mean()).isZero();
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
            double expected = BlackScholesFormulas.price(100, 0.05, 0.2, contract, 1);
            assertThat(HestonFormulas.price(100, 0.05, calm, contract)).isCloseTo(expected, within(1e-5 * expected));
        }
    }

    /** Reference value computed with 30 digits. */
    @Test
    void theCallsFormulaIsThatOfBlackAndScholes() {
        Contract contract = new Contract(Payoff.EUROPEAN, 100, 85, 1, 0.02);
        assertThat(BlackScholesFormulas.price(100, 0.05, 0.2, contract, 1)).isCloseTo(10.4505835721856, within(1e-12));
    }
}
