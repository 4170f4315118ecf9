package io.pathwise.processor.read;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Which calls of methods without derivatives stay as they are: those whose arguments are constants. Here a call is kept
 * unless it surely depends on an active parameter; what the arguments are in the end is judged once the whole method is
 * known.
 */
final class KeptCalls {
    private static final Set<String> UNCHECKED = Set.of("java.lang.RuntimeException", "java.lang.Error");

    private final Members members;
    private final Types types;
    private final Set<Variable> actives = new HashSet<>();

    KeptCalls(Members members, Types types, List<Parameter> parameters) {
        this.members = members;
        this.types = types;
        parameters.stream().filter(Parameter::isActive).map(Parameter::variable).forEach(actives::add);
    }

    /** The object whose method is read: the parameter of the class itself that stands first. */
    static Optional<Variable> self(TypeElement owner, List<Parameter> parameters) {
        Type type = new Type.Reference(owner.getQualifiedName().toString());
        return parameters.stream()
                .limit(1)
                .map(Parameter::variable)
                .filter(each -> each.type().equals(type))
                .findFirst();
    }

    /** Whether a call of the method may be kept. */
    boolean includes(ExecutableElement method, List<Expression> arguments) {
        return members.isAccessibleInPackage(method)
                && method.getThrownTypes().stream().allMatch(this::isUnchecked)
                && isSupported(method.getReturnType())
                && method.getParameters().stream().map(Element::asType).allMatch(KeptCalls::isSupported)
                && arguments.stream().noneMatch(this::isActive);
    }

    private boolean isActive(Expression argument) {
        return argument.type() instanceof Type.Record || mentionsActive(argument);
    }

    /** An array's length is a constant, whatever the array holds. */
    private boolean mentionsActive(Expression expression) {
        return expression instanceof Local local && actives.contains(local.variable())
                || !(expression instanceof Length)
                        && Expressions.children(expression).stream().anyMatch(this::mentionsActive);
    }

    private static boolean isSupported(TypeMirror type) {
        return JavaTypes.of(type)
                .filter(each -> !(each instanceof Type.Record) && !JavaTypes.isFloat(each))
                .isPresent();
    }

    private boolean isUnchecked(TypeMirror thrown) {
        for (TypeMirror each = thrown; each instanceof DeclaredType type; each = superclass(type)) {
            if (UNCHECKED.contains(
                    ((TypeElement) type.asElement()).getQualifiedName().toString())) {
                return true;
            }
        }
        return false;
    }

    private TypeMirror superclass(DeclaredType type) {
        return types.directSupertypes(type).stream().findFirst().orElse(null);
    }
}
