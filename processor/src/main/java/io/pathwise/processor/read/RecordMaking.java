package io.pathwise.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.pathwise.processor.program.Leaves;
import io.pathwise.processor.program.Type;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Whether a record that is made of the components of another equals it. */
final class RecordMaking {
    private final Trees trees;
    private final Elements elements;

    RecordMaking(Trees trees, Elements elements) {
        this.trees = trees;
        this.elements = elements;
    }

    /** Whether the record's source shows that its constructor and its accessors leave the components as they are. */
    boolean isFaithful(Type.Record type) {
        TypeElement record = elements.getTypeElement(type.qualifiedName());
        return record != null
                && trees.getPath(record) != null
                && record.getRecordComponents().stream()
                        .map(RecordComponentElement::getAccessor)
                        .allMatch(each -> trees.getTree(each) == null)
                && RecordTypes.canonicalConstructor(record)
                        .filter(each -> keepsComponents(each, hasArrays(type)))
                        .isPresent();
    }

    private boolean keepsComponents(ExecutableElement constructor, boolean hasArrays) {
        if (elements.getOrigin(constructor) == Elements.Origin.MANDATED) {
            return true;
        }
        MethodTree tree = trees.getTree(constructor);
        return tree != null && !Boolean.TRUE.equals(new Changes(hasArrays).scan(tree.getBody(), null));
    }

    private static boolean hasArrays(Type.Record type) {
        return Leaves.of(type).stream().anyMatch(each -> each.type() instanceof Type.ArrayOf);
    }

    /** Finds what may change a component; a method that is called may change what an array holds. */
    private static final class Changes extends TreeScanner<Boolean, Void> {
        private final boolean callsCount;

        Changes(boolean callsCount) {
            this.callsCount = callsCount;
        }

        @Override
        public Boolean visitAssignment(AssignmentTree tree, Void unused) {
            return true;
        }

        @Override
        public Boolean visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
            return true;
        }

        @Override
        public Boolean visitUnary(UnaryTree tree, Void unused) {
            return switch (tree.getKind()) {
                case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
                default -> super.visitUnary(tree, unused);
            };
        }

        @Override
        public Boolean visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            return callsCount || Boolean.TRUE.equals(super.visitMethodInvocation(tree, unused));
        }

        @Override
        public Boolean reduce(Boolean first, Boolean second) {
            return Boolean.TRUE.equals(first) || Boolean.TRUE.equals(second);
        }
    }
}
