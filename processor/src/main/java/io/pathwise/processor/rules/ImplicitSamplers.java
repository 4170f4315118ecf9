package io.pathwise.processor.rules;

import static io.pathwise.processor.rules.SamplerEntry.call;
import static io.pathwise.processor.rules.SamplerEntry.formula;
import static io.pathwise.processor.rules.SamplerEntry.runtime;
import static io.pathwise.processor.rules.SamplerEntry.standardQuantile;
import static io.pathwise.processor.rules.SamplerParameter.finite;
import static io.pathwise.processor.rules.SamplerParameter.positive;
import static io.pathwise.processor.simplify.Algebra.divide;
import static io.pathwise.processor.simplify.Algebra.multiply;
import static io.pathwise.processor.simplify.Algebra.number;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.rules.SamplerRule.Noise;
import java.util.List;

/**
 * The rules of the samplers that invert a distribution function F without a closed form: {@code ∂z/∂θ = −(∂F/∂θ) / f},
 * f being the density, which the runtime computes. Location and scale are differentiated in closed form.
 */
final class ImplicitSamplers {
    private ImplicitSamplers() {}

    static List<SamplerEntry> entries() {
        return List.of(
                shapeAndScale("gamma"),
                shapeAndScale("inverseGamma"),
                chiSquared(),
                beta(),
                studentT(),
                studentTWithLocationAndScale(),
                fisherF(),
                vonMises(),
                inverseGaussian(),
                truncatedNormal(),
                normalMixture());
    }

    private static SamplerEntry shapeAndScale(String name) {
        return runtime(
                name,
                List.of("shape", "scale"),
                (parameters, u, z) -> List.of(
                        Partial.of(call(name, "shapePartial", parameters.get(0), parameters.get(1), z)),
                        Partial.of(divide(z, parameters.get(1)))),
                implicit("shape"),
                "z / scale");
    }

    private static SamplerEntry chiSquared() {
        return runtime(
                "chiSquared",
                List.of("degreesOfFreedom"),
                (parameters, u, z) ->
                        List.of(Partial.of(call("chiSquared", "degreesOfFreedomPartial", parameters.get(0), z))),
                implicit("degreesOfFreedom"));
    }

    private static SamplerEntry beta() {
        return runtime(
                "beta",
                List.of("alpha", "beta"),
                (parameters, u, z) -> {
                    Expression[] all = {parameters.get(0), parameters.get(1), u, z};
                    return List.of(
                            Partial.of(call("beta", "alphaPartial", all)),
                            Partial.of(call("beta", "betaPartial", all)));
                },
                implicit("alpha"),
                implicit("beta"));
    }

    private static SamplerEntry studentT() {
        return runtime(
                "studentT",
                List.of("degreesOfFreedom"),
                (parameters, u, z) -> List.of(Partial.of(degreesOfFreedomPartial(parameters.get(0), z))),
                implicit("degreesOfFreedom"));
    }

    private static SamplerEntry studentTWithLocationAndScale() {
        return formula(
                "studentT",
                Noise.UNIFORM,
                List.of(positive("degreesOfFreedom"), finite("location"), positive("scale")),
                (parameters, u) -> SourceArithmetic.affine(
                        parameters.get(1), parameters.get(2), standardQuantile("studentT", parameters.get(0), u)),
                (parameters, u, z) -> {
                    Expression degreesOfFreedom = parameters.get(0);
                    Expression t = standardQuantile("studentT", degreesOfFreedom, u);
                    return List.of(
                            Partial.of(multiply(parameters.get(2), degreesOfFreedomPartial(degreesOfFreedom, t))),
                            Partial.of(number(1)),
                            Partial.of(t));
                },
                implicit("degreesOfFreedom"),
                "1",
                "F⁻¹(u)");
    }

    private static Expression degreesOfFreedomPartial(Expression degreesOfFreedom, Expression t) {
        return call("studentT", "degreesOfFreedomPartial", degreesOfFreedom, t);
    }

    private static SamplerEntry fisherF() {
        return runtime(
                "fisherF",
                List.of("degreesOfFreedom1", "degreesOfFreedom2"),
                (parameters, u, z) -> {
                    Expression[] all = {parameters.get(0), parameters.get(1), z};
                    return List.of(
                            Partial.of(call("fisherF", "degreesOfFreedom1Partial", all)),
                            Partial.of(call("fisherF", "degreesOfFreedom2Partial", all)));
                },
                implicit("degreesOfFreedom1"),
                implicit("degreesOfFreedom2"));
    }

    private static SamplerEntry vonMises() {
        return runtime(
                "vonMises",
                List.of("mean", "concentration"),
                (parameters, u, z) -> List.of(
                        Partial.of(number(1)),
                        Partial.of(
                                call("vonMises", "concentrationPartial", parameters.get(0), parameters.get(1), u, z))),
                "1",
                implicit("concentration"));
    }

    private static SamplerEntry inverseGaussian() {
        return runtime(
                "inverseGaussian",
                List.of("mean", "shape"),
                (parameters, u, z) -> {
                    Expression mean = parameters.get(0);
                    Expression shape = parameters.get(1);
                    return List.of(
                            Partial.of(call("inverseGaussian", "meanPartial", mean, shape, z)),
                            Partial.of(call("inverseGaussian", "shapePartial", mean, shape, u, z)));
                },
                implicit("mean"),
                implicit("shape"));
    }

    private static SamplerEntry truncatedNormal() {
        return runtime(
                "truncatedNormal",
                List.of("mean", "standardDeviation", "lower", "upper"),
                (parameters, u, z) -> {
                    Expression mean = parameters.get(0);
                    Expression deviation = parameters.get(1);
                    Expression lower = parameters.get(2);
                    Expression upper = parameters.get(3);
                    String name = "truncatedNormal";
                    return List.of(
                            Partial.of(call(name, "meanPartial", mean, deviation, lower, upper, u, z)),
                            Partial.of(call(name, "standardDeviationPartial", mean, deviation, lower, upper, u, z)),
                            Partial.of(call(name, "lowerPartial", mean, deviation, lower, u, z)),
                            Partial.of(call(name, "upperPartial", mean, deviation, upper, u, z)));
                },
                implicit("mean"),
                implicit("standardDeviation"),
                "(1 − u) f(lower) / f(z)",
                "u f(upper) / f(z)");
    }

    /** The partial derivatives in arrays are arrays: calls that write to one more argument. */
    private static SamplerEntry normalMixture() {
        String name = "normalMixture";
        List<String> parameters = List.of("weights", "means", "standardDeviations");
        return SamplerEntry.ofArrays(
                name,
                parameters,
                (arguments, u, z) -> parameters.stream()
                        .map(each -> Partial.of(SamplerEntry.partials(name, each, arguments, u, z)))
                        .toList(),
                implicit("weights"),
                implicit("means"),
                implicit("standardDeviations"));
    }

    /** The derivative of the inverse of a distribution function. */
    private static String implicit(String parameter) {
        return "−(∂F/∂" + parameter + ") / f";
    }
}
