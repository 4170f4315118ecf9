package io.pathwise.processor.vectorize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Type.Primitive;
import java.util.List;
import java.util.Optional;

/**
 * {@code Vectors.addMultiple(factor, vector, length, sum)}.
 *
 * @param length how many elements take part
 * @param sum the vector that is added to
 */
record AddedMultiple(Expression factor, Expression vector, Expression length, Expression sum) {
    private static final Function FUNCTION = function("addMultiple");
    private static final Function UNBOUNDED = function("addUnboundedMultiple");

    private static Function function(String name) {
        return new Function(
                "io.pathwise.runtime.Vectors",
                name,
                List.of(Primitive.DOUBLE, ScratchVectors.VECTOR, Primitive.INT, ScratchVectors.VECTOR),
                null);
    }

    /** What the statement adds, if it is such a call. */
    static Optional<AddedMultiple> of(Statement statement) {
        if (!(statement instanceof Evaluate evaluate)
                || !(evaluate.expression() instanceof Call call)
                || !call.function().equals(FUNCTION)) {
            return Optional.empty();
        }
        List<Expression> arguments = call.arguments();
        return Optional.of(new AddedMultiple(arguments.get(0), arguments.get(1), arguments.get(2), arguments.get(3)));
    }

    /** The call. */
    Statement statement() {
        return call(FUNCTION);
    }

    /** The call for a factor that may be infinite, which adds nothing where the vector is zero. */
    Statement unbounded() {
        return call(UNBOUNDED);
    }

    private Statement call(Function function) {
        return new Evaluate(new Call(function, List.of(factor, vector, length, sum), Position.NONE), Position.NONE);
    }
}
