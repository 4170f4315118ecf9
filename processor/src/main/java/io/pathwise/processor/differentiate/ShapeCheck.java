package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import java.util.List;

/** Checks that arrays of derivatives which the caller hands over are as long as the arguments that they belong to. */
final class ShapeCheck {
    /** The runtime's class with the checks of gradients. */
    static final String GRADIENT = "io.pathwise.runtime.Gradient";
    /** The runtime's class with the checks of tangents. */
    static final String TANGENTS = "io.pathwise.runtime.Tangents";

    private ShapeCheck() {}

    /**
     * The check of one array or matrix.
     *
     * @param checks the runtime's class that makes it
     * @param method the method in whose name to complain
     * @param name what to call the derivatives
     * @param derivatives the array or matrix of derivatives
     * @param argument the argument
     */
    static Statement of(String checks, String method, String name, Expression derivatives, Variable argument) {
        Type string = Type.Reference.TEXT;
        boolean isMatrix = ((Type.ArrayOf) argument.type()).element() instanceof Type.ArrayOf;
        Expression read = Algebra.local(argument);
        Expression shape = isMatrix ? read : new Length(read, Position.NONE);
        List<Type> types = List.of(string, string, argument.type(), shape.type());
        Function check = new Function(checks, isMatrix ? "requireShape" : "requireLength", types, null);
        List<Expression> arguments = List.of(
                new Literal(method, string, Position.NONE),
                new Literal(name, string, Position.NONE),
                derivatives,
                shape);
        return new Evaluate(new Call(check, arguments, Position.NONE), Position.NONE);
    }
}
