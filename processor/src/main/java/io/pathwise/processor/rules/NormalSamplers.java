package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.SamplerEntry.formula;
import static io.pathwise.processor.rules.SamplerParameter.finite;
import static io.pathwise.processor.rules.SamplerParameter.notNegative;
import static io.pathwise.processor.rules.SamplerParameter.positive;
import static io.pathwise.processor.simplify.Algebra.call;
import static io.pathwise.processor.simplify.Algebra.multiply;
import static io.pathwise.processor.simplify.Algebra.number;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.rules.SamplerRule.Noise;
import java.util.List;

/** The rules of the samplers that transform normal noise. */
final class NormalSamplers {
    private static final String MATH = "java.lang.Math";

    private NormalSamplers() {}

    static List<SamplerEntry> entries() {
        return List.of(
                formula(
                        "normal",
                        Noise.NORMAL,
                        List.of(finite("mean"), notNegative("standardDeviation")),
                        (parameters, eps) -> SourceArithmetic.affine(parameters.get(0), parameters.get(1), eps),
                        (parameters, eps, z) -> List.of(Partial.of(number(1)), Partial.of(eps)),
                        "1",
                        "ε"),
                formula(
                        "logNormal",
                        Noise.NORMAL,
                        List.of(finite("mu"), notNegative("sigma")),
                        (parameters, eps) ->
                                call(MATH, "exp", SourceArithmetic.affine(parameters.get(0), parameters.get(1), eps)),
                        (parameters, eps, z) -> List.of(Partial.of(z), Partial.of(multiply(eps, z))),
                        "z",
                        "ε z"),
                formula(
                        "halfNormal",
                        Noise.NORMAL,
                        List.of(positive("scale")),
                        (parameters, eps) -> SourceArithmetic.multiply(parameters.get(0), size(eps)),
                        (parameters, eps, z) -> List.of(Partial.of(size(eps))),
                        "|ε|"));
    }

    private static Expression size(Expression eps) {
        return call(MATH, "abs", eps);
    }
}
