package io.pathwise.processor.program;

import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable.Origin;
import java.util.Collections;
import java.util.List;

/** Programs built by hand. */
public final class Build {
    public static final Type DOUBLE = Primitive.DOUBLE;
    public static final Type DOUBLES = new Type.ArrayOf(Primitive.DOUBLE);
    public static final Type INT = Primitive.INT;

    private static int next;

    private Build() {}

    public static Variable variable(String name, Type type, Origin origin) {
        return new Variable(next++, name, type, origin);
    }

    public static Variable source(String name, Type type) {
        return variable(name, type, Origin.SOURCE);
    }

    public static Variable generated(String name, Type type) {
        return variable(name, type, Origin.GENERATED);
    }

    public static Variable noise(String name, Type type) {
        return variable(name, type, Origin.NOISE);
    }

    public static Expression local(Variable variable) {
        return new Local(variable, Position.NONE);
    }

    public static Expression literal(double value) {
        return new Literal(value, DOUBLE, Position.NONE);
    }

    public static Expression literal(int value) {
        return new Literal(value, INT, Position.NONE);
    }

    /** A binary operation whose type follows from its operands. */
    public static Expression binary(Expression left, String symbol, Expression right) {
        BinaryOperator operator = java.util.Arrays.stream(BinaryOperator.values())
                .filter(each -> each.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
        boolean isBoolean = operator.isComparison() || operator.isShortCircuit();
        boolean isReal = left.type() == DOUBLE || right.type() == DOUBLE;
        return new Binary(operator, left, right, isBoolean ? Primitive.BOOLEAN : isReal ? DOUBLE : INT, Position.NONE);
    }

    public static Expression negate(Expression operand) {
        return new Unary(UnaryOperator.NEGATE, operand, operand.type(), Position.NONE);
    }

    public static Expression cast(Type type, Expression operand) {
        return new Cast(operand, type, Position.NONE);
    }

    public static Expression conditional(Expression condition, Expression yes, Expression no) {
        return new Conditional(condition, yes, no, yes.type(), Position.NONE);
    }

    public static Expression math(String name, Expression... arguments) {
        return call("java.lang.Math", name, DOUBLE, arguments);
    }

    public static Expression call(String owner, String name, Type result, Expression... arguments) {
        List<Type> types = Collections.nCopies(arguments.length, DOUBLE);
        return new Call(new Function(owner, name, types, result), List.of(arguments), Position.NONE);
    }

    public static Expression element(Variable array, Expression index) {
        return new Element(local(array), index, Position.NONE);
    }

    public static Expression field(Variable object, String name) {
        return new Field(local(object), name, DOUBLE, Position.NONE);
    }

    public static Statement declare(Variable variable, Expression value) {
        return new Declare(variable, value, Position.NONE);
    }

    public static Statement assign(Expression target, Expression value) {
        return new Assign(target, value, Position.NONE);
    }

    /** {@code target += value}. */
    public static Statement increase(Expression target, Expression value) {
        return assign(target, binary(target, "+", value));
    }

    public static Statement explained(String comment, Statement... statements) {
        return new Explained(comment, List.of(statements), Position.NONE);
    }

    public static Statement giveBack(Expression value) {
        return new Statement.Return(value, Position.NONE);
    }

    /** {@code for (int i = from; condition; i = i ± 1)}. */
    public static Statement loop(Variable i, Expression from, Expression condition, String step, Statement... body) {
        return new Statement.For(
                List.of(declare(i, from)),
                condition,
                List.of(assign(local(i), binary(local(i), step, literal(1)))),
                block(body),
                Position.NONE);
    }

    public static Block block(Statement... statements) {
        return Block.of(List.of(statements));
    }

    public static Parameter parameter(Variable variable, Kind kind) {
        return new Parameter(variable, kind, Position.NONE);
    }

    public static Program program(
            String owner, String name, Type result, List<Parameter> parameters, Statement... body) {
        return new Program(owner, name, parameters, result, block(body), next, Position.NONE);
    }
}
