package io.pathwise.processor.rules;

import static io.pathwise.processor.simplify.Algebra.divide;
import static io.pathwise.processor.simplify.Algebra.negate;
import static io.pathwise.processor.simplify.Algebra.number;

import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.SamplerRule.Noise;
import io.pathwise.processor.rules.SamplerRule.Partials;
import io.pathwise.processor.rules.SamplerRule.Transform;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The rules of the draws of numbers that draws of arrays are made of. Their parameters are checked as whole arrays. */
final class ElementSamplers {
    private static final String RUNTIME = "io.pathwise.runtime.";

    static final Function NORMAL = function("Sampler.normal", "normal", 2);
    static final Function STANDARD_NORMAL = function("Sampler.normal", "normal", 0);
    static final Function LOG_GAMMA = function("DirichletSampler", "logGamma", 1);
    static final Function SCORE = function("GumbelSoftmaxSampler", "score", 2);

    private ElementSamplers() {}

    static List<SamplerEntry> entries() {
        return List.of(normal(), standardNormal(), logGamma(), score());
    }

    private static Function function(String owner, String name, int arity) {
        List<Type> types = Collections.nCopies(arity, Primitive.DOUBLE);
        return new Function(RUNTIME + owner, name, types, Primitive.DOUBLE);
    }

    private static SamplerEntry normal() {
        return entry(
                NORMAL,
                Noise.NORMAL,
                List.of("mean", "standardDeviation"),
                (parameters, eps) -> SourceArithmetic.affine(parameters.get(0), parameters.get(1), eps),
                (parameters, eps, z) -> List.of(Partial.of(number(1)), Partial.of(eps)),
                "1",
                "ε");
    }

    private static SamplerEntry standardNormal() {
        return entry(
                STANDARD_NORMAL, Noise.NORMAL, List.of(), (parameters, eps) -> eps, (parameters, eps, z) -> List.of());
    }

    private static SamplerEntry logGamma() {
        return entry(
                LOG_GAMMA,
                Noise.UNIFORM,
                List.of("concentration"),
                (parameters, u) -> SamplerEntry.call("dirichlet", "logGamma", parameters.get(0), u),
                (parameters, u, z) ->
                        List.of(Partial.of(SamplerEntry.call("dirichlet", "logGammaPartial", parameters.get(0), z))),
                "−(∂F/∂concentration) / f");
    }

    private static SamplerEntry score() {
        return entry(
                SCORE,
                Noise.UNIFORM,
                List.of("logit", "temperature"),
                (parameters, u) -> SamplerEntry.call("gumbelSoftmax", "score", parameters.get(0), parameters.get(1), u),
                (parameters, u, z) -> List.of(
                        Partial.of(divide(number(1), parameters.get(1))),
                        Partial.of(negate(divide(z, parameters.get(1))))),
                "1 / temperature",
                "−z / temperature");
    }

    private static SamplerEntry entry(
            Function function,
            Noise noise,
            List<String> parameters,
            Transform transform,
            Partials partials,
            String... formulas) {
        return new SamplerEntry(
                function, new SamplerRule(noise, parameters, Optional.empty(), transform, partials, List.of(formulas)));
    }
}
