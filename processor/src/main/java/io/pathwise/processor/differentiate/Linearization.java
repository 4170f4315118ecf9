package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.Signs;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.Partial;
import io.pathwise.processor.rules.Partial.Condition;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The partial derivatives of an elementary expression: forward mode multiplies them with tangents, reverse mode with
 * the adjoint of the result.
 *
 * @param factors one for each variable or array element on which the expression depends, in order of appearance
 */
record Linearization(List<Factor> factors) {
    /**
     * A partial derivative.
     *
     * @param leaf a {@link Local} or {@link Element}
     * @param partial the derivative in the leaf
     * @param singular whether the derivative may be infinite: then it must not meet a tangent or adjoint that is zero
     * @param unbounded whether it may be infinite where the value is finite, as that of a root
     */
    record Factor(Expression leaf, Polynomial partial, boolean singular, boolean unbounded) {
        /**
         * The derivative times an adjoint that may be infinite: where the derivative is zero, so is the product, as it
         * is in forward mode, in which a tangent that is zero stays zero.
         */
        Expression timesUnbounded(Expression adjoint) {
            Expression product = times(adjoint);
            Optional<Expression> variable = partial.variablePart();
            if (variable.isEmpty() || variable.get() instanceof Conditional) {
                return product;
            }
            Expression zero = Algebra.compare(BinaryOperator.EQUAL, variable.get(), Algebra.number(0));
            return Algebra.conditional(zero, Algebra.number(0), product);
        }

        /** The derivative times a tangent or adjoint. */
        Expression times(Expression other) {
            Expression product = Algebra.multiply(partial.toExpression(), other);
            if (!singular) {
                return product;
            }
            Expression zero = Algebra.compare(BinaryOperator.EQUAL, other, Algebra.number(0));
            return Algebra.conditional(zero, Algebra.number(0), product);
        }
    }

    /**
     * What a linearization needs to know.
     *
     * @param active whether an expression passes derivatives on
     * @param signs proves what variables are, from the expressions that they stand for
     */
    record Context(Predicate<Expression> active, Signs signs) {
        /**
         * The same from those expressions.
         *
         * @param definition the expression that a variable stands for, where there is only one
         */
        Context(Predicate<Expression> active, Function<Variable, Optional<Expression>> definition) {
            this(active, Signs.of(definition));
        }
    }

    /**
     * Linearizes an expression.
     *
     * @param result the expression's value, already computed
     */
    static Linearization of(Expression expression, Expression result, Context context) {
        return new Linearizer(context).linearize(expression, result);
    }

    private static final class Linearizer {
        private final Context context;

        Linearizer(Context context) {
            this.context = context;
        }

        Linearization linearize(Expression expression, Expression result) {
            if (expression instanceof Call call && isActive(call)) {
                List<Partial> partials =
                        Rules.function(call.function()).orElseThrow().partials().of(call.arguments(), result);
                return chain(call.arguments(), partials, !isLogarithm(call));
            }
            if (expression instanceof Evaluated call && isActive(call)) {
                return evaluated(call);
            }
            if (expression instanceof CompanionCall call && isActive(call)) {
                throw new IllegalStateException(
                        "the derivative of " + call.callee().function().name() + " would be lost");
            }
            if (expression instanceof Draw draw && isActive(draw)) {
                Expression noise = draw.noise().orElseThrow();
                List<Partial> partials =
                        Rules.sampler(draw.sampler()).orElseThrow().partials().of(draw.arguments(), noise, result);
                return chain(draw.arguments(), partials, true);
            }
            if (expression instanceof Binary binary && binary.type() == Primitive.DOUBLE && isActive(binary)) {
                boolean nonzero = context.signs().isNonZero(binary.right());
                if (binary.operator() == BinaryOperator.DIVIDE && (isActive(binary.right()) || !nonzero)) {
                    List<Expression> operands = List.of(binary.left(), binary.right());
                    return chain(operands, Rules.quotient(binary.left(), binary.right(), result), false);
                }
                if (binary.operator() == BinaryOperator.REMAINDER) {
                    List<Expression> operands = List.of(binary.left(), binary.right());
                    return chain(operands, Rules.remainder(binary.left(), binary.right(), result), false);
                }
            }
            List<Factor> factors = new ArrayList<>();
            terms(Primal.transform(expression))
                    .forEach((leaf, partial) -> factors.add(new Factor(leaf, partial, false, false)));
            return new Linearization(factors);
        }

        /** Partial derivatives in arrays are arrays, which do not add up in one factor. */
        private Linearization evaluated(Evaluated call) {
            List<Expression> numbers = new ArrayList<>();
            List<Partial> partials = new ArrayList<>();
            List<Factor> arrays = new ArrayList<>();
            for (int i = 0; i < call.arguments().size(); i++) {
                Expression argument = call.arguments().get(i);
                Expression partial = call.partials().get(i);
                if (argument.type() == Primitive.DOUBLE) {
                    numbers.add(argument);
                    partials.add(call.regular() ? Partial.of(partial) : Partial.singular(partial));
                } else if (isActive(argument) && !Algebra.isZero(partial)) {
                    boolean singular = !call.regular();
                    arrays.add(new Factor(
                            Expressions.withoutPositions(argument), Polynomial.atom(partial), singular, singular));
                }
            }
            arrays.addAll(chain(numbers, partials, true).factors());
            return new Linearization(arrays);
        }

        /** A logarithm is infinite itself where its derivative is. */
        private static boolean isLogarithm(Call call) {
            return call.function().name().startsWith("log");
        }

        /** The chain rule for a function of sums of products. */
        private Linearization chain(List<Expression> arguments, List<Partial> partials, boolean staysFinite) {
            Map<Expression, Factor> factors = new LinkedHashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                Partial outer = partials.get(i);
                if (Algebra.isZero(outer.value())) {
                    continue;
                }
                Polynomial derivative = Polynomial.of(Primal.transform(outer.value()));
                boolean singular = outer.regular().filter(each -> !holds(each)).isPresent();
                terms(Primal.transform(arguments.get(i))).forEach((leaf, inner) -> {
                    Factor factor = new Factor(leaf, derivative.times(inner), singular, singular && staysFinite);
                    factors.merge(
                            leaf,
                            factor,
                            (a, b) -> new Factor(
                                    leaf,
                                    a.partial().plus(b.partial()),
                                    a.singular() || b.singular(),
                                    a.unbounded() || b.unbounded()));
                });
            }
            return new Linearization(List.copyOf(factors.values()));
        }

        private boolean holds(Condition condition) {
            return switch (condition.kind()) {
                case NONZERO -> context.signs().isNonZero(condition.subject());
                case POSITIVE -> context.signs().isPositive(condition.subject());
                case UNKNOWN -> false;
            };
        }

        private boolean isActive(Expression expression) {
            return context.active().test(expression);
        }

        /** The partial derivatives of a sum of products. */
        private Map<Expression, Polynomial> terms(Expression expression) {
            Map<Expression, Polynomial> terms = new LinkedHashMap<>();
            if (!expression.type().isDifferentiable() || !isActive(expression)) {
                return terms;
            }
            if (expression instanceof Local || expression instanceof Element) {
                terms.put(Expressions.withoutPositions(expression), Polynomial.ONE);
            } else if (expression instanceof Unary unary) {
                boolean negated = unary.operator() == UnaryOperator.NEGATE;
                terms(unary.operand())
                        .forEach((leaf, partial) -> terms.put(leaf, negated ? partial.negate() : partial));
            } else if (expression instanceof Cast cast) {
                terms.putAll(terms(cast.operand()));
            } else if (expression instanceof Binary binary) {
                binary(binary, terms);
            } else if (expression instanceof Conditional conditional) {
                conditional(conditional, terms);
            } else {
                throw new IllegalStateException("not elementary: " + expression);
            }
            return terms;
        }

        private void binary(Binary binary, Map<Expression, Polynomial> terms) {
            Expression left = binary.left();
            Expression right = binary.right();
            switch (binary.operator()) {
                case ADD -> {
                    add(terms, terms(left));
                    add(terms, terms(right));
                }
                case SUBTRACT -> {
                    add(terms, terms(left));
                    terms(right).forEach((leaf, partial) -> terms.merge(leaf, partial.negate(), Polynomial::plus));
                }
                case MULTIPLY -> {
                    terms(left)
                            .forEach((leaf, partial) ->
                                    terms.merge(leaf, partial.times(Polynomial.of(right)), Polynomial::plus));
                    terms(right)
                            .forEach((leaf, partial) ->
                                    terms.merge(leaf, Polynomial.of(left).times(partial), Polynomial::plus));
                }
                case DIVIDE ->
                    terms(left)
                            .forEach((leaf, partial) -> terms.merge(leaf, partial.dividedBy(right), Polynomial::plus));
                default -> throw new IllegalStateException("not elementary: " + binary);
            }
        }

        private static void add(Map<Expression, Polynomial> terms, Map<Expression, Polynomial> more) {
            more.forEach((leaf, partial) -> terms.merge(leaf, partial, Polynomial::plus));
        }

        private void conditional(Conditional conditional, Map<Expression, Polynomial> terms) {
            Map<Expression, Polynomial> whenTrue = terms(conditional.whenTrue());
            Map<Expression, Polynomial> whenFalse = terms(conditional.whenFalse());
            Map<Expression, Polynomial> leaves = new LinkedHashMap<>(whenTrue);
            whenFalse.forEach(leaves::putIfAbsent);
            for (Expression leaf : leaves.keySet()) {
                Expression chosen = Algebra.conditional(
                        conditional.condition(),
                        whenTrue.getOrDefault(leaf, Polynomial.ZERO).toExpression(),
                        whenFalse.getOrDefault(leaf, Polynomial.ZERO).toExpression());
                terms.put(leaf, Polynomial.atom(chosen));
            }
        }
    }
}
