package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.Chance.option;
import static io.pathwise.processor.fuzz.JavaType.CONSTANTS;
import static io.pathwise.processor.fuzz.JavaType.DOUBLES;
import static io.pathwise.processor.fuzz.JavaType.FLAGS;
import static io.pathwise.processor.fuzz.JavaType.INTS;
import static io.pathwise.processor.fuzz.JavaType.MATRIX;

import io.pathwise.processor.fuzz.Expression.Element;
import io.pathwise.processor.fuzz.Scope.Variable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Arrays that expressions and statements name: variables and rows. */
final class ArrayExpressions {
    private final Chance chance;
    private final Function<Scope, Expression> index;

    /**
     * Chooses arrays.
     *
     * @param index makes an index of any array
     */
    ArrayExpressions(Chance chance, Function<Scope, Expression> index) {
        this.chance = chance;
        this.index = index;
    }

    /** Whether there is an array of numbers. */
    boolean exist(Scope scope) {
        return !readable(scope).isEmpty() || !scope.of(MATRIX).isEmpty();
    }

    /** Any array of numbers. */
    Expression any(Scope scope) {
        return variableOrRow(readable(scope), scope.of(MATRIX), scope);
    }

    /** Whether there is an array of numbers that the method may write to. */
    boolean ownExist(Scope scope) {
        return !scope.assignable(DOUBLES).isEmpty() || !scope.assignable(MATRIX).isEmpty();
    }

    /** An array of numbers that the method may write to. */
    Expression own(Scope scope) {
        return variableOrRow(scope.assignable(DOUBLES), scope.assignable(MATRIX), scope);
    }

    private Expression variableOrRow(List<Variable> arrays, List<Variable> matrices, Scope scope) {
        return chance.<Expression>choose(
                option(2 * arrays.size(), () -> chance.any(arrays).read()),
                option(
                        2 * matrices.size(),
                        () -> new Element(chance.any(matrices).read(), index.apply(scope))));
    }

    /** An element of any array of numbers. */
    Expression element(Scope scope) {
        return new Element(any(scope), index.apply(scope));
    }

    /** An element of an {@code int[]} or {@code boolean[]}. */
    Expression element(JavaType arrays, Scope scope) {
        return new Element(chance.any(scope.of(arrays)).read(), index.apply(scope));
    }

    /** An array of any type with elements, whose length is of interest. */
    Expression measurable(Scope scope) {
        List<Variable> tables = Stream.of(INTS, FLAGS, MATRIX)
                .flatMap(each -> scope.of(each).stream())
                .toList();
        return tables.isEmpty() || chance.once(2)
                ? any(scope)
                : chance.any(tables).read();
    }

    private static List<Variable> readable(Scope scope) {
        return scope.where(each -> each.type() == DOUBLES || each.type() == CONSTANTS);
    }
}
