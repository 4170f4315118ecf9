package io.pathwise.processor.read;

import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Type.Reference;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Translates between the compiler's types and the program's. */
final class JavaTypes {
    /** The type of {@code null}. */
    static final Type NULL = new Reference("null");

    private JavaTypes() {}

    /** The type of the program; absent for anything but primitive types, strings, enums, arrays and records. */
    static Optional<Type> of(TypeMirror mirror) {
        if (mirror.getKind().isPrimitive()) {
            return Optional.of(Primitive.valueOf(mirror.getKind().name()));
        } else if (mirror.getKind() == TypeKind.ARRAY) {
            return of(((ArrayType) mirror).getComponentType())
                    .filter(element -> !(element instanceof Type.Record))
                    .map(ArrayOf::new);
        } else if (mirror.getKind() == TypeKind.DECLARED) {
            TypeElement element = (TypeElement) ((DeclaredType) mirror).asElement();
            if (element.getKind() == ElementKind.RECORD) {
                return RecordTypes.of(element);
            }
            Type type = new Reference(element.getQualifiedName().toString());
            return element.getKind() == ElementKind.ENUM || isText(type) ? Optional.of(type) : Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * The type of a parameter or field that may also be an object, a constant whose methods are called; absent for
     * objects with type arguments, of which generated code would know too little.
     */
    static Optional<Type> orObject(TypeMirror mirror) {
        return of(mirror).or(() -> object(mirror));
    }

    /** The type of an object of a class or interface without type parameters. */
    private static Optional<Type> object(TypeMirror mirror) {
        if (mirror.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        TypeElement element = (TypeElement) ((DeclaredType) mirror).asElement();
        boolean isPlain = (element.getKind() == ElementKind.CLASS || element.getKind() == ElementKind.INTERFACE)
                && element.getTypeParameters().isEmpty()
                && ((DeclaredType) mirror).getEnclosingType().getKind() == TypeKind.NONE;
        return isPlain ? Optional.of(new Reference(element.getQualifiedName().toString())) : Optional.empty();
    }

    /** The compiler's type of a type that {@link #of} gives. */
    static TypeMirror mirror(Type type, Types types, ClassNames names) {
        if (type instanceof ArrayOf array) {
            return types.getArrayType(mirror(array.element(), types, names));
        } else if (type.equals(NULL)) {
            return types.getNullType();
        } else if (type instanceof Reference reference) {
            return names.type(reference.qualifiedName()).orElseThrow().asType();
        } else if (type instanceof Type.Record record) {
            return names.type(record.qualifiedName()).orElseThrow().asType();
        }
        return types.getPrimitiveType(TypeKind.valueOf(type.javaName().toUpperCase(Locale.ROOT)));
    }

    /** Whether the type is {@code float} or made of it. */
    static boolean isFloat(Type type) {
        return type == Primitive.FLOAT
                || type instanceof ArrayOf array && isFloat(array.element())
                || type instanceof Type.Record record
                        && record.components().stream().anyMatch(each -> isFloat(each.type()));
    }

    /** Whether the type is {@code String}. */
    static boolean isText(Type type) {
        return type.equals(Reference.TEXT);
    }

    /** Whether the type is an enum. */
    static boolean isEnum(Type type) {
        return type instanceof Reference && !isText(type) && !Unknown.is(type);
    }

    /** {@code java.lang.Math.max(double,double)}, with erased types. */
    static String signature(ExecutableElement method, Types types) {
        return qualifiedName(method)
                + method.getParameters().stream()
                        .map(parameter -> types.erasure(parameter.asType()).toString())
                        .collect(Collectors.joining(",", "(", ")"));
    }

    /** {@code java.lang.Math.max}. */
    static String qualifiedName(javax.lang.model.element.Element member) {
        return ((TypeElement) member.getEnclosingElement()).getQualifiedName() + "." + member.getSimpleName();
    }
}
