package io.pathwise.processor.rules;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import java.util.List;

/**
 * {@code Math} or {@code StrictMath}: a function's derivatives call the library that declares the function, so that a
 * strict program has strict derivatives.
 *
 * @param owner the qualified name of the class
 */
record MathLibrary(String owner) {
    private static final Type DOUBLE = Primitive.DOUBLE;

    /** The function of one {@code double}. */
    Function unary(String name) {
        return function(name, DOUBLE, DOUBLE);
    }

    /** The function of two {@code double}s. */
    Function binary(String name) {
        return function(name, DOUBLE, DOUBLE, DOUBLE);
    }

    /** The function of three {@code double}s. */
    Function ternary(String name) {
        return function(name, DOUBLE, DOUBLE, DOUBLE, DOUBLE);
    }

    /** A function by its signature. */
    Function function(String name, Type result, Type... parameters) {
        return new Function(owner, name, List.of(parameters), result);
    }

    /** A call of a function of one {@code double}. */
    Expression call(String name, Expression argument) {
        return call(unary(name), argument);
    }

    /** A call of a function of two {@code double}s. */
    Expression call(String name, Expression first, Expression second) {
        return call(binary(name), first, second);
    }

    /** A call. */
    Expression call(Function function, Expression... arguments) {
        return new Call(function, List.of(arguments), Position.NONE);
    }

    /** The circle's constant. */
    Expression pi() {
        return new Constant(owner, "PI", Math.PI, DOUBLE, Position.NONE);
    }
}
