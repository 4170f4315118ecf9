package io.pathwise.processor.read;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
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
        String type = owner.getQualifiedName().toString();
        return parameters.stream()
                .limit(1)
                .map(Parameter::variable)
                .filter(each -> each.type() instanceof Type.Reference object
                                && object.qualifiedName().equals(type)
                        || each.type() instanceof Type.Record record
                                && record.qualifiedName().equals(type))
                .findFirst();
    }

    /** Whether the method's value is one to compute with, but generated code must not call it. */
    boolean isHidden(ExecutableElement method) {
        return !members.isAccessibleInPackage(method) && isSupported(method);
    }

    /** Whether generated code can call the method, and its value is one to compute with. */
    boolean canBe(ExecutableElement method) {
        return members.isAccessibleInPackage(method) && isSupported(method);
    }

    private boolean isSupported(ExecutableElement method) {
        return method.getThrownTypes().stream().allMatch(this::isUnchecked)
                && isResult(method.getReturnType())
                && method.getParameters().stream().map(Element::asType).allMatch(this::isParameter);
    }

    /**
     * Whether a call of the method does not surely depend on an active parameter.
     *
     * @param object of which it is called; ignored where it is static
     */
    boolean areConstant(ExecutableElement method, Optional<Expression> object, List<Expression> arguments) {
        return (isStatic(method) || object.stream().noneMatch(this::isActive))
                && arguments.stream().noneMatch(this::isActive);
    }

    /** The call as it stands. */
    Expression keep(
            ExecutableElement method, Optional<Expression> object, List<Expression> arguments, Position position) {
        String name = method.getSimpleName().toString();
        Type result = JavaTypes.orObject(method.getReturnType()).orElseThrow();
        if (!isStatic(method)) {
            return new Method(object.orElseThrow(), name, arguments, result, position);
        }
        List<Type> parameters = method.isVarArgs()
                ? arguments.stream().map(Expression::type).toList()
                : method.getParameters().stream()
                        .map(each -> parameter(each.asType()))
                        .toList();
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        return new Call(new Function(owner, name, parameters, result), arguments, position);
    }

    private static boolean isStatic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC);
    }

    private Type parameter(TypeMirror type) {
        return JavaTypes.of(type)
                .orElseGet(() -> new Type.Reference(erased(type).toString()));
    }

    private TypeMirror erased(TypeMirror type) {
        return types.erasure(type);
    }

    private boolean isActive(Expression argument) {
        return argument.type() instanceof Type.Record || mentionsActive(argument);
    }

    /**
     * Whole numbers, such as an array's length, and truth values are constants, whatever they come from, and so are
     * components of records that carry no derivative.
     */
    private boolean mentionsActive(Expression expression) {
        boolean isConstant = expression.type() instanceof Type.Primitive type && type != Type.Primitive.DOUBLE
                || expression instanceof Component && !expression.type().isDifferentiable();
        return expression instanceof Local local && actives.contains(local.variable())
                || !isConstant && Expressions.children(expression).stream().anyMatch(this::mentionsActive);
    }

    /** What a call gives may be an object, to call a method of it. */
    private boolean isResult(TypeMirror type) {
        return JavaTypes.orObject(type).filter(KeptCalls::isSupported).isPresent() && members.isNameableInPackage(type);
    }

    private boolean isParameter(TypeMirror type) {
        return JavaTypes.of(type).map(KeptCalls::isSupported).orElseGet(() -> isObject(erased(type)));
    }

    private static boolean isObject(TypeMirror type) {
        return type instanceof ArrayType array
                ? isObject(array.getComponentType())
                : type.getKind() == TypeKind.DECLARED;
    }

    private static boolean isSupported(Type type) {
        return !(type instanceof Type.Record) && !JavaTypes.isFloat(type);
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
