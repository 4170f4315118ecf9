package io.pathwise.processor.read;

import com.sun.source.tree.MethodInvocationTree;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * A call whose method has been found.
 *
 * @param tree as it is written
 * @param position where it stands
 * @param method the method
 * @param loosely whether arguments have to be boxed or collected in an array
 * @param object of which it is called; ignored where the method is static
 * @param arguments as they were read
 * @param isMessage whether it is a part of a message, which has no derivative
 */
record MethodCall(
        MethodInvocationTree tree,
        Position position,
        ExecutableElement method,
        boolean loosely,
        Optional<Expression> object,
        List<Expression> arguments,
        boolean isMessage) {
    MethodCall {
        arguments = List.copyOf(arguments);
    }

    /** The call as it is written. */
    String text() {
        return tree.toString();
    }

    /** The class of the method. */
    TypeElement owner() {
        return (TypeElement) method.getEnclosingElement();
    }

    String ownerName() {
        return owner().getQualifiedName().toString();
    }

    boolean isStatic() {
        return method.getModifiers().contains(Modifier.STATIC);
    }

    /** The record whose method it is. */
    Optional<Expression> ofRecord() {
        return object.filter(each -> each.type() instanceof Type.Record && !isStatic());
    }
}
