package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.Chance.option;
import static io.pathwise.processor.fuzz.ExpressionGenerator.LENGTH;
import static io.pathwise.processor.fuzz.JavaType.CONSTANTS;
import static io.pathwise.processor.fuzz.JavaType.DOUBLE;
import static io.pathwise.processor.fuzz.JavaType.DOUBLES;
import static io.pathwise.processor.fuzz.JavaType.INT;
import static io.pathwise.processor.fuzz.JavaType.LONG;
import static io.pathwise.processor.fuzz.JavaType.MODEL;

import io.pathwise.processor.fuzz.Expression.Binary;
import io.pathwise.processor.fuzz.Expression.Call;
import io.pathwise.processor.fuzz.Expression.Copy;
import io.pathwise.processor.fuzz.Expression.Element;
import io.pathwise.processor.fuzz.Expression.Literal;
import io.pathwise.processor.fuzz.Expression.NewArray;
import io.pathwise.processor.fuzz.RandomMethod.Parameter;
import io.pathwise.processor.fuzz.Scope.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random calls of helpers and of methods that are not annotated, and the arrays and records that they take. */
final class CallGenerator {
    private final Chance chance;
    private final ExpressionGenerator expressions;
    private final ArrayExpressions arrays;
    private final List<RandomMethod> helpers;

    CallGenerator(Chance chance, ExpressionGenerator expressions, ArrayExpressions arrays, List<RandomMethod> helpers) {
        this.chance = chance;
        this.expressions = expressions;
        this.arrays = arrays;
        this.helpers = helpers;
    }

    /** A call of a method that is not annotated, with constant arguments. */
    Expression kept(Scope scope, int depth) {
        Expression whole = expressions.whole(INT, scope, depth - 1);
        return chance.<Expression>choose(
                option(2, () -> new Call("blend", table(CONSTANTS, scope), whole)),
                option(1, () -> new Call("weight", whole)));
    }

    /** A variable of an array type of which there always is one. */
    Expression table(JavaType type, Scope scope) {
        return chance.any(scope.of(type)).read();
    }

    /** A number that depends on no active one. */
    Expression constant(Scope scope) {
        return chance.<Expression>choose(
                option(3, expressions::literal),
                option(2, () -> new Element(table(CONSTANTS, scope), expressions.index(scope))),
                option(
                        2,
                        () -> new Binary("*", new Literal(chance.of("0.5", "0.1"), DOUBLE), expressions.few(scope, 1))),
                option(2, () -> kept(scope, 1)));
    }

    /** A call of a helper with such a result, if there is one. */
    Optional<Expression> ofHelper(JavaType result, Scope scope, int depth) {
        List<RandomMethod> callable =
                helpers.stream().filter(each -> each.result() == result).toList();
        if (callable.isEmpty() || scope.loops() > 2) {
            return Optional.empty();
        }
        RandomMethod helper = chance.any(callable);
        List<Expression> arguments = new ArrayList<>();
        for (Parameter parameter : helper.parameters()) {
            arguments.add(argument(parameter.type(), scope, depth - 1));
        }
        return Optional.of(new Call(helper.name(), arguments, result));
    }

    private Expression argument(JavaType type, Scope scope, int depth) {
        return switch (type) {
            case BOOLEAN -> expressions.truth(scope, depth);
            case INT -> expressions.few(scope, depth);
            case LONG -> expressions.whole(LONG, scope, depth);
            case DOUBLE -> chance.once(8) ? expressions.few(scope, depth) : expressions.real(scope, depth);
            case DOUBLES -> arrays.any(scope);
            case CONSTANTS, INTS, FLAGS, MATRIX -> array(type, scope, depth);
            case MODEL -> model(scope, depth);
        };
    }

    /** An array, for lack of variables a new one. */
    Expression array(JavaType type, Scope scope, int depth) {
        List<Variable> variables = scope.of(type);
        return variables.isEmpty() || chance.once(8)
                ? newArray(type, scope, depth)
                : chance.any(variables).read();
    }

    /** A new array of values, of rows a matrix. */
    Expression newArray(JavaType type, Scope scope, int depth) {
        List<Expression> values = new ArrayList<>();
        int longer = type == DOUBLES && chance.once(4) ? 1 : 0;
        for (int i = 0; i < LENGTH + longer; i++) {
            values.add(
                    switch (type) {
                        case DOUBLES -> expressions.real(scope, Math.min(depth, 2));
                        case CONSTANTS -> constant(scope);
                        case INTS -> expressions.whole(INT, scope, 1);
                        case FLAGS -> expressions.truth(scope, 1);
                        case MATRIX -> freshRow(scope, depth);
                        default -> throw new IllegalArgumentException();
                    });
        }
        return new NewArray(type, values);
    }

    private Expression freshRow(Scope scope, int depth) {
        return chance.once(2) ? new Copy(arrays.any(scope)) : newArray(DOUBLES, scope, depth);
    }

    /** A record, for lack of variables a new one. */
    Expression model(Scope scope, int depth) {
        List<Variable> variables = scope.of(MODEL);
        return variables.isEmpty() || chance.once(2)
                ? newModel(scope, depth)
                : chance.any(variables).read();
    }

    /** A new record, whose array may have other names. */
    Expression newModel(Scope scope, int depth) {
        Expression inner = new Call(
                "new Inner", List.of(expressions.real(scope, depth - 1), expressions.few(scope, depth - 1)), MODEL);
        return new Call("new Model", List.of(expressions.real(scope, depth), arrays.any(scope), inner), MODEL);
    }
}
