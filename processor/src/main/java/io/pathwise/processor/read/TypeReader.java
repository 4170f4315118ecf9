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

/** Reads types as they are written in a body. */
final class TypeReader {
    private final NameReader names;

    TypeReader(NameReader names) {
        this.names = names;
    }

    /** A primitive type or an array of it; absent for all others. */
    Optional<Type> read(Tree tree) {
        if (tree instanceof PrimitiveTypeTree primitive
                && primitive.getPrimitiveTypeKind().isPrimitive()) {
            return Optional.of(
                    Primitive.valueOf(primitive.getPrimitiveTypeKind().name()));
        }
        return tree instanceof ArrayTypeTree array ? read(array.getType()).map(ArrayOf::new) : Optional.empty();
    }

    /** What stands for a class type, with its name as far as it resolves. */
    Type unsupported(Tree tree) {
        Tree raw = tree instanceof ParameterizedTypeTree parameterized ? parameterized.getType() : tree;
        return raw instanceof ExpressionTree name && names.read(name, LocalScope.ofMethod()) instanceof OfType type
                ? Unknown.ofClass(type.type().getQualifiedName().toString())
                : Unknown.TYPE;
    }
}
