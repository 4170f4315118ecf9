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
import java.util.List;
import java.util.Optional;

/**
 * What is known of whole numbers in one of two executions of statements. Sums are taken as those of whole numbers without
 * bounds: an index that has overflown is negative before it is anything else.
 *
 * @param place where the executed statement stands
 * @param settled which variables keep their value
 * @param shared how many of the loops from the outside are in the same iteration in both executions
 * @param later whether this is the later one
 */
record ExecutionFacts(Place place, SettledNumbers settled, int shared, boolean later) {
    /** Adds what the loops and branches around the statement say. */
    void addTo(WholeConstraints constraints) {
        for (Place.Loop loop : place.loops()) {
            if (loop.statement() != place.statement()) {
                loop.counted().ifPresent(counted -> addBounds(loop, counted, constraints));
            }
        }
        place.conditions().forEach(each -> addCondition(each.expression(), each.holds(), constraints));
    }

    /** The counter of a loop around the statement. */
    Affine counter(Place.Loop loop) {
        return Affine.of(unknown(Kind.COUNTER, loop));
    }

    private Unknown unknown(Kind kind, Place.Loop loop) {
        return new Unknown(kind, loop.number(), later && !isShared(loop));
    }

    private boolean isShared(Place.Loop loop) {
        return place.loops().indexOf(loop) < shared;
    }

    /** How often the counter has changed, where it does not change by 1. */
    private Optional<Affine> steps(Place.Loop loop, CountedLoop counted) {
        return counted.step() == 1 ? Optional.empty() : Optional.of(Affine.of(unknown(Kind.STEPS, loop)));
    }

    private void addBounds(Place.Loop loop, CountedLoop counted, WholeConstraints constraints) {
        Affine counter = counter(loop);
        Affine start = of(counted.start());
        Affine bound = of(counted.bound());
        int direction = counted.isUpward() ? 1 : -1;
        Affine onTheWay = counter.minus(start).times(direction);
        constraints.atMost(Affine.of(0), onTheWay);
        steps(loop, counted).ifPresent(steps -> constraints.equal(onTheWay, steps.times(counted.step())));
        compare(counter, counted.comparison(), bound, constraints);
    }

    /** Whether the comparison is one of those that say something. */
    private static void compare(Affine left, BinaryOperator operator, Affine right, WholeConstraints constraints) {
        switch (operator) {
            case LESS -> constraints.less(left, right);
            case LESS_OR_EQUAL -> constraints.atMost(left, right);
            case GREATER -> constraints.less(right, left);
            case GREATER_OR_EQUAL -> constraints.atMost(right, left);
            case EQUAL -> constraints.equal(left, right);
            case NOT_EQUAL -> constraints.differ(left, right);
            default -> {}
        }
    }

    private void addCondition(Expression condition, boolean holds, WholeConstraints constraints) {
        if (condition instanceof Unary not && not.operator() == UnaryOperator.NOT) {
            addCondition(not.operand(), !holds, constraints);
        } else if (condition instanceof Binary both
                && both.operator() == (holds ? BinaryOperator.AND : BinaryOperator.OR)) {
            addCondition(both.left(), holds, constraints);
            addCondition(both.right(), holds, constraints);
        } else if (condition instanceof Binary comparison
                && comparison.left().type() == Primitive.INT
                && comparison.right().type() == Primitive.INT) {
            BinaryOperator operator = holds ? comparison.operator() : negated(comparison.operator());
            compare(of(comparison.left()), operator, of(comparison.right()), constraints);
        }
    }

    private static BinaryOperator negated(BinaryOperator comparison) {
        return switch (comparison) {
            case LESS -> BinaryOperator.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> BinaryOperator.GREATER;
            case GREATER -> BinaryOperator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> BinaryOperator.LESS;
            case EQUAL -> BinaryOperator.NOT_EQUAL;
            case NOT_EQUAL -> BinaryOperator.EQUAL;
            default -> comparison;
        };
    }

    /** The whole number that an expression is in this execution. */
    Affine of(Expression expression) {
        if (expression instanceof Literal literal) {
            return number(literal.value()).map(Affine::of).orElseGet(() -> Affine.of(Unknown.other()));
        } else if (expression instanceof Constant constant && constant.value() instanceof Integer value) {
            return Affine.of(value);
        } else if (expression instanceof Local local) {
            return of(local);
        } else if (expression instanceof Unary negation && negation.operator() == UnaryOperator.NEGATE) {
            return of(negation.operand()).times(-1);
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
            case ADD -> of(binary.left()).plus(of(binary.right()));
            case SUBTRACT -> of(binary.left()).minus(of(binary.right()));
            case MULTIPLY -> product(binary);
            default -> term(binary);
        };
    }

    private Affine product(Binary product) {
        Affine left = of(product.left());
        Affine right = of(product.right());
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
                .map(this::of)
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
