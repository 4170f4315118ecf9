package io.pathwise.runtime.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The logarithm of the gamma function against values of 20 digits. */
class StirlingTest {
    /** Also the quotient by x, which small shapes take, is exact. */
    @ParameterizedTest
    @CsvSource({
        "5e-4, -0.00028840226576120988394",
        "1e-3, -0.00057639359828336955361",
        "0.0123, -0.0069760611280475836471",
        "0.1, -0.049872441259839726501",
        "0.3, -0.10817480950786046907",
        "0.5, -0.12078223763524522235",
        "0.77, -0.079299595473870441802",
        "0.999, -0.00042246180069215415104",
        "1, 0.0",
        "1.2, 0.096947466790638752321",
        "1.5, 0.28468287047291915963",
        "2, 0.69314718055994530942",
        "3.3, 2.1810210463671689017",
        "5, 4.7874917427820459942",
        "7.25, 9.0331869196051228533",
        "9.99, 15.080899807010655532"
    })
    void logGamma1pIsExactRelativeToItsArgument(double x, double expected) {
        assertThat(Stirling.logGamma1p(x)).isCloseTo(expected, within(8e-15 * Math.min(1, x)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.05, -0.16121676767184297925",
        "2, 1e-3, 0.00042310673480016363399",
        "5.5, 0.7, 1.1744848202185777306",
        "9.9, 9, 23.526746754950735102",
        "12, 1e-3, 0.0024427051296544349747",
        "1e4, 3, 27.631321090931547783",
        "1e6, 0.002, 0.027631020117928383115",
        "1e6, 9.5, 131.24739067553947953"
    })
    void differencesAreExactRelativeToTheStep(double x, double step, double expected) {
        assertThat(Stirling.logGammaDifference(x, step))
                .isCloseTo(expected, within(8e-15 * Math.min(1, step) + 4e-16 * Math.abs(expected)));
    }
}
