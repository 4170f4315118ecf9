package io.pathwise.processor.rules;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.SamplerRule.Check;
import io.pathwise.processor.rules.SamplerRule.Noise;
import io.pathwise.processor.rules.SamplerRule.Partials;
import io.pathwise.processor.rules.SamplerRule.Transform;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One line of the table of samplers.
 *
 * @param sampler the overload that is differentiated
 * @param rule how
 */
record SamplerEntry(Function sampler, SamplerRule rule) {
    private static final String RUNTIME = "io.pathwise.runtime.";

    /** Holds the checks of parameters. */
    static final String CHECKS = RUNTIME + "Parameters";

    private static final Type DOUBLES = new Type.ArrayOf(Primitive.DOUBLE);

    /** A sampler whose transform generated code spells out. */
    static SamplerEntry formula(
            String name,
            Noise noise,
            List<SamplerParameter> parameters,
            Transform transform,
            Partials partials,
            String... formulas) {
        return formula(name, noise, parameters, values -> true, transform, partials, formulas);
    }

    /** The same with a condition on several parameters, beside the range of each. */
    static SamplerEntry formula(
            String name,
            Noise noise,
            List<SamplerParameter> parameters,
            Predicate<double[]> together,
            Transform transform,
            Partials partials,
            String... formulas) {
        Function function = new Function(CHECKS, "check" + capitalized(name), doubles(parameters), null);
        Predicate<double[]> each = values -> IntStream.range(0, values.length)
                .allMatch(i -> parameters.get(i).admits(values[i]));
        List<String> names = parameters.stream().map(SamplerParameter::name).toList();
        Check check = new Check(function, each.and(together));
        return of(name, new SamplerRule(noise, names, Optional.of(check), transform, partials, List.of(formulas)));
    }

    /** A sampler of uniform noise whose transform the runtime computes, checking the parameters. */
    static SamplerEntry runtime(String name, List<String> parameters, Partials partials, String... formulas) {
        return of(name, runtimeRule(name, parameters, partials, formulas));
    }

    /** The same for a sampler of numbers whose parameters are arrays. */
    static SamplerEntry ofArrays(String name, List<String> parameters, Partials partials, String... formulas) {
        List<Type> types = Collections.nCopies(parameters.size(), DOUBLES);
        Function sampler = new Function(RUNTIME + "Sampler", name, types, Primitive.DOUBLE);
        return new SamplerEntry(sampler, runtimeRule(name, parameters, partials, formulas));
    }

    private static SamplerRule runtimeRule(
            String name, List<String> parameters, Partials partials, String... formulas) {
        Transform transform = (arguments, noise) -> {
            List<Expression> all = new ArrayList<>(arguments);
            all.add(noise);
            return call(name, "value", all.toArray(Expression[]::new));
        };
        return new SamplerRule(Noise.UNIFORM, parameters, Optional.empty(), transform, partials, List.of(formulas));
    }

    /** The partial derivatives of a draw in an array, as a call that takes the array to write them to besides. */
    static Expression partials(
            String sampler, String parameter, List<Expression> arguments, Expression u, Expression z) {
        List<Expression> all = new ArrayList<>(arguments);
        all.addAll(List.of(u, z));
        List<Type> types = all.stream().map(Expression::type).toList();
        String owner = RUNTIME + capitalized(sampler) + "Sampler";
        return new Call(new Function(owner, parameter + "Partials", types, DOUBLES), all, Position.NONE);
    }

    /** A call of a function of a sampler's class in the runtime. */
    static Expression call(String sampler, String name, Expression... arguments) {
        return Algebra.call(RUNTIME + capitalized(sampler) + "Sampler", name, arguments);
    }

    /** A call of an inverse distribution function in its standard form. */
    static Expression standardQuantile(String sampler, Expression... arguments) {
        return Algebra.call(RUNTIME + "StandardQuantile", sampler, arguments);
    }

    private static SamplerEntry of(String name, SamplerRule rule) {
        return new SamplerEntry(
                new Function(RUNTIME + "Sampler", name, doubles(rule.parameters()), Primitive.DOUBLE), rule);
    }

    private static List<Type> doubles(List<?> parameters) {
        return Collections.nCopies(parameters.size(), Primitive.DOUBLE);
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
