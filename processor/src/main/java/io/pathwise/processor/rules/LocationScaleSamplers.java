package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.SamplerEntry.formula;
import static io.pathwise.processor.rules.SamplerEntry.standardQuantile;
import static io.pathwise.processor.rules.SamplerParameter.finite;
import static io.pathwise.processor.rules.SamplerParameter.positive;
import static io.pathwise.processor.simplify.Algebra.call;
import static io.pathwise.processor.simplify.Algebra.multiply;
import static io.pathwise.processor.simplify.Algebra.negate;
import static io.pathwise.processor.simplify.Algebra.number;
import static io.pathwise.processor.simplify.Algebra.subtract;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.rules.SamplerRule.Noise;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rules of the samplers that shift and scale a standard draw q(u) of uniform noise u. */
final class LocationScaleSamplers {
    private static final String MATH = "java.lang.Math";

    private LocationScaleSamplers() {}

    static List<SamplerEntry> entries() {
        return List.of(
                uniform(),
                exponential(),
                gumbel(),
                locationScale("laplace", "sign(u − ½) (−log(1 − |2u − 1|))"),
                locationScale("logistic", "log(u / (1 − u))"),
                locationScale("cauchy", "tan(π (u − ½))"),
                scale("halfCauchy", u -> standardQuantile("halfCauchy", u), "tan(π u / 2)"),
                scale("rayleigh", LocationScaleSamplers::rayleigh, "√(−2 log1p(−u))"));
    }

    private static SamplerEntry uniform() {
        return formula(
                "uniform",
                Noise.UNIFORM,
                List.of(finite("lower"), finite("upper")),
                ends -> ends[0] < ends[1] && Double.isFinite(ends[1] - ends[0]),
                (parameters, u) -> {
                    Expression lower = parameters.get(0);
                    Expression upper = parameters.get(1);
                    return SourceArithmetic.affine(lower, SourceArithmetic.subtract(upper, lower), u);
                },
                (parameters, u, z) -> List.of(Partial.of(subtract(number(1), u)), Partial.of(u)),
                "1 − u",
                "u");
    }

    private static SamplerEntry exponential() {
        return formula(
                "exponential",
                Noise.UNIFORM,
                List.of(positive("scale")),
                (parameters, u) -> SourceArithmetic.multiply(
                        SourceArithmetic.negate(parameters.get(0)), ClosedFormSamplers.logOfComplement(u)),
                (parameters, u, z) -> List.of(Partial.of(negate(ClosedFormSamplers.logOfComplement(u)))),
                "−log1p(−u)");
    }

    private static SamplerEntry gumbel() {
        return formula(
                "gumbel",
                Noise.UNIFORM,
                List.of(finite("location"), positive("scale")),
                (parameters, u) -> SourceArithmetic.subtract(
                        parameters.get(0),
                        SourceArithmetic.multiply(parameters.get(1), ClosedFormSamplers.logOfMinusLog(u))),
                (parameters, u, z) ->
                        List.of(Partial.of(number(1)), Partial.of(negate(ClosedFormSamplers.logOfMinusLog(u)))),
                "1",
                "−log(−log(u))");
    }

    private static SamplerEntry locationScale(String name, String quantile) {
        return formula(
                name,
                Noise.UNIFORM,
                List.of(finite("location"), positive("scale")),
                (parameters, u) ->
                        SourceArithmetic.affine(parameters.get(0), parameters.get(1), standardQuantile(name, u)),
                (parameters, u, z) -> List.of(Partial.of(number(1)), Partial.of(standardQuantile(name, u))),
                "1",
                quantile);
    }

    private static SamplerEntry scale(String name, UnaryOperator<Expression> quantile, String formula) {
        return formula(
                name,
                Noise.UNIFORM,
                List.of(positive("scale")),
                (parameters, u) -> SourceArithmetic.multiply(parameters.get(0), quantile.apply(u)),
                (parameters, u, z) -> List.of(Partial.of(quantile.apply(u))),
                formula);
    }

    private static Expression rayleigh(Expression u) {
        return call(MATH, "sqrt", multiply(number(-2), ClosedFormSamplers.logOfComplement(u)));
    }
}
