package io.pathwise.processor.program;

import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Type.Primitive;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Short names for the nodes of programs, to write them down in tests. */
public final class Terms {
    private static final Position NONE = Position.NONE;

    private Terms() {}

    public static Expression number(double value) {
        return new Literal(value, Primitive.DOUBLE, NONE);
    }

    public static Expression number(int value) {
        return new Literal(value, Primitive.INT, NONE);
    }

    public static Expression truth(boolean value) {
        return new Literal(value, Primitive.BOOLEAN, NONE);
    }

    public static Expression local(Variable variable) {
        return new Local(variable, NONE);
    }

    /** The operation with the operator as Java writes it. */
    public static Expression binary(Expression left, String symbol, Expression right) {
        BinaryOperator operator = List.of(BinaryOperator.values()).stream()
                .filter(each -> each.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
        boolean logical = operator.isComparison() || operator.isShortCircuit();
        return new Binary(operator, left, right, logical ? Primitive.BOOLEAN : promoted(left, right), NONE);
    }

    private static Type promoted(Expression left, Expression right) {
        Primitive a = (Primitive) left.type();
        Primitive b = (Primitive) right.type();
        Primitive wider = a.compareTo(b) > 0 ? a : b;
        return wider == Primitive.BOOLEAN || wider.compareTo(Primitive.INT) > 0 ? wider : Primitive.INT;
    }

    /** A call of a function of {@code Math} from doubles to a double. */
    public static Expression math(String name, Expression... arguments) {
        return call("java.lang.Math", name, arguments);
    }

    /** A call of a function from doubles to a double. */
    public static Expression call(String owner, String name, Expression... arguments) {
        List<Type> types = Collections.nCopies(arguments.length, Primitive.DOUBLE);
        return new Call(new Function(owner, name, types, Primitive.DOUBLE), List.of(arguments), NONE);
    }

    public static Expression element(Expression array, Expression index) {
        return new Element(array, index, NONE);
    }

    public static Expression field(Expression object, String name, Type type) {
        return new Field(object, name, type, NONE);
    }

    /** {@code gradient.memory(slot, size)}. */
    public static Expression memory(Expression gradient, int slot, Expression size) {
        Type type = new Type.ArrayOf(Primitive.DOUBLE);
        return new Method(gradient, "memory", List.of(number(slot), size), type, NONE);
    }

    public static Statement declare(Variable variable, Expression value) {
        return new Declare(variable, value, NONE);
    }

    public static Statement declare(Variable variable) {
        return new Declare(variable, Optional.empty(), NONE);
    }

    public static Statement assign(Expression target, Expression value) {
        return new Assign(target, value, NONE);
    }

    public static Statement assign(Variable target, Expression value) {
        return assign(local(target), value);
    }

    /** {@code target += value}. */
    public static Statement add(Expression target, Expression value) {
        return assign(target, binary(target, "+", value));
    }

    public static Statement add(Variable target, Expression value) {
        return add(local(target), value);
    }

    public static Block block(Statement... statements) {
        return Block.of(List.of(statements));
    }

    public static Statement when(Expression condition, Block then, Block otherwise) {
        return new If(condition, then, otherwise, NONE);
    }

    public static Statement when(Expression condition, Block then) {
        return when(condition, then, Block.EMPTY);
    }

    /** {@code for (int counter = 0; counter < bound; counter++) body}. */
    public static Statement count(Variable counter, Expression bound, Block body) {
        return new For(
                List.of(declare(counter, number(0))),
                binary(local(counter), "<", bound),
                List.of(add(counter, number(1))),
                body,
                NONE);
    }

    public static Statement loop(Expression condition, Block body) {
        return new While(condition, body, NONE);
    }

    public static Statement exit(Expression value) {
        return new Return(value, NONE);
    }

    public static Statement leave() {
        return new Break(NONE);
    }

    public static Statement explained(String comment, Statement... statements) {
        return new Explained(comment, List.of(statements), NONE);
    }
}
