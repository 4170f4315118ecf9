package io.pathwise.processor.rules;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Function;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How one sampler is differentiated: its transform z = g(θ, ε) of the base noise ε and the partial derivatives ∂z/∂θ.
 *
 * @param noise the base noise
 * @param parameters names of the parameters θ, in order
 * @param check what checks the parameters before a draw; absent if the transform does so itself
 * @param transform the value
 * @param partials the partial derivatives in the parameters
 * @param formulas the partial derivatives as a comment states them, {@code z} standing for the draw, in order
 */
public record SamplerRule(
        Noise noise,
        List<String> parameters,
        Optional<Check> check,
        Transform transform,
        Partials partials,
        List<String> formulas) {
    public SamplerRule {
        parameters = List.copyOf(parameters);
        formulas = List.copyOf(formulas);
    }

    /** The kinds of base noise. */
    public enum Noise {
        /** Standard normal: {@code eps}, {@code normals}. */
        NORMAL,
        /** Uniform on (0, 1): {@code u}, {@code uniforms}. */
        UNIFORM
    }

    /**
     * The check of a sampler's parameters.
     *
     * @param function the method of the runtime that throws an exception if a parameter is out of its range
     * @param holds whether it lets numbers pass
     */
    public record Check(Function function, Predicate<double[]> holds) {}

    /** Whether the function is the check of a sampler's parameters. */
    public static boolean isCheck(Function function) {
        return function.owner().equals(SamplerEntry.CHECKS);
    }

    /** The transform of a sampler. */
    @FunctionalInterface
    public interface Transform {
        /** The draw as an expression of parameters and noise. */
        Expression of(List<Expression> parameters, Expression noise);
    }

    /** The partial derivatives of a sampler. */
    @FunctionalInterface
    public interface Partials {
        /** The partial derivative in each parameter, in order; {@code draw} is the draw's value, already computed. */
        List<Partial> of(List<Expression> parameters, Expression noise, Expression draw);
    }
}
