package io.pathwise.processor.vectorize;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.Line;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A sum of products in the shape {@code double s = b[i]; for (int j = 0; j < m; j++) { s += rows[i][j] * v[j]; }}.
 *
 * @param sum the variable that is declared
 * @param initial the array b; absent where the sum starts with zero
 * @param rows the matrix
 * @param vector the vector v
 * @param length the bound m
 */
record RowProduct(Variable sum, Optional<Expression> initial, Expression rows, Expression vector, Expression length) {
    /**
     * The product that a declaration and the loop after it compute.
     *
     * @param i the number of the row
     * @param definition the value of a variable of the body that holds a row
     */
    static Optional<RowProduct> of(
            Statement declaration, Statement loop, Variable i, Function<Variable, Optional<Expression>> definition) {
        if (!(declaration instanceof Declare declare)
                || declare.variable().type() != Primitive.DOUBLE
                || declare.initializer().isEmpty()
                || !(loop instanceof For inner)) {
            return Optional.empty();
        }
        Expression start = declare.initializer().get();
        Optional<Expression> initial = arrayAt(start, i);
        if (initial.isEmpty() && !Algebra.isZero(start)) {
            return Optional.empty();
        }
        return fromZero(inner)
                .flatMap(counted -> factors(inner, declare.variable())
                        .flatMap(factors -> product(factors, counted, i, definition))
                        .map(found -> new RowProduct(
                                declare.variable(), initial, found.rows, found.vector, counted.bound())));
    }

    /** The loop as one that counts up from zero to a bound, which it does not reach. */
    static Optional<CountedLoop> fromZero(For loop) {
        return CountedLoop.of(loop).filter(CountedLoop::countsFromZero);
    }

    private record Found(Expression rows, Expression vector) {}

    /** The factors of the product that is all that the loop adds to the sum. */
    private static Optional<Binary> factors(For loop, Variable sum) {
        List<Statement> body =
                Line.of(loop.body()).stream().map(Line::statement).toList();
        return body.size() == 1
                        && body.get(0) instanceof Assign assign
                        && Expressions.same(assign.target(), Algebra.local(sum))
                        && assign.value() instanceof Binary update
                        && update.operator() == BinaryOperator.ADD
                        && Expressions.same(update.left(), assign.target())
                        && update.right() instanceof Binary product
                        && product.operator() == BinaryOperator.MULTIPLY
                ? Optional.of(product)
                : Optional.empty();
    }

    private static Optional<Found> product(
            Binary product, CountedLoop counted, Variable i, Function<Variable, Optional<Expression>> definition) {
        Optional<Expression> left = arrayAt(product.left(), counted.counter());
        Optional<Expression> right = arrayAt(product.right(), counted.counter());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Optional<Found> first = rows(left.get(), i, definition).map(rows -> new Found(rows, right.get()));
        return first.or(() -> rows(right.get(), i, definition).map(rows -> new Found(rows, left.get())));
    }

    /** The matrix of which the expression is row i. */
    private static Optional<Expression> rows(
            Expression row, Variable i, Function<Variable, Optional<Expression>> definition) {
        Expression defined =
                row instanceof Local local ? definition.apply(local.variable()).orElse(row) : row;
        return arrayAt(defined, i);
    }

    /** The array of which the expression is the element with this index. */
    private static Optional<Expression> arrayAt(Expression expression, Variable index) {
        return expression instanceof Element element && Expressions.same(element.index(), Algebra.local(index))
                ? Optional.of(element.array())
                : Optional.empty();
    }
}
