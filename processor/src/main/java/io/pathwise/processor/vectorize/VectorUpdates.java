package io.pathwise.processor.vectorize;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Addition;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.ArrayAliases;
import io.pathwise.processor.simplify.Effects;
import io.pathwise.processor.simplify.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes loops that only add multiples of vectors to vectors, as the reverse sweep of a scalar product does, as calls:
 * {@code for (…) { xBar[j] += y[j] * sumBar; yBar[j] += x[j] * sumBar; }}. HotSpot leaves such loops scalar in methods
 * that hold many of them.
 */
final class VectorUpdates {
    private final ArrayAliases aliases;

    private VectorUpdates(ArrayAliases aliases) {
        this.aliases = aliases;
    }

    /** The block with such loops replaced. */
    static Block apply(Block block) {
        return new VectorUpdates(ArrayAliases.of(block)).replace(block);
    }

    private Block replace(Block block) {
        return Line.rewrite(block, lines -> {
            List<Line> out = new ArrayList<>();
            for (Line line : lines) {
                Optional<List<Line>> calls =
                        line.statement() instanceof For loop ? calls(loop, line) : Optional.empty();
                calls.ifPresentOrElse(
                        out::addAll, () -> out.add(line.with(Line.mapBlocks(line.statement(), this::replace))));
            }
            return out;
        });
    }

    /** {@code sum[j] += factor * vector[j]} or, negated, {@code -=}. */
    private record Update(Line line, Expression sum, Expression factor, Multiple multiple) {
        Statement call(Expression length) {
            AddedMultiple added = new AddedMultiple(factor, multiple.vector, length, sum);
            return multiple.unbounded ? added.unbounded() : added.statement();
        }
    }

    /**
     * {@code vector[j] * factor}.
     *
     * @param unbounded whether that is zero where the vector is, since the factor may be infinite
     */
    private record Multiple(Expression vector, Expression factor, boolean unbounded) {
        static Optional<Multiple> of(Expression expression, Variable j) {
            if (expression instanceof Conditional guarded
                    && Algebra.isZero(guarded.whenTrue())
                    && guarded.condition() instanceof Binary test
                    && test.operator() == BinaryOperator.EQUAL
                    && Algebra.isZero(test.right())) {
                return of(guarded.whenFalse(), j)
                        .filter(each -> arrayAt(test.left(), j)
                                .filter(array -> Expressions.same(array, each.vector))
                                .isPresent())
                        .map(each -> new Multiple(each.vector, each.factor, true));
            } else if (!(expression instanceof Binary product) || product.operator() != BinaryOperator.MULTIPLY) {
                return Optional.empty();
            } else {
                return of(product.left(), product.right(), j).or(() -> of(product.right(), product.left(), j));
            }
        }

        private static Optional<Multiple> of(Expression element, Expression factor, Variable j) {
            return arrayAt(element, j)
                    .filter(vector -> isInvariant(factor, j))
                    .map(vector -> new Multiple(vector, factor, false));
        }
    }

    private Optional<List<Line>> calls(For loop, Line place) {
        Optional<Expression> length = CountedLoop.of(loop).flatMap(VectorUpdates::length);
        Variable j = length.isPresent() ? CountedLoop.of(loop).orElseThrow().counter() : null;
        List<Update> updates = new ArrayList<>();
        for (Line line : Line.of(loop.body())) {
            Optional<Update> update = j == null ? Optional.empty() : update(line, j);
            if (update.isEmpty()) {
                return Optional.empty();
            }
            updates.add(update.get());
        }
        return updates.isEmpty() || !areIndependent(updates)
                ? Optional.empty()
                : Optional.of(updates.stream()
                        .map(each -> each.line.under(place).with(each.call(length.get())))
                        .toList());
    }

    /** The number of elements from the first, which the loop runs over in either direction. */
    static Optional<Expression> length(CountedLoop loop) {
        Expression lowest = loop.isUpward() ? loop.start() : loop.end();
        return loop.step() == 1 && Algebra.isZero(lowest) ? Optional.of(loop.iterations()) : Optional.empty();
    }

    private static Optional<Update> update(Line line, Variable j) {
        Optional<Addition> change = Addition.of(line.statement());
        Optional<Expression> sum = change.flatMap(each -> arrayAt(each.target(), j));
        Optional<Multiple> multiple = change.flatMap(each -> Multiple.of(each.more(), j));
        if (sum.isEmpty() || multiple.isEmpty()) {
            return Optional.empty();
        }
        boolean isAdded = change.get().operator() == BinaryOperator.ADD;
        Expression factor = multiple.get().factor;
        return Optional.of(new Update(line, sum.get(), isAdded ? factor : Algebra.negate(factor), multiple.get()));
    }

    private static boolean isInvariant(Expression factor, Variable j) {
        return factor.type() == Primitive.DOUBLE
                && !Expressions.reads(factor, j)
                && !Effects.readsMemory(factor)
                && !Effects.hasEffects(factor);
    }

    /** The variable array, or the row of a variable matrix, of which the expression is element j. */
    private static Optional<Expression> arrayAt(Expression expression, Variable j) {
        return expression instanceof Element element
                        && isNamed(element.array(), j)
                        && element.type() == Primitive.DOUBLE
                        && Expressions.same(element.index(), Algebra.local(j))
                ? Optional.of(element.array())
                : Optional.empty();
    }

    private static boolean isNamed(Expression array, Variable j) {
        return array instanceof Local
                || array instanceof Element row
                        && row.array() instanceof Local
                        && row.index() instanceof Local index
                        && !index.variable().equals(j);
    }

    /** Whether no vector that is read is one that is added to. */
    private boolean areIndependent(List<Update> updates) {
        return updates.stream()
                .allMatch(one -> updates.stream()
                        .noneMatch(other -> aliases.group(one.sum).equals(aliases.group(other.multiple.vector))));
    }
}
