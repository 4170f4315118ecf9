package io.pathwise.processor.rules;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.SamplerRule.Noise;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sampler of whole numbers: the class of the runtime that knows its outcomes and the weights of their alternatives.
 *
 * @param sampler the sampler
 * @param owner the class of the runtime
 * @param parameters names of the parameters; the last is the one in which the distribution is differentiated
 * @param outcome the runtime's method that turns a uniform number into an outcome
 */
public record DiscreteRule(Function sampler, String owner, List<String> parameters, String outcome) {
    private static final String PACKAGE = "io.pathwise.runtime.discrete.";
    private static final Type DOUBLES = new Type.ArrayOf(Primitive.DOUBLE);

    private static final String OUTCOME = "outcome";
    /** What comparisons of a uniform number are drawn by, which no parameter makes fail: where 1 is true, and where 0 is. */
    private static final DiscreteRule BELOW = comparison("below");

    private static final DiscreteRule NOT_ABOVE = comparison("notAbove");

    private static final Map<Function, DiscreteRule> RULES = Stream.of(
                    BELOW,
                    NOT_ABOVE,
                    rule("bernoulli", List.of("p"), Primitive.DOUBLE),
                    rule("binomial", List.of("trials", "p"), Primitive.INT, Primitive.DOUBLE),
                    rule("poisson", List.of("mean"), Primitive.DOUBLE),
                    rule("geometric", List.of("p"), Primitive.DOUBLE),
                    rule("negativeBinomial", List.of("successes", "p"), Primitive.INT, Primitive.DOUBLE),
                    rule("categorical", List.of("weights"), DOUBLES))
            .collect(Collectors.toUnmodifiableMap(DiscreteRule::sampler, each -> each));

    public DiscreteRule {
        parameters = List.copyOf(parameters);
    }

    /** The rule of a sampler; empty for samplers of real numbers. */
    public static Optional<DiscreteRule> of(Function sampler) {
        return Optional.ofNullable(RULES.get(sampler));
    }

    /**
     * The sampler of the distribution of 0 and 1 that stands for a comparison of a uniform number with its probability: with
     * NaN the comparison is false.
     *
     * @param whenTrue the outcome where the comparison is true
     */
    public static Function comparison(int whenTrue) {
        return (whenTrue == 1 ? BELOW : NOT_ABOVE).sampler();
    }

    /** No method of the user's draws so, hence the owner of its own. */
    private static DiscreteRule comparison(String outcome) {
        String owner = PACKAGE + "Bernoulli";
        Function sampler = new Function(owner + "." + outcome, "bernoulli", List.of(Primitive.DOUBLE), Primitive.INT);
        return new DiscreteRule(sampler, owner, List.of("p"), outcome);
    }

    private static DiscreteRule rule(String name, List<String> parameters, Type... types) {
        Function sampler = new Function("io.pathwise.runtime.Sampler", name, Arrays.asList(types), Primitive.INT);
        String simpleName = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return new DiscreteRule(sampler, PACKAGE + simpleName, parameters, OUTCOME);
    }

    /** Whether the function is an inversion that takes more than a comparison. */
    public static boolean isDear(Function function) {
        return function.owner().startsWith(PACKAGE) && !function.owner().equals(PACKAGE + "Bernoulli");
    }

    /** The rule by which the draw transforms its uniform number; its derivatives are those between jumps. */
    SamplerRule transform() {
        List<String> formulas = parameters.stream().map(each -> "0").toList();
        return new SamplerRule(
                Noise.UNIFORM,
                parameters,
                Optional.empty(),
                (arguments, u) -> call(outcome, Primitive.INT, arguments, u),
                (arguments, u, draw) -> arguments.stream()
                        .map(each -> Partial.of(Algebra.number(0)))
                        .toList(),
                formulas);
    }

    /** A call of an inversion as one that takes any parameters; other expressions as they are. */
    public static Expression bounded(Expression expression) {
        boolean isOutcome = expression instanceof Call call
                && call.function().owner().startsWith(PACKAGE)
                && call.function().name().equals(OUTCOME)
                && call.function().parameters().stream().noneMatch(Type.ArrayOf.class::isInstance);
        if (!isOutcome) {
            return expression;
        }
        Call call = (Call) expression;
        Function strict = call.function();
        Function bounded = new Function(strict.owner(), "boundedOutcome", strict.parameters(), strict.result());
        return new Call(bounded, call.arguments(), call.position());
    }

    /** Whether the distribution is differentiated in an array. */
    public boolean isVector() {
        return sampler.parameters().get(differentiated()).equals(DOUBLES);
    }

    /** Which parameter the distribution is differentiated in. */
    public int differentiated() {
        return parameters.size() - 1;
    }

    /** A call of a function of the distribution: its parameters, then the others. */
    public Call call(String name, Type result, List<Expression> arguments, Expression... others) {
        List<Expression> all = new ArrayList<>(arguments);
        all.addAll(Arrays.asList(others));
        List<Type> types = all.stream().map(Expression::type).toList();
        return new Call(new Function(owner, name, types, result), all, Position.NONE);
    }
}
