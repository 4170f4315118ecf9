package io.pathwise.processor.rules;

import static io.pathwise.processor.simplify.Algebra.call;
import static io.pathwise.processor.simplify.Algebra.multiply;
import static io.pathwise.processor.simplify.Algebra.negate;
import static io.pathwise.processor.simplify.Algebra.number;
import static io.pathwise.processor.simplify.Algebra.subtract;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.SamplerRule.Noise;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of the samplers: how each transforms its noise, and the derivatives of that. */
final class SamplerRules {
    private static final String OWNER = "io.pathwise.runtime.Sampler";
    private static final String MATH = "java.lang.Math";

    private static final SamplerRule NORMAL = new SamplerRule(
            Noise.NORMAL,
            List.of("mean", "standardDeviation"),
            (parameters, eps) -> affine(parameters.get(0), parameters.get(1), eps),
            (parameters, eps, z) -> List.of(Partial.of(number(1)), Partial.of(eps)),
            List.of("1", "ε"));

    private static final SamplerRule LOG_NORMAL = new SamplerRule(
            Noise.NORMAL,
            List.of("mu", "sigma"),
            (parameters, eps) -> call(MATH, "exp", affine(parameters.get(0), parameters.get(1), eps)),
            (parameters, eps, z) -> List.of(Partial.of(z), Partial.of(multiply(eps, z))),
            List.of("z", "ε z"));

    private static final SamplerRule UNIFORM = new SamplerRule(
            Noise.UNIFORM,
            List.of("lower", "upper"),
            (parameters, u) -> {
                Expression lower = parameters.get(0);
                Expression upper = parameters.get(1);
                return affine(lower, SourceArithmetic.subtract(upper, lower), u);
            },
            (parameters, u, z) -> List.of(Partial.of(subtract(number(1), u)), Partial.of(u)),
            List.of("1 − u", "u"));

    private static final SamplerRule EXPONENTIAL = new SamplerRule(
            Noise.UNIFORM,
            List.of("scale"),
            (parameters, u) ->
                    SourceArithmetic.multiply(SourceArithmetic.negate(parameters.get(0)), logOfComplement(u)),
            (parameters, u, z) -> List.of(Partial.of(negate(logOfComplement(u)))),
            List.of("−log1p(−u)"));

    private static final Map<String, SamplerRule> BY_NAME =
            Map.of("normal", NORMAL, "logNormal", LOG_NORMAL, "uniform", UNIFORM, "exponential", EXPONENTIAL);

    private SamplerRules() {}

    static Optional<SamplerRule> find(Function sampler) {
        return Optional.ofNullable(BY_NAME.get(sampler.name()))
                .filter(rule -> sampler.equals(scalarSampler(sampler.name(), rule)));
    }

    private static Function scalarSampler(String name, SamplerRule rule) {
        int parameters = rule.parameters().size();
        return new Function(OWNER, name, Collections.nCopies(parameters, Primitive.DOUBLE), Primitive.DOUBLE);
    }

    private static Expression affine(Expression shift, Expression scale, Expression noise) {
        return SourceArithmetic.add(shift, SourceArithmetic.multiply(scale, noise));
    }

    private static Expression logOfComplement(Expression u) {
        return call(MATH, "log1p", negate(u));
    }
}
