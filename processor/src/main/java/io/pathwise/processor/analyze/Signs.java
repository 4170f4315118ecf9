package io.pathwise.processor.analyze;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Proves that expressions are positive, or not zero, for all finite values of the variables.
 *
 * <p>The proof holds for floating-point numbers: products, quotients, powers and {@code exp} may underflow to zero, sums,
 * differences and roots do not. What cannot be proved is denied.
 */
public final class Signs {
    /** Definitions may be shared by many readers; deeper chains than this are not followed. */
    private static final int DEPTH = 32;

    /** A proof that takes more steps is given up. */
    private static final int STEPS = 2000;

    private final Function<Variable, Optional<Expression>> definitions;
    private final List<Fact> facts;
    private final Budget budget;
    private final Map<Definition, Sign> known = new HashMap<>();

    private Signs(Function<Variable, Optional<Expression>> definitions, List<Fact> facts, Budget budget) {
        this.definitions = definitions;
        this.facts = List.copyOf(facts);
        this.budget = budget;
    }

    /** How many steps a proof may still take. */
    private static final class Budget {
        private int steps;
    }

    /** The value of a variable, looked into as deep as that. */
    private record Definition(Variable variable, int depth) {}

    /** Something known: the sign of {@code left - right}. */
    private record Fact(Expression left, Expression right, Sign difference) {}

    /**
     * Proofs about a program.
     *
     * @param definitions the value of a variable that is assigned once; empty for all other variables
     */
    public static Signs of(Function<Variable, Optional<Expression>> definitions) {
        return new Signs(definitions, List.of(), new Budget());
    }

    /** Whether the expression is positive. */
    public static boolean isPositive(Expression expression, Function<Variable, Optional<Expression>> definitions) {
        return of(definitions).isPositive(expression);
    }

    /** Whether the expression differs from zero. */
    public static boolean isNonZero(Expression expression, Function<Variable, Optional<Expression>> definitions) {
        return of(definitions).isNonZero(expression);
    }

    /**
     * The same with one more thing known, as inside a branch: it must stay true where the proofs are used, so no
     * variable in the condition may be assigned in between.
     *
     * @param condition a comparison, or comparisons joined by {@code && || !}
     * @param outcome whether the condition holds or fails
     */
    public Signs assuming(Expression condition, boolean outcome) {
        List<Fact> known = new ArrayList<>(facts);
        collect(condition, outcome, known);
        return new Signs(definitions, known, budget);
    }

    /** Whether the expression is positive. */
    public boolean isPositive(Expression expression) {
        return prove(expression).isPositive();
    }

    /** Whether the expression differs from zero. */
    public boolean isNonZero(Expression expression) {
        return prove(expression).isNonZero();
    }

    /** Whether the expression is zero or positive. */
    public boolean isNonNegative(Expression expression) {
        return prove(expression).isNonNegative();
    }

    private Sign prove(Expression expression) {
        budget.steps = STEPS;
        return signOf(expression, DEPTH);
    }

    private static void collect(Expression condition, boolean outcome, List<Fact> known) {
        if (condition instanceof Unary unary && unary.operator() == UnaryOperator.NOT) {
            collect(unary.operand(), !outcome, known);
        } else if (condition instanceof Binary binary
                && binary.operator() == (outcome ? BinaryOperator.AND : BinaryOperator.OR)) {
            collect(binary.left(), outcome, known);
            collect(binary.right(), outcome, known);
        } else if (condition instanceof Binary comparison
                && comparison.operator().isComparison()) {
            signOfDifference(comparison.operator(), outcome)
                    .ifPresent(sign -> known.add(new Fact(comparison.left(), comparison.right(), sign)));
        }
    }

    /** The failure of an ordering says nothing about numbers that are not finite, which proofs leave out anyway. */
    private static Optional<Sign> signOfDifference(BinaryOperator operator, boolean outcome) {
        return switch (operator) {
            case GREATER -> Optional.of(outcome ? Sign.POSITIVE : Sign.NONPOSITIVE);
            case GREATER_OR_EQUAL -> Optional.of(outcome ? Sign.NONNEGATIVE : Sign.NEGATIVE);
            case LESS -> Optional.of(outcome ? Sign.NEGATIVE : Sign.NONNEGATIVE);
            case LESS_OR_EQUAL -> Optional.of(outcome ? Sign.NONPOSITIVE : Sign.POSITIVE);
            case EQUAL -> Optional.of(outcome ? Sign.ZERO : Sign.NONZERO);
            case NOT_EQUAL -> Optional.of(outcome ? Sign.NONZERO : Sign.ZERO);
            default -> Optional.empty();
        };
    }

    private Sign signOf(Expression expression, int depth) {
        if (depth == 0 || budget.steps-- <= 0) {
            return Sign.UNKNOWN;
        }
        Sign sign = structural(expression, depth - 1);
        for (Fact fact : facts) {
            sign = sign.and(implied(fact, expression, depth - 1));
        }
        return sign;
    }

    /** What a fact says about the expression: a = b + (a − b), and the same for b. */
    private Sign implied(Fact fact, Expression expression, int depth) {
        if (Expressions.same(fact.left(), expression)) {
            return structural(fact.right(), depth).plus(fact.difference());
        } else if (Expressions.same(fact.right(), expression)) {
            return structural(fact.left(), depth).plus(fact.difference().negated());
        } else if (expression instanceof Binary binary
                && binary.operator() == BinaryOperator.SUBTRACT
                && binary.type() == Primitive.DOUBLE) {
            return impliedOfDifference(fact, binary);
        }
        return Sign.UNKNOWN;
    }

    private static Sign impliedOfDifference(Fact fact, Binary difference) {
        if (Expressions.same(fact.left(), difference.left()) && Expressions.same(fact.right(), difference.right())) {
            return fact.difference();
        } else if (Expressions.same(fact.left(), difference.right())
                && Expressions.same(fact.right(), difference.left())) {
            return fact.difference().negated();
        }
        return Sign.UNKNOWN;
    }

    private Sign structural(Expression expression, int depth) {
        if (expression instanceof Literal literal) {
            return ofValue(literal.value());
        } else if (expression instanceof Constant constant) {
            return ofValue(constant.value());
        } else if (expression instanceof Local local) {
            return ofVariable(new Definition(local.variable(), depth));
        } else if (expression instanceof Length) {
            return Sign.NONNEGATIVE;
        } else if (expression instanceof Cast cast) {
            return ofCast(cast, depth);
        } else if (expression instanceof Conditional conditional) {
            return ofConditional(conditional, depth);
        } else if (expression instanceof Unary unary) {
            return ofUnary(unary, depth);
        } else if (expression instanceof Binary binary) {
            return binary.type() == Primitive.DOUBLE ? ofArithmetic(binary, depth) : Sign.UNKNOWN;
        } else if (expression instanceof Call call && isMathematical(call)) {
            return FunctionSigns.of(call, argument -> signOf(argument, depth));
        } else if (expression instanceof Draw draw) {
            return Rules.isNotNegative(draw.sampler()) ? Sign.NONNEGATIVE : Sign.UNKNOWN;
        }
        return Sign.UNKNOWN;
    }

    private Sign ofVariable(Definition read) {
        Sign before = known.get(read);
        if (before != null) {
            return before;
        }
        Sign sign = definitions
                .apply(read.variable())
                .map(definition -> signOf(definition, read.depth()))
                .orElse(Sign.UNKNOWN);
        if (budget.steps > 0) {
            known.put(read, sign);
        }
        return sign;
    }

    private static Sign ofValue(Object value) {
        return value instanceof Number number && !Double.isNaN(number.doubleValue())
                ? Sign.of(number.doubleValue())
                : Sign.UNKNOWN;
    }

    private Sign ofCast(Cast cast, int depth) {
        Sign operand = signOf(cast.operand(), depth);
        if (cast.type() == Primitive.DOUBLE || cast.type() == cast.operand().type()) {
            return operand;
        }
        boolean saturates = cast.operand().type() == Primitive.DOUBLE
                && (cast.type() == Primitive.INT || cast.type() == Primitive.LONG);
        return saturates ? operand.truncated() : Sign.UNKNOWN;
    }

    private Sign ofConditional(Conditional conditional, int depth) {
        Sign whenTrue = assuming(conditional.condition(), true).signOf(conditional.whenTrue(), depth);
        Sign whenFalse = assuming(conditional.condition(), false).signOf(conditional.whenFalse(), depth);
        return whenTrue.or(whenFalse);
    }

    private Sign ofUnary(Unary unary, int depth) {
        return switch (unary.operator()) {
            case PLUS -> signOf(unary.operand(), depth);
            // the least int is its own negative
            case NEGATE ->
                unary.type() == Primitive.DOUBLE || unary.operand() instanceof Literal
                        ? signOf(unary.operand(), depth).negated()
                        : Sign.UNKNOWN;
            case NOT, COMPLEMENT -> Sign.UNKNOWN;
        };
    }

    private Sign ofArithmetic(Binary binary, int depth) {
        Sign left = signOf(binary.left(), depth);
        Sign right = signOf(binary.right(), depth);
        boolean equal = Expressions.same(binary.left(), binary.right())
                && !Expressions.any(binary, each -> each instanceof Draw);
        return switch (binary.operator()) {
            case ADD -> left.plus(right);
            case SUBTRACT -> equal ? Sign.ZERO : left.plus(right.negated());
            case MULTIPLY -> ofProduct(binary, depth);
            case DIVIDE ->
                equal ? Sign.POSITIVE : left.times(right.and(Sign.NONZERO)).truncated();
            case REMAINDER -> left.truncated();
            default -> Sign.UNKNOWN;
        };
    }

    /** Equal factors have a square that is not negative, wherever they stand in the product. */
    private Sign ofProduct(Binary product, int depth) {
        List<Expression> factors = new ArrayList<>();
        collectFactors(product, factors);
        Sign sign = Sign.POSITIVE;
        while (!factors.isEmpty()) {
            Expression factor = factors.remove(0);
            boolean squared = !Expressions.any(factor, each -> each instanceof Draw) && removeEqual(factors, factor);
            Sign own = signOf(factor, depth);
            sign = sign.times(squared ? own.absolute() : own);
        }
        return sign.truncated();
    }

    private static void collectFactors(Expression expression, List<Expression> factors) {
        if (expression instanceof Binary product
                && product.operator() == BinaryOperator.MULTIPLY
                && product.type() == Primitive.DOUBLE) {
            collectFactors(product.left(), factors);
            collectFactors(product.right(), factors);
        } else {
            factors.add(expression);
        }
    }

    private static boolean removeEqual(List<Expression> factors, Expression factor) {
        for (int i = 0; i < factors.size(); i++) {
            if (Expressions.same(factors.get(i), factor)) {
                factors.remove(i);
                return true;
            }
        }
        return false;
    }

    private static boolean isMathematical(Call call) {
        String owner = call.function().owner();
        return owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
    }
}
