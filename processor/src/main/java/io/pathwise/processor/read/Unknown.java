package io.pathwise.processor.read;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;

/**
 * What stands for source that was refused, so that reading goes on and one mistake gives one message.
 *
 * <p>Class types stand for the unknown too: no value of such a type is ever read without a message.
 */
final class Unknown {
    static final Type TYPE = new Type.Reference("<unknown>");

    private Unknown() {}

    static Expression at(Position position) {
        return new Expression.Literal(null, TYPE, position);
    }

    static boolean is(Expression expression) {
        return is(expression.type());
    }

    static boolean is(Type type) {
        return type instanceof Type.Reference;
    }
}
