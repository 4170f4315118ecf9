package io.pathwise.processor.rules;

import static io.pathwise.processor.simplify.Algebra.call;
import static io.pathwise.processor.simplify.Algebra.divide;
import static io.pathwise.processor.simplify.Algebra.is;
import static io.pathwise.processor.simplify.Algebra.literal;
import static io.pathwise.processor.simplify.Algebra.multiply;
import static io.pathwise.processor.simplify.Algebra.negate;
import static io.pathwise.processor.simplify.Algebra.number;
import static io.pathwise.processor.simplify.Algebra.subtract;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Function;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calculus: one entry for each function, operator and sampler, from which forward and reverse mode both derive.
 *
 * <p>Where a derivative does not exist, the table gives the one of these conventions: {@code max} and {@code min} give
 * it to the argument that {@link Selection} prefers, {@code abs} has derivative 0 at 0, and a function that jumps has
 * the derivative it has beside the jump.
 */
public final class Rules {
    private static final Map<Function, FunctionRule> FUNCTIONS = Stream.concat(
                    Classification.entries().stream(),
                    Stream.of("java.lang.Math", "java.lang.StrictMath")
                            .map(MathLibrary::new)
                            .flatMap(Rules::entries))
            .collect(Collectors.toUnmodifiableMap(Entry::function, Entry::rule));

    private Rules() {}

    /**
     * How a function of {@code Math}, {@code StrictMath} or {@code Double} is differentiated.
     *
     * @return empty for functions that neither take nor return {@code double}, such as {@code abs(int)}, and for those
     *     of other classes
     */
    public static Optional<FunctionRule> function(Function function) {
        return Optional.ofNullable(FUNCTIONS.get(function));
    }

    /**
     * How a draw of {@code io.pathwise.runtime.Sampler} is differentiated.
     *
     * @return empty for samplers without a rule
     */
    public static Optional<SamplerRule> sampler(Function sampler) {
        return SamplerRules.find(sampler).or(() -> DiscreteRule.of(sampler).map(DiscreteRule::transform));
    }

    /** Whether the draws of a sampler are never negative. */
    public static boolean isNotNegative(Function sampler) {
        return SamplerRules.isNotNegative(sampler);
    }

    /** Whether evaluating a function again costs more than reading a kept result. */
    public static boolean isDear(Function function) {
        return SamplerRules.isDear(function)
                || DiscreteRule.isDear(function)
                || function(function)
                        .filter(rule -> rule.cost() == FunctionRule.Cost.DEAR)
                        .isPresent();
    }

    /** The partial derivatives of {@code left / right} in both operands; {@code result} is its value. */
    public static List<Partial> quotient(Expression left, Expression right, Expression result) {
        // the square of a reciprocal costs less than another division
        boolean reciprocal = is(left, 1);
        Expression inDivisor = reciprocal ? multiply(result, result) : divide(result, right);
        return List.of(unlessZero(right, divide(number(1), right)), unlessZero(right, negate(inDivisor)));
    }

    /**
     * The partial derivatives of {@code left % right}, or of the remainder with another rounding of the quotient:
     * between its jumps a remainder is {@code left - n * right} with a whole n, to which the quotient is rounded.
     */
    public static List<Partial> remainder(Expression left, Expression right, Expression result) {
        Expression multiples = call("java.lang.Math", "rint", divide(subtract(result, left), right));
        return List.of(Partial.of(number(1)), unlessZero(right, multiples));
    }

    private static Partial unlessZero(Expression divisor, Expression value) {
        boolean isKnown = literal(divisor).isPresent() && literal(divisor).getAsDouble() != 0;
        return isKnown ? Partial.of(value) : Partial.unlessZero(divisor, value);
    }

    private static Stream<Entry> entries(MathLibrary math) {
        return Stream.of(
                        PowersAndRoots.entries(math),
                        ExponentialsAndLogarithms.entries(math),
                        Trigonometric.entries(math),
                        Hyperbolic.entries(math),
                        Selection.entries(math),
                        Rounding.entries(math),
                        Arithmetic.entries(math))
                .flatMap(List::stream);
    }
}
