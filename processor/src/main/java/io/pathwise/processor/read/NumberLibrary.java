package io.pathwise.processor.read;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Reads the methods of {@code Double} that are an operator, or a function of {@code Math}, under another name. */
final class NumberLibrary {
    private static final Set<String> SIGNATURES =
            Set.of("java.lang.Double.sum", "java.lang.Double.max", "java.lang.Double.min");

    private NumberLibrary() {}

    /** Whether the method is one of them. */
    static boolean includes(ExecutableElement method) {
        return SIGNATURES.contains(JavaTypes.qualifiedName(method));
    }

    /** What the call computes. */
    static Expression call(ExecutableElement method, List<Expression> arguments, Position position) {
        if (arguments.stream().anyMatch(Unknown::is)) {
            return Unknown.at(position);
        }
        String name = method.getSimpleName().toString();
        if (name.equals("sum")) {
            List<Expression> terms = arguments.stream().map(NumberLibrary::real).toList();
            return new Binary(BinaryOperator.ADD, terms.get(0), terms.get(1), Primitive.DOUBLE, position);
        }
        List<Type> parameters = List.of(Primitive.DOUBLE, Primitive.DOUBLE);
        return new Call(new Function("java.lang.Math", name, parameters, Primitive.DOUBLE), arguments, position);
    }

    /** The argument as the parameter takes it. */
    private static Expression real(Expression argument) {
        return argument.type() == Primitive.DOUBLE
                ? argument
                : new Cast(argument, Primitive.DOUBLE, argument.position());
    }
}
