package io.pathwise.processor;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Looks for types that do not exist yet: another processor may generate them. */
final class Unresolved {
    private Unresolved() {}

    /** Whether a signature, or what the class or one around it inherits from, is unresolved. */
    static boolean hasUnresolvedTypes(TypeElement type, List<ExecutableElement> methods) {
        return methods.stream().flatMap(Unresolved::signature).anyMatch(Unresolved::isUnresolved)
                || inherits(type).anyMatch(Unresolved::isUnresolved);
    }

    private static Stream<TypeMirror> signature(ExecutableElement method) {
        return Stream.concat(
                Stream.of(method.getReturnType()),
                method.getParameters().stream().map(Element::asType));
    }

    private static Stream<TypeMirror> inherits(TypeElement type) {
        Stream<TypeMirror> own = Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream());
        return type.getEnclosingElement() instanceof TypeElement enclosing
                ? Stream.concat(own, inherits(enclosing))
                : own;
    }

    private static boolean isUnresolved(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                || type instanceof ArrayType array && isUnresolved(array.getComponentType());
    }
}
