package io.pathwise.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ends of the interval may be infinite. */
class TruncatedNormalSamplerTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** With quantiles of the standard normal distribution. */
    @ParameterizedTest
    @CsvSource({"1e-12, -7.0344838253011321", "0.3, -0.52440051270804082", "0.5, 0", "0.84, 0.99445788320975315"})
    void withoutEndsItIsNormal(double u, double eps) {
        double mean = 0.3;
        double deviation = 1.2;
        double z = TruncatedNormalSampler.value(mean, deviation, -INFINITY, INFINITY, u);
        assertThat(z).isCloseTo(mean + deviation * eps, within(2e-15 * (1 + Math.abs(z))));
        assertThat(TruncatedNormalSampler.meanPartial(mean, deviation, -INFINITY, INFINITY, u, z))
                .isCloseTo(1, within(4e-15));
        assertThat(TruncatedNormalSampler.standardDeviationPartial(mean, deviation, -INFINITY, INFINITY, u, z))
                .isCloseTo(eps, within(8e-15));
        assertThat(TruncatedNormalSampler.lowerPartial(mean, deviation, -INFINITY, u, z))
                .isZero();
        assertThat(TruncatedNormalSampler.upperPartial(mean, deviation, INFINITY, u, z))
                .isZero();
    }

    /** At one infinite end it is the limit of a far one, and the mirror image of the other. */
    @ParameterizedTest
    @CsvSource({"-5, 1e-9", "-0.4, 0.2", "1.7, 0.77", "3.2, 0.5", "8, 0.999999", "60, 0.04"})
    void anInfiniteEndIsAFarOne(double lower, double u) {
        double far = Math.abs(lower) + 60;
        double z = TruncatedNormalSampler.value(0, 1, lower, INFINITY, u);
        double inMean = TruncatedNormalSampler.meanPartial(0, 1, lower, INFINITY, u, z);
        double inDeviation = TruncatedNormalSampler.standardDeviationPartial(0, 1, lower, INFINITY, u, z);
        assertThat(z).isCloseTo(TruncatedNormalSampler.value(0, 1, lower, far, u), within(1e-15 * Math.abs(z)));
        assertThat(inMean)
                .isCloseTo(
                        TruncatedNormalSampler.meanPartial(0, 1, lower, far, u, z), within(1e-13 * Math.abs(inMean)));
        assertThat(inDeviation)
                .isCloseTo(
                        TruncatedNormalSampler.standardDeviationPartial(0, 1, lower, far, u, z),
                        within(1e-13 * Math.abs(inDeviation)));
        assertThat(TruncatedNormalSampler.upperPartial(0, 1, INFINITY, u, z)).isZero();
        double mirrored = TruncatedNormalSampler.value(0, 1, -INFINITY, -lower, 1 - u);
        assertThat(mirrored).isCloseTo(-z, within(1e-10 * Math.abs(z)));
        assertThat(TruncatedNormalSampler.lowerPartial(0, 1, -INFINITY, 1 - u, mirrored))
                .isZero();
    }
}
