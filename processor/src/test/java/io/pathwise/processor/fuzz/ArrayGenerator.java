package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.Chance.option;
import static io.pathwise.processor.fuzz.ExpressionGenerator.LENGTH;
import static io.pathwise.processor.fuzz.JavaType.DOUBLES;

import io.pathwise.processor.fuzz.Expression.Call;
import io.pathwise.processor.fuzz.Expression.Conditional;
import io.pathwise.processor.fuzz.Expression.Copy;
import io.pathwise.processor.fuzz.Expression.Element;
import io.pathwise.processor.fuzz.Expression.Literal;
import io.pathwise.processor.fuzz.Expression.Read;
import io.pathwise.processor.fuzz.Scope.Variable;
import io.pathwise.processor.fuzz.Statement.Assign;
import io.pathwise.processor.fuzz.Statement.Declare;
import io.pathwise.processor.fuzz.Statement.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random statements about local arrays, which all have one length. */
final class ArrayGenerator {
    private final Chance chance;
    private final ExpressionGenerator expressions;

    ArrayGenerator(Chance chance, ExpressionGenerator expressions) {
        this.chance = chance;
        this.expressions = expressions;
    }

    /** A new array: of zeros, of values, a copy, another name of one, or what a helper returns. */
    Statement declared(Scope scope) {
        String name = scope.freshName(chance);
        int more = expressions.arrays().ownExist(scope) ? 1 : 0;
        Optional<Expression> called = expressions.calls().ofHelper(DOUBLES, scope, 2);
        Statement statement = chance.<Statement>choose(
                option(3, () -> declaration(name, new Read(zeros(scope), DOUBLES))),
                option(4, () -> new MoreStatement.Initialize(name, values(scope))),
                option(3, () -> declaration(name, new Copy(expressions.arrays().any(scope)))),
                option(1, () -> declaration(name, copy(expressions.arrays().any(scope)))),
                option(called.isEmpty() ? 0 : 4, () -> declaration(name, called.orElseThrow())),
                option(3 * more, () -> declaration(name, expressions.arrays().own(scope))),
                option(more, () -> declaration(name, chosen(scope))));
        scope.add(new Variable(name, DOUBLES, true, false));
        return statement;
    }

    /** Another name of an array that may be the caller's. */
    Statement named(Scope scope) {
        String name = scope.freshName(chance);
        Statement statement = declaration(name, expressions.arrays().any(scope));
        scope.add(new Variable(name, DOUBLES, false, false));
        return statement;
    }

    private static Statement declaration(String name, Expression array) {
        return new Declare(DOUBLES.text(), name, Optional.of(array));
    }

    private String zeros(Scope scope) {
        String length = chance.once(4)
                ? "Math.max(" + LENGTH + ", "
                        + expressions.arrays().measurable(scope).text() + ".length)"
                : Integer.toString(chance.between(LENGTH, LENGTH + 1));
        return "new double[" + length + "]";
    }

    private static Expression copy(Expression array) {
        return new Call("java.util.Arrays.copyOf", List.of(array, Literal.of(LENGTH)), DOUBLES);
    }

    private Expression chosen(Scope scope) {
        return new Conditional(
                expressions.truth(scope, 1),
                expressions.arrays().own(scope),
                expressions.arrays().own(scope));
    }

    private List<Expression> values(Scope scope) {
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            values.add(expressions.real(scope, 2));
        }
        return values;
    }

    /** A write to an element; in loops rather such as do not grow without bound. */
    Statement written(Scope scope) {
        Element target = new Element(expressions.arrays().own(scope), expressions.index(scope));
        int calm = scope.isInLoop() ? 3 : 1;
        return chance.<Statement>choose(
                option(4, () -> new MoreStatement.Write(target, "=", expressions.real(scope, 3))),
                option(4 * calm, () -> new MoreStatement.Write(target, "=", wave("sin", scope))),
                option(
                        2 * calm,
                        () -> new MoreStatement.Write(target, chance.of("+=", "-="), expressions.real(scope, 2))),
                option(2 * calm, () -> new MoreStatement.Write(target, "*=", wave("cos", scope))),
                option(1, () -> new MoreStatement.Write(target, "*=", expressions.real(scope, 1))),
                option(
                        1,
                        () -> new MoreStatement.Write(target, "/=", new Call("Math.cosh", expressions.real(scope, 1)))),
                option(1, () -> new Plain(target.text() + chance.of("++", "--"), false)));
    }

    private Expression wave(String function, Scope scope) {
        return new Call("Math." + function, expressions.real(scope, 2));
    }

    /** A statement about whole arrays: two names, a fill, a copy of a part. */
    Statement shared(Scope scope) {
        Expression own = expressions.arrays().own(scope);
        Expression any = expressions.arrays().any(scope);
        List<Variable> variables = scope.assignable(DOUBLES);
        int some = variables.isEmpty() ? 0 : 1;
        String name = variables.isEmpty() ? "" : chance.any(variables).name();
        return chance.<Statement>choose(
                option(3 * some, () -> new Assign(name, "=", own)),
                option(some, () -> new Assign(name, "=", new Copy(any))),
                option(some, () -> new Assign(name, "=", chosen(scope))),
                option(2, () -> new MoreStatement.Fill(own, expressions.real(scope, 2))),
                option(2, () -> new Plain("System.arraycopy(" + part(any, own) + ")", false)));
    }

    private String part(Expression from, Expression to) {
        int count = chance.between(0, LENGTH - 1);
        return from.text() + ", " + chance.between(0, 1) + ", " + to.text() + ", " + chance.between(0, 1) + ", "
                + count;
    }
}
