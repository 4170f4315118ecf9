package io.pathwise.processor.normalize;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.List;
import java.util.Optional;

/**
 * The exceptions of operations on arrays that the loops in their place do not throw by themselves: a loop over a range
 * that ends before it begins does nothing.
 */
final class ArrayGuards {
    private ArrayGuards() {}

    /**
     * What {@code Arrays.fill} says of a range; nothing where the range is known.
     *
     * @param arguments of the call
     * @param from where the range begins, a name or number
     * @param to where it ends, a name or number
     */
    static Optional<Statement> fill(List<Expression> arguments, Expression from, Expression to, Position position) {
        if (isKnown(arguments.get(1)) && isKnown(arguments.get(2))) {
            return Optional.empty();
        }
        Expression text = joined(text("fromIndex("), from, text(") > toIndex("), to, text(")"));
        Expression isReversed = Algebra.compare(BinaryOperator.GREATER, from, to);
        return Optional.of(thrown(isReversed, "java.lang.IllegalArgumentException", text, position));
    }

    /**
     * What {@code System.arraycopy} says of a length; nothing where the length is known.
     *
     * @param argument of the call
     * @param length its name, or the number that it is
     */
    static Optional<Statement> copy(Expression argument, Expression length, Position position) {
        if (isKnown(argument)) {
            return Optional.empty();
        }
        Expression text = joined(text("arraycopy: length "), length, text(" is negative"));
        Expression isNegative = Algebra.compare(BinaryOperator.LESS, length, WholeNumbers.ZERO);
        return Optional.of(thrown(isNegative, "java.lang.ArrayIndexOutOfBoundsException", text, position));
    }

    /** Whether the bound is made of numbers and lengths of arrays, as that of a shift is: {@code w.length - 1}. */
    private static boolean isKnown(Expression bound) {
        return bound instanceof Literal
                || bound instanceof Length
                || bound instanceof Binary binary && isKnown(binary.left()) && isKnown(binary.right());
    }

    private static Statement thrown(Expression condition, String exception, Expression text, Position position) {
        New created = new New(new Type.Reference(exception), List.of(text), position);
        return new If(condition, Block.of(List.of(new Throw(created, position))), Block.EMPTY, position);
    }

    private static Expression text(String value) {
        return new Literal(value, Type.Reference.TEXT, Position.NONE);
    }

    private static Expression joined(Expression... parts) {
        Expression joined = parts[0];
        for (int i = 1; i < parts.length; i++) {
            joined = new Binary(BinaryOperator.ADD, joined, parts[i], Type.Reference.TEXT, Position.NONE);
        }
        return joined;
    }
}
