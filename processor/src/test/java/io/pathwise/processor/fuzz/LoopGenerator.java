package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.Chance.option;
import static io.pathwise.processor.fuzz.JavaType.DOUBLE;
import static io.pathwise.processor.fuzz.JavaType.DOUBLES;
import static io.pathwise.processor.fuzz.JavaType.INT;
import static io.pathwise.processor.fuzz.JavaType.MATRIX;

import io.pathwise.processor.fuzz.Expression.Literal;
import io.pathwise.processor.fuzz.Expression.Read;
import io.pathwise.processor.fuzz.Scope.Variable;
import io.pathwise.processor.fuzz.Statement.Block;
import io.pathwise.processor.fuzz.Statement.For;
import io.pathwise.processor.fuzz.Statement.While;
import java.util.List;
import java.util.function.BiFunction;

/** Random loops that end. */
final class LoopGenerator {
    private final Chance chance;
    private final ExpressionGenerator expressions;
    private final BiFunction<Scope, Integer, Block> block;

    /**
     * Makes loops.
     *
     * @param block makes a body, in a scope and inside so many statements
     */
    LoopGenerator(Chance chance, ExpressionGenerator expressions, BiFunction<Scope, Integer, Block> block) {
        this.chance = chance;
        this.expressions = expressions;
        this.block = block;
    }

    /** Over the elements of an array, or the rows of a matrix. */
    Statement forEach(Scope scope, int depth) {
        Scope inner = scope.insideFor();
        String element = scope.freshName(chance);
        List<Variable> matrices = scope.of(MATRIX);
        if (!matrices.isEmpty() && chance.once(3)) {
            Variable matrix = chance.any(matrices);
            inner.add(new Variable(element, DOUBLES, matrix.isAssignable(), false));
            return new MoreStatement.ForEach(element, matrix.read(), block.apply(inner, depth));
        }
        inner.add(new Variable(element, DOUBLE, chance.once(3), false));
        return new MoreStatement.ForEach(element, expressions.arrays().any(scope), block.apply(inner, depth));
    }

    /** A loop that runs once at least. */
    Statement doWhile(Scope scope, int depth) {
        String counter = scope.freshName(chance);
        scope.add(new Variable(counter, INT, false, false));
        Expression condition = expressions.truth(scope, 2);
        return new MoreStatement.DoWhile(
                counter, chance.between(0, 3), condition, block.apply(scope.insideLoop(), depth));
    }

    /** A {@code for} loop over whole numbers. */
    Statement counted(Scope scope, int depth) {
        Scope inner = scope.insideFor();
        String counter = scope.freshName(chance);
        return chance.<Statement>choose(
                option(4, () -> overArray(counter, inner, depth)),
                option(6, () -> upwards(counter, inner, depth)),
                option(2, () -> doubling(counter, inner, depth)),
                option(2, () -> halving(counter, inner, depth)),
                option(4, () -> downwards(counter, inner, depth)));
    }

    private Statement overArray(String counter, Scope inner, int depth) {
        List<Variable> bounding = inner.where(each -> each.type().isArray());
        Expression bound = chance.once(3)
                ? Literal.of(ExpressionGenerator.LENGTH)
                : new Read(chance.any(bounding).name() + ".length", INT);
        inner.add(new Variable(counter, INT, false, true));
        return new For(counter, Literal.of(0), "<", bound, counter + "++", block.apply(inner, depth));
    }

    private Statement upwards(String counter, Scope inner, int depth) {
        Expression start = chance.once(2) ? Literal.of(chance.between(0, 2)) : expressions.few(inner, 1);
        Expression bound = expressions.few(inner, 2);
        inner.add(new Variable(counter, INT, false, false));
        String update = chance.once(3) ? counter + " += " + chance.between(1, 3) : counter + "++";
        return new For(
                counter, start, chance.of("<", "<", "<="), bound, update + beside(inner), block.apply(inner, depth));
    }

    private Statement downwards(String counter, Scope inner, int depth) {
        Expression start = expressions.few(inner, 2);
        Expression bound = chance.once(2) ? Literal.of(0) : expressions.few(inner, 1);
        inner.add(new Variable(counter, INT, false, false));
        String update = chance.once(3) ? counter + " -= " + chance.between(1, 2) : "--" + counter;
        return new For(counter, start, chance.of(">", ">="), bound, update + beside(inner), block.apply(inner, depth));
    }

    /** The start is 1 also after shrinking, so that the loop ends. */
    private Statement doubling(String counter, Scope inner, int depth) {
        Expression bound = expressions.few(inner, 2);
        inner.add(new Variable(counter, INT, false, false));
        String update = counter + chance.of(" *= 2", " <<= 1", " *= 3", " += " + counter);
        return new For(counter, Literal.of(1), chance.of("<", "<="), bound, update, block.apply(inner, depth));
    }

    private Statement halving(String counter, Scope inner, int depth) {
        Expression start = expressions.few(inner, 2);
        inner.add(new Variable(counter, INT, false, false));
        String update = counter + chance.of(" /= 2", " >>= 1", " >>>= 1");
        return new For(counter, start, ">", Literal.of(0), update, block.apply(inner, depth));
    }

    /** What a loop's head may compute besides its counter. */
    private String beside(Scope scope) {
        List<Variable> numbers = scope.assignable(DOUBLE);
        if (numbers.isEmpty() || !chance.once(4)) {
            return "";
        }
        String name = chance.any(numbers).name();
        return ", " + name
                + chance.of(" *= 0.5", " += 0.25", " -= " + name + " * " + name, " = Math.sin(" + name + ")");
    }

    /** A loop with a condition on data. */
    Statement repeated(Scope scope, int depth) {
        String counter = scope.freshName(chance);
        Scope inner = scope.insideLoop();
        scope.add(new Variable(counter, INT, false, false));
        inner.add(new Variable(counter, INT, false, false));
        return new While(
                counter, chance.between(1, 4), chance.once(2), expressions.truth(inner, 2), block.apply(inner, depth));
    }
}
