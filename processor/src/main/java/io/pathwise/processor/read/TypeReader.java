package io.pathwise.processor.read;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.read.Named.OfType;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads types as they are written in a body. */
final class TypeReader {
    private final NameReader names;
    private final ClassNames classNames;
    private final Members members;

    TypeReader(NameReader names, ClassNames classNames, Members members) {
        this.names = names;
        this.classNames = classNames;
        this.members = members;
    }

    /** A primitive type, an enum, {@code String}, an array of these, or a record; absent for all others. */
    Optional<Type> read(Tree tree) {
        if (tree instanceof PrimitiveTypeTree primitive
                && primitive.getPrimitiveTypeKind().isPrimitive()) {
            return Optional.of(
                    Primitive.valueOf(primitive.getPrimitiveTypeKind().name()));
        }
        if (tree instanceof ArrayTypeTree array) {
            return read(array.getType())
                    .filter(element -> !(element instanceof Type.Record))
                    .map(ArrayOf::new);
        }
        return named(tree)
                .filter(type -> type.getKind() == ElementKind.RECORD || isValue(type))
                .flatMap(type -> JavaTypes.of(type.asType()));
    }

    /** Whether variables may hold objects of the type, which never change: enums and strings. */
    boolean isValue(Type type) {
        return type instanceof Type.Reference reference
                && classNames
                        .type(reference.qualifiedName())
                        .filter(TypeReader::isValue)
                        .isPresent();
    }

    /** Whether generated code may name the type. */
    boolean isNameable(Type type) {
        if (type instanceof ArrayOf array) {
            return isNameable(array.element());
        }
        return !(type instanceof Type.Reference reference)
                || classNames
                        .type(reference.qualifiedName())
                        .filter(members::isAccessibleInPackage)
                        .isPresent();
    }

    private static boolean isValue(TypeElement type) {
        return type.getKind() == ElementKind.ENUM
                || JavaTypes.isText(new Type.Reference(type.getQualifiedName().toString()));
    }

    /** Why a type is not supported although it is, or contains, a record. */
    Optional<String> problem(Tree tree) {
        if (tree instanceof ArrayTypeTree array) {
            boolean isOfRecords = record(array.getType()).isPresent();
            return isOfRecords ? Optional.of("it is an array of records") : problem(array.getType());
        }
        Tree raw = tree instanceof ParameterizedTypeTree parameterized ? parameterized.getType() : tree;
        return record(raw).flatMap(each -> RecordTypes.problem(each.asType()));
    }

    private Optional<TypeElement> record(Tree tree) {
        return named(tree).filter(type -> type.getKind() == ElementKind.RECORD);
    }

    private Optional<TypeElement> named(Tree tree) {
        return tree instanceof ExpressionTree name && names.read(name, LocalScope.ofMethod()) instanceof OfType type
                ? Optional.of(type.type())
                : Optional.empty();
    }

    /** What stands for a class type, with its name as far as it resolves. */
    Type unsupported(Tree tree) {
        Tree raw = tree instanceof ParameterizedTypeTree parameterized ? parameterized.getType() : tree;
        return raw instanceof ExpressionTree name && names.read(name, LocalScope.ofMethod()) instanceof OfType type
                ? Unknown.ofClass(type.type().getQualifiedName().toString())
                : Unknown.TYPE;
    }
}
