package io.pathwise.processor.rules;

import io.pathwise.processor.program.Function;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the samplers: how each transforms its noise, and the derivatives of that. */
final class SamplerRules {
    private static final String RUNTIME = "io.pathwise.runtime.";

    private static final Map<Function, SamplerRule> RULES = Stream.of(
                    NormalSamplers.entries(),
                    LocationScaleSamplers.entries(),
                    ClosedFormSamplers.entries(),
                    ImplicitSamplers.entries(),
                    ElementSamplers.entries())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(SamplerEntry::sampler, SamplerEntry::rule));

    /** Samplers that draw no negative numbers. */
    private static final Set<String> NOT_NEGATIVE = Set.of(
            "logNormal",
            "halfNormal",
            "exponential",
            "halfCauchy",
            "rayleigh",
            "weibull",
            "frechet",
            "pareto",
            "logLogistic",
            "kumaraswamy",
            "gompertz",
            "gamma",
            "chiSquared",
            "inverseGamma",
            "beta",
            "fisherF",
            "inverseGaussian",
            "relaxedBernoulli");

    /** Samplers that only shift and scale their noise. */
    private static final Set<String> CHEAP = Set.of("normal", "halfNormal", "uniform");

    private SamplerRules() {}

    static Optional<SamplerRule> find(Function sampler) {
        return Optional.ofNullable(RULES.get(sampler));
    }

    static boolean isNotNegative(Function sampler) {
        return NOT_NEGATIVE.contains(sampler.name());
    }

    /** Whether a function is a sampler whose transform is more than sums and products, or a part of such a transform. */
    static boolean isDear(Function function) {
        return isPart(function) || RULES.containsKey(function) && !CHEAP.contains(function.name());
    }

    /** Whether the function is what a transform or a derivative is made of. */
    private static boolean isPart(Function function) {
        String owner = function.owner();
        return owner.equals(RUNTIME + "StandardQuantile")
                || owner.startsWith(RUNTIME) && owner.endsWith("Sampler") && !owner.equals(RUNTIME + "Sampler");
    }
}
