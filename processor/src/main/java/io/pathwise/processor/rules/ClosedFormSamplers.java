package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.SamplerEntry.formula;
import static io.pathwise.processor.rules.SamplerEntry.runtime;
import static io.pathwise.processor.rules.SamplerEntry.standardQuantile;
import static io.pathwise.processor.rules.SamplerParameter.positive;
import static io.pathwise.processor.simplify.Algebra.call;
import static io.pathwise.processor.simplify.Algebra.compare;
import static io.pathwise.processor.simplify.Algebra.conditional;
import static io.pathwise.processor.simplify.Algebra.divide;
import static io.pathwise.processor.simplify.Algebra.multiply;
import static io.pathwise.processor.simplify.Algebra.negate;
import static io.pathwise.processor.simplify.Algebra.number;
import static io.pathwise.processor.simplify.Algebra.subtract;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.rules.SamplerRule.Noise;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rules of the samplers of uniform noise that have other parameters than location and scale, and closed forms. */
final class ClosedFormSamplers {
    private static final String MATH = "java.lang.Math";

    private ClosedFormSamplers() {}

    static List<SamplerEntry> entries() {
        return List.of(
                weibull(),
                frechet(),
                pareto(),
                logLogistic(),
                gompertz(),
                kumaraswamy(),
                triangular(),
                relaxedBernoulli());
    }

    private static SamplerEntry weibull() {
        return formula(
                "weibull",
                Noise.UNIFORM,
                List.of(positive("shape"), positive("scale")),
                (parameters, u) -> {
                    Expression power = SourceArithmetic.divide(number(1), parameters.get(0));
                    return SourceArithmetic.multiply(
                            parameters.get(1), call(MATH, "pow", negate(logOfComplement(u)), power));
                },
                (parameters, u, z) -> List.of(
                        Partial.of(zeroAtZero(
                                z,
                                negate(overSquare(
                                        multiply(z, call(MATH, "log", negate(logOfComplement(u)))),
                                        parameters.get(0))))),
                        Partial.of(divide(z, parameters.get(1)))),
                "−z log(−log1p(−u)) / shape²",
                "z / scale");
    }

    private static SamplerEntry frechet() {
        return formula(
                "frechet",
                Noise.UNIFORM,
                List.of(positive("shape"), positive("scale")),
                (parameters, u) ->
                        scaledPower(parameters.get(1), SourceArithmetic.negate(logOfMinusLog(u)), parameters.get(0)),
                (parameters, u, z) -> List.of(
                        Partial.of(zeroAtZero(z, overSquare(multiply(z, logOfMinusLog(u)), parameters.get(0)))),
                        Partial.of(divide(z, parameters.get(1)))),
                "z log(−log(u)) / shape²",
                "z / scale");
    }

    private static SamplerEntry pareto() {
        return scaleAndShape("pareto", u -> negate(logOfComplement(u)), "z log1p(−u) / shape²");
    }

    private static SamplerEntry logLogistic() {
        return scaleAndShape("logLogistic", u -> standardQuantile("logistic", u), "−z log(u / (1 − u)) / shape²");
    }

    /** {@code scale · exp(logarithm / shape)}. */
    private static SamplerEntry scaleAndShape(String name, UnaryOperator<Expression> logarithm, String formula) {
        return formula(
                name,
                Noise.UNIFORM,
                List.of(positive("scale"), positive("shape")),
                (parameters, u) -> scaledPower(parameters.get(0), logarithm.apply(u), parameters.get(1)),
                (parameters, u, z) -> List.of(
                        Partial.of(divide(z, parameters.get(0))),
                        Partial.of(zeroAtZero(
                                z, negate(overSquare(multiply(z, logarithm.apply(u)), parameters.get(1)))))),
                "z / scale",
                formula);
    }

    private static SamplerEntry gompertz() {
        return formula(
                "gompertz",
                Noise.UNIFORM,
                List.of(positive("shape"), positive("rate")),
                (parameters, u) -> {
                    Expression hazard = SourceArithmetic.divide(negate(logOfComplement(u)), parameters.get(0));
                    return SourceArithmetic.divide(call(MATH, "log1p", hazard), parameters.get(1));
                },
                (parameters, u, z) -> {
                    Expression shape = parameters.get(0);
                    Expression rate = parameters.get(1);
                    Expression steepness = multiply(multiply(shape, subtract(shape, logOfComplement(u))), rate);
                    return List.of(
                            Partial.of(divide(logOfComplement(u), steepness)), Partial.of(negate(divide(z, rate))));
                },
                "log1p(−u) / (shape (shape − log1p(−u)) rate)",
                "−z / rate");
    }

    private static SamplerEntry kumaraswamy() {
        return runtime(
                "kumaraswamy",
                List.of("a", "b"),
                (parameters, u, z) -> {
                    Expression[] all = {parameters.get(0), parameters.get(1), u, z};
                    return List.of(
                            Partial.of(SamplerEntry.call("kumaraswamy", "aPartial", all)),
                            Partial.of(SamplerEntry.call("kumaraswamy", "bPartial", all)));
                },
                "−z log(z^a) / a²",
                "z (1 − z^a) log1p(−u) / (z^a a b²)");
    }

    private static SamplerEntry triangular() {
        return runtime(
                "triangular",
                List.of("lower", "mode", "upper"),
                (parameters, u, z) -> {
                    Expression[] all = {parameters.get(0), parameters.get(1), parameters.get(2), u};
                    return List.of(
                            Partial.of(SamplerEntry.call("triangular", "lowerPartial", all)),
                            Partial.of(SamplerEntry.call("triangular", "modePartial", all)),
                            Partial.of(SamplerEntry.call("triangular", "upperPartial", all)));
                },
                "1 − ∂z/∂mode − ∂z/∂upper",
                "½ √(u (upper − lower) / (mode − lower)), beyond the mode ½ √((1 − u) (upper − lower) / (upper − mode))",
                "1 − ∂z/∂lower − ∂z/∂mode");
    }

    private static SamplerEntry relaxedBernoulli() {
        return runtime(
                "relaxedBernoulli",
                List.of("logit", "temperature"),
                (parameters, u, z) -> {
                    Expression[] all = {parameters.get(0), parameters.get(1), u};
                    return List.of(
                            Partial.of(SamplerEntry.call("relaxedBernoulli", "logitPartial", all)),
                            Partial.of(SamplerEntry.call("relaxedBernoulli", "temperaturePartial", all)));
                },
                "z (1 − z) / temperature",
                "−z (1 − z) log(z / (1 − z)) / temperature");
    }

    private static Expression scaledPower(Expression scale, Expression logarithm, Expression shape) {
        return SourceArithmetic.multiply(scale, call(MATH, "exp", SourceArithmetic.divide(logarithm, shape)));
    }

    private static Expression overSquare(Expression value, Expression shape) {
        return divide(value, multiply(shape, shape));
    }

    /** A derivative which where the draw is 0 would be 0 times an infinite logarithm. */
    private static Expression zeroAtZero(Expression z, Expression partial) {
        return conditional(compare(BinaryOperator.EQUAL, z, number(0)), number(0), partial);
    }

    /** {@code log1p(−u)}. */
    static Expression logOfComplement(Expression u) {
        return call(MATH, "log1p", negate(u));
    }

    /** {@code log(−log(u))}. */
    static Expression logOfMinusLog(Expression u) {
        return call(MATH, "log", negate(call(MATH, "log", u)));
    }
}
