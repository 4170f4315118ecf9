package io.pathwise.samples.benchmarks.samplers;

import io.pathwise.runtime.BetaSampler;
import io.pathwise.runtime.GammaSampler;
import io.pathwise.runtime.StudentTSampler;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.hipparchus.distribution.RealDistribution;

/** Who inverts a distribution function: the samplers, or a library. Objects are made before the first draw. */
public enum QuantileLibrary {
    /** The transforms of the samplers. */
    PATHWISE("Pathwise"),

    /** Apache Commons Statistics. */
    COMMONS_STATISTICS("Commons Statistics"),

    /** Hipparchus. */
    HIPPARCHUS("Hipparchus");

    private final String title;

    QuantileLibrary(String title) {
        this.title = title;
    }

    /** The library's name. */
    public String title() {
        return title;
    }

    /** The inverse distribution function of the gamma distribution of scale 1, of the beta, or of Student's. */
    public DoubleUnaryOperator quantile(String sampler, double... parameters) {
        return switch (this) {
            case PATHWISE -> pathwise(sampler, parameters);
            case COMMONS_STATISTICS -> commons(sampler, parameters)::inverseCumulativeProbability;
            case HIPPARCHUS -> hipparchus(sampler, parameters)::inverseCumulativeProbability;
        };
    }

    private static DoubleUnaryOperator pathwise(String sampler, double... p) {
        return switch (sampler) {
            case "gamma" -> u -> GammaSampler.value(p[0], 1, u);
            case "beta" -> u -> BetaSampler.value(p[0], p[1], u);
            case "studentT" -> u -> StudentTSampler.value(p[0], u);
            default -> throw new IllegalArgumentException(sampler);
        };
    }

    private static ContinuousDistribution commons(String sampler, double... p) {
        return switch (sampler) {
            case "gamma" -> org.apache.commons.statistics.distribution.GammaDistribution.of(p[0], 1);
            case "beta" -> org.apache.commons.statistics.distribution.BetaDistribution.of(p[0], p[1]);
            case "studentT" -> org.apache.commons.statistics.distribution.TDistribution.of(p[0]);
            default -> throw new IllegalArgumentException(sampler);
        };
    }

    private static RealDistribution hipparchus(String sampler, double... p) {
        return switch (sampler) {
            case "gamma" -> new org.hipparchus.distribution.continuous.GammaDistribution(p[0], 1);
            case "beta" -> new org.hipparchus.distribution.continuous.BetaDistribution(p[0], p[1]);
            case "studentT" -> new org.hipparchus.distribution.continuous.TDistribution(p[0]);
            default -> throw new IllegalArgumentException(sampler);
        };
    }
}
