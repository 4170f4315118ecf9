package io.pathwise.processor.read;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import java.util.Optional;

/** What stands for source that was refused, so that reading goes on and one mistake gives one message. */
final class Unknown {
    private static final String MARK = "?";

    static final Type TYPE = ofClass("");

    private Unknown() {}

    /** What stands for a class that programs cannot compute with. */
    static Type ofClass(String qualifiedName) {
        return new Type.Reference(MARK + qualifiedName);
    }

    static Expression at(Position position) {
        return new Expression.Literal(null, TYPE, position);
    }

    static boolean is(Expression expression) {
        return is(expression.type());
    }

    static boolean is(Type type) {
        return className(type).isPresent();
    }

    /** The name of the class that the type stands for; empty where it is not known. */
    static Optional<String> className(Type type) {
        return type instanceof Type.Reference reference
                        && reference.qualifiedName().startsWith(MARK)
                ? Optional.of(reference.qualifiedName().substring(MARK.length()))
                : Optional.empty();
    }
}
