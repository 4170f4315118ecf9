package io.pathwise.processor.analyze;

import io.pathwise.processor.analyze.Unknown.Kind;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of whole numbers in one of two executions of statements. Sums and products are those of whole numbers
 * without bounds only where the rest that is known keeps them within those of {@code int}, or where a loop or an index
 * that exceeded them a little would run for billions of iterations or concern no element of any array.
 */
final class ExecutionFacts {
    /** By how much indices and bounds of loops may exceed the least and the greatest {@code int}. */
    private static final long SLACK = 1 << 16;

    private static final long BEYOND_INDICES = 1L << 32;

    private final Place place;
    private final SettledNumbers settled;
    private final int shared;
    private final boolean later;
    private final WholeConstraints known = new WholeConstraints();
    private final Map<Expression, Affine> indices = new IdentityHashMap<>();

    /**
     * Collects what the loops and branches around a statement say.
     *
     * @param place where the executed statement stands
     * @param settled which variables keep their value
     * @param shared how many of the loops from the outside are in the same iteration in both executions
     * @param later whether this is the later one
     */
    ExecutionFacts(Place place, SettledNumbers settled, int shared, boolean later) {
        this.place = place;
        this.settled = settled;
        this.shared = shared;
        this.later = later;
        for (Place.Loop loop : place.loops()) {
            if (loop.statement() != place.statement()) {
                loop.counted().ifPresent(counted -> addBounds(loop, counted));
            }
        }
        place.conditions().forEach(each -> addCondition(each.expression(), each.holds()));
    }

    /** What the loops and branches around the statement say. */
    WholeConstraints known() {
        return known;
    }

    /** The counter of a loop around the statement. */
    Affine counter(Place.Loop loop) {
        return Affine.of(unknown(Kind.COUNTER, loop));
    }

    /** The whole number that an expression is in this execution. */
    Affine of(Expression expression) {
        return within(expression, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** The whole number that a bound of a loop, or the number of its iterations, is in this execution. */
    Affine ofBound(Expression expression) {
        return within(expression, Integer.MIN_VALUE - SLACK, Integer.MAX_VALUE + SLACK);
    }

    /**
     * The whole number that an index is in this execution, which throws no exception: a sum beyond the greatest {@code int}
     * would be negative.
     */
    Affine ofIndex(Expression expression) {
        return indices.computeIfAbsent(expression, each -> within(each, Integer.MIN_VALUE - SLACK, BEYOND_INDICES - 1));
    }

    private Affine within(Expression expression, long least, long greatest) {
        Affine number = unbounded(expression);
        boolean isExact = number.isSimple() || known.keepWithin(number, least, greatest);
        return isExact ? number : term(expression);
    }

    private Unknown unknown(Kind kind, Place.Loop loop) {
        return new Unknown(kind, loop.number(), later && !isShared(loop));
    }

    private boolean isShared(Place.Loop loop) {
        int depth = place.loops().indexOf(loop);
        return depth >= 0 && depth < shared;
    }

    /** How often the counter has changed, where it does not change by 1. */
    private Optional<Affine> steps(Place.Loop loop, CountedLoop counted) {
        return counted.step() == 1 ? Optional.empty() : Optional.of(Affine.of(unknown(Kind.STEPS, loop)));
    }

    private void addBounds(Place.Loop loop, CountedLoop counted) {
        Affine counter = counter(loop);
        Affine start = ofBound(counted.start());
        Affine bound = ofBound(counted.bound());
        int direction = counted.isUpward() ? 1 : -1;
        Affine onTheWay = counter.minus(start).times(direction);
        known.atMost(Affine.of(0), onTheWay);
        steps(loop, counted).ifPresent(steps -> known.equal(onTheWay, steps.times(counted.step())));
        addComparison(counter, counted.comparison(), bound);
    }

    private void addComparison(Affine left, BinaryOperator operator, Affine right) {
        switch (operator) {
            case LESS -> known.less(left, right);
            case LESS_OR_EQUAL -> known.atMost(left, right);
            case GREATER -> known.less(right, left);
            case GREATER_OR_EQUAL -> known.atMost(right, left);
            case EQUAL -> known.equal(left, right);
            case NOT_EQUAL -> known.differ(left, right);
            default -> {}
        }
    }

    private void addCondition(Expression condition, boolean holds) {
        if (condition instanceof Unary not && not.operator() == UnaryOperator.NOT) {
            addCondition(not.operand(), !holds);
        } else if (condition instanceof Binary both
                && both.operator() == (holds ? BinaryOperator.AND : BinaryOperator.OR)) {
            addCondition(both.left(), holds);
            addCondition(both.right(), holds);
        } else if (condition instanceof Binary comparison
                && comparison.operator().isComparison()
                && comparison.left().type() == Primitive.INT
                && comparison.right().type() == Primitive.INT) {
            BinaryOperator operator =
                    holds ? comparison.operator() : comparison.operator().opposite();
            addComparison(of(comparison.left()), operator, of(comparison.right()));
        }
    }

    /** The number that sums and products give without the bounds of {@code int}. */
    private Affine unbounded(Expression expression) {
        if (expression instanceof Literal literal) {
            return number(literal.value()).map(Affine::of).orElseGet(() -> Affine.of(Unknown.other()));
        } else if (expression instanceof Constant constant && constant.value() instanceof Integer value) {
            return Affine.of(value);
        } else if (expression instanceof Local local) {
            return of(local);
        } else if (expression instanceof Unary negation && negation.operator() == UnaryOperator.NEGATE) {
            return unbounded(negation.operand()).times(-1);
        } else if (expression instanceof Binary binary) {
            return of(binary);
        }
        return term(expression);
    }

    private static Optional<Long> number(Object literal) {
        if (literal instanceof Character code) {
            return Optional.of((long) code);
        }
        return literal instanceof Number number && !(number instanceof Double || number instanceof Float)
                ? Optional.of(number.longValue())
                : Optional.empty();
    }

    private Affine of(Binary binary) {
        if (binary.type() != Primitive.INT) {
            return term(binary);
        }
        return switch (binary.operator()) {
            case ADD -> unbounded(binary.left()).plus(unbounded(binary.right()));
            case SUBTRACT -> unbounded(binary.left()).minus(unbounded(binary.right()));
            case MULTIPLY -> product(binary);
            default -> term(binary);
        };
    }

    private Affine product(Binary product) {
        Affine left = unbounded(product.left());
        Affine right = unbounded(product.right());
        if (left.isConstant()) {
            return right.times(left.constant());
        }
        return right.isConstant() ? left.times(right.constant()) : term(product);
    }

    private Affine of(Local local) {
        Optional<Place.Loop> loop = place.counting(local.variable());
        if (loop.isPresent()) {
            return counter(loop.get());
        }
        boolean hasDefinition = local.type() == Primitive.INT && settled.isSettled(local.variable());
        return settled.value(local)
                .filter(value -> hasDefinition && value.type() == Primitive.INT && isSettled(value))
                .map(this::unbounded)
                .orElseGet(() -> term(local));
    }

    /** A number of its own, the same wherever the expression is the same and has the same value. */
    private Affine term(Expression expression) {
        if (!isSettled(expression)) {
            return Affine.of(Unknown.other());
        }
        boolean varies = Expressions.variables(expression).stream().anyMatch(each -> !isShared(each));
        return Affine.of(new Unknown(Kind.VALUE, Expressions.withoutPositions(expression), later && varies));
    }

    private boolean isShared(Variable variable) {
        List<Place.Loop> loops = place.counting(variable).map(List::of).orElseGet(() -> settled.loops(variable));
        return loops.stream().allMatch(this::isShared);
    }

    /** Whether the expression has one value in this execution, wherever it is evaluated. */
    private boolean isSettled(Expression expression) {
        return !Expressions.any(expression, each -> !isArithmetic(each) && !isSettledVariable(each));
    }

    private static boolean isArithmetic(Expression expression) {
        return expression instanceof Literal
                || expression instanceof Constant
                || expression instanceof Unary
                || expression instanceof Binary
                || expression instanceof Length;
    }

    private boolean isSettledVariable(Expression expression) {
        return expression instanceof Local local
                && (place.counting(local.variable()).isPresent() || settled.isSettled(local.variable()));
    }
}
