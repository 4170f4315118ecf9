package io.pathwise.processor.read;

import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads calls of the library's methods that fill and copy arrays; those that take objects take rows here. */
final class ArrayLibrary {
    private static final Set<String> SIGNATURES = Set.of(
            "java.util.Arrays.fill",
            "java.util.Arrays.copyOf",
            "java.util.Arrays.copyOfRange",
            "java.lang.System.arraycopy");

    private final Source source;

    ArrayLibrary(Source source) {
        this.source = source;
    }

    /** Whether the method is one of them. */
    static boolean includes(ExecutableElement method) {
        return SIGNATURES.contains(JavaTypes.qualifiedName(method));
    }

    /** The call with the types that its arrays have. */
    Expression call(ExecutableElement method, List<Expression> arguments, Position position) {
        if (arguments.stream().anyMatch(Unknown::is)) {
            return Unknown.at(position);
        }
        List<Type> parameters = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Type given = arguments.get(i).type();
            parameters.add(JavaTypes.of(method.getParameters().get(i).asType()).orElse(given));
        }
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        String name = method.getSimpleName().toString();
        return switch (name) {
            case "fill" -> filled(new Function(owner, name, parameters, null), arguments, position);
            case "arraycopy" -> copied(new Function(owner, name, parameters, null), arguments, position);
            default -> new Call(new Function(owner, name, parameters, parameters.get(0)), arguments, position);
        };
    }

    private Expression filled(Function fill, List<Expression> arguments, Position position) {
        Type element = ((ArrayOf) arguments.get(0).type()).element();
        Expression value = arguments.get(arguments.size() - 1);
        boolean fits = element instanceof Primitive || value.type().equals(element);
        return fits ? new Call(fill, arguments, position) : mismatch(value, element.javaName());
    }

    private Expression copied(Function copy, List<Expression> arguments, Position position) {
        Expression from = arguments.get(0);
        Expression to = arguments.get(2);
        if (!(from.type() instanceof ArrayOf)) {
            return mismatch(from, "an array");
        }
        return to.type().equals(from.type())
                ? new Call(copy, arguments, position)
                : mismatch(to, from.type().javaName());
    }

    private Expression mismatch(Expression found, String required) {
        return source.refuse(
                Messages.typeMismatch(found.position(), found.type().javaName(), required));
    }
}
