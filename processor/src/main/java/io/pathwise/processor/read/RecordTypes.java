package io.pathwise.processor.read;

import io.pathwise.processor.program.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Translates records: their components are all that is known of them, wherever they come from. */
final class RecordTypes {
    private RecordTypes() {}

    /** The record as a type of the program; absent where a component has none, or where {@link #problem} finds one. */
    static Optional<Type> of(TypeElement record) {
        return of(record, Set.of());
    }

    /** Why a type that is, or contains, a record is not supported; absent where it is none or is supported. */
    static Optional<String> problem(TypeMirror mirror) {
        return problem(mirror, Set.of());
    }

    static boolean isRecord(TypeMirror mirror) {
        return mirror.getKind() == TypeKind.DECLARED
                && ((DeclaredType) mirror).asElement().getKind() == ElementKind.RECORD;
    }

    /** The constructor that takes the components. */
    static Optional<ExecutableElement> canonicalConstructor(TypeElement record) {
        List<? extends RecordComponentElement> components = record.getRecordComponents();
        return ElementFilter.constructorsIn(record.getEnclosedElements()).stream()
                .filter(each -> hasTypesOf(each.getParameters(), components))
                .findFirst();
    }

    private static boolean hasTypesOf(
            List<? extends VariableElement> parameters, List<? extends RecordComponentElement> components) {
        if (parameters.size() != components.size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            String type = components.get(i).asType().toString();
            if (!parameters.get(i).asType().toString().equals(type)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Type> of(TypeElement record, Set<TypeElement> around) {
        if (around.contains(record) || !record.getTypeParameters().isEmpty()) {
            return Optional.empty();
        }
        Set<TypeElement> inside = with(around, record);
        List<Type.Record.Component> components = new ArrayList<>();
        for (RecordComponentElement each : record.getRecordComponents()) {
            Optional<Type> type = of(each.asType(), inside);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            components.add(
                    new Type.Record.Component(each.getSimpleName().toString(), type.get(), isConstant(record, each)));
        }
        return Optional.of(new Type.Record(record.getQualifiedName().toString(), components));
    }

    private static Optional<Type> of(TypeMirror component, Set<TypeElement> around) {
        return isRecord(component) ? of(elementOf(component), around) : JavaTypes.of(component);
    }

    /** In class files the annotation of a component is kept where it applies to members, too. */
    private static boolean isConstant(TypeElement record, RecordComponentElement component) {
        int index = record.getRecordComponents().indexOf(component);
        return Annotations.isConstant(component)
                || canonicalConstructor(record)
                        .filter(each ->
                                Annotations.isConstant(each.getParameters().get(index)))
                        .isPresent();
    }

    private static Optional<String> problem(TypeMirror mirror, Set<TypeElement> around) {
        if (mirror.getKind() == TypeKind.ARRAY) {
            TypeMirror element = ((ArrayType) mirror).getComponentType();
            return isRecord(element) ? Optional.of("it is an array of records") : problem(element, around);
        } else if (!isRecord(mirror)) {
            return Optional.empty();
        }
        TypeElement record = elementOf(mirror);
        if (!record.getTypeParameters().isEmpty()) {
            return Optional.of("record '" + record.getSimpleName() + "' has type parameters");
        } else if (around.contains(record)) {
            return Optional.of("record '" + record.getSimpleName() + "' contains itself");
        }
        for (RecordComponentElement each : record.getRecordComponents()) {
            Optional<String> inside = problem(each.asType(), with(around, record));
            if (each.asType().getKind() == TypeKind.ARRAY && inside.isPresent()) {
                return Optional.of("its component '" + each.getSimpleName() + "' is an array of records");
            } else if (inside.isPresent()) {
                return inside;
            } else if (of(each.asType(), with(around, record)).isEmpty()) {
                return Optional.of("its component '" + each.getSimpleName() + "' has type '" + each.asType() + "'");
            }
        }
        return Optional.empty();
    }

    private static TypeElement elementOf(TypeMirror record) {
        return (TypeElement) ((DeclaredType) record).asElement();
    }

    private static Set<TypeElement> with(Set<TypeElement> around, TypeElement record) {
        Set<TypeElement> inside = new HashSet<>(around);
        inside.add(record);
        return inside;
    }
}
