package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.Chance.option;
import static io.pathwise.processor.fuzz.ExpressionGenerator.LENGTH;
import static io.pathwise.processor.fuzz.JavaType.DOUBLES;

import io.pathwise.processor.fuzz.Expression.Call;
import io.pathwise.processor.fuzz.Expression.Element;
import io.pathwise.processor.fuzz.Scope.Variable;
import io.pathwise.processor.fuzz.Statement.Plain;
import java.util.ArrayList;
import java.util.List;

/** Random statements about local arrays, which all have one length. */
final class ArrayGenerator {
    private final Chance chance;
    private final ExpressionGenerator expressions;

    ArrayGenerator(Chance chance, ExpressionGenerator expressions) {
        this.chance = chance;
        this.expressions = expressions;
    }

    /** A new array: of zeros, of values, a copy, or another name of one. */
    Statement declared(Scope scope) {
        String name = scope.freshName(chance);
        List<Variable> all = scope.of(DOUBLES);
        List<Variable> local = scope.assignable(DOUBLES);
        int some = all.isEmpty() ? 0 : 1;
        int more = local.isEmpty() ? 0 : 1;
        String declaration = "double[] " + name + " = ";
        Statement statement = chance.<Statement>choose(
                option(3, () -> new Plain(declaration + "new double[" + LENGTH + "]", false)),
                option(4, () -> new MoreStatement.Initialize(name, values(scope))),
                option(3 * some, () -> new Plain(declaration + chance.any(all).name() + ".clone()", false)),
                option(some, () -> new Plain(declaration + copy(chance.any(all).name()), false)),
                option(3 * more, () -> new Plain(declaration + chance.any(local).name(), false)),
                option(more, () -> new Plain(declaration + chosen(scope, local), false)));
        scope.add(new Variable(name, DOUBLES, true, false));
        return statement;
    }

    private static String copy(String array) {
        return "java.util.Arrays.copyOf(" + array + ", " + LENGTH + ")";
    }

    private String chosen(Scope scope, List<Variable> local) {
        String condition = expressions.truth(scope, 1).operand();
        return condition + " ? " + chance.any(local).name() + " : "
                + chance.any(local).name();
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
        Element target = new Element(chance.any(scope.assignable(DOUBLES)).name(), expressions.index(scope));
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
        List<Variable> local = scope.assignable(DOUBLES);
        String one = chance.any(local).name();
        String other = chance.any(local).name();
        String any = chance.any(scope.of(DOUBLES)).name();
        int from = chance.between(0, 1);
        int to = chance.between(0, 1);
        int count = chance.between(0, LENGTH - 1);
        String part = any + ", " + from + ", " + one + ", " + to + ", " + count;
        return chance.<Statement>choose(
                option(3, () -> new Plain(one + " = " + other, false)),
                option(1, () -> new Plain(one + " = " + any + ".clone()", false)),
                option(1, () -> new Plain(one + " = " + chosen(scope, local), false)),
                option(2, () -> new MoreStatement.Fill(one, expressions.real(scope, 2))),
                option(2, () -> new Plain("System.arraycopy(" + part + ")", false)));
    }
}
