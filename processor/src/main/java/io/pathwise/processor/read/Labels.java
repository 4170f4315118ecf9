package io.pathwise.processor.read;

import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;

/** Hands out labels that the source of a method does not use. */
final class Labels {
    private final Set<String> taken = new HashSet<>();

    private Labels() {}

    static Labels of(MethodTree method) {
        Labels labels = new Labels();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLabeledStatement(LabeledStatementTree tree, Void nothing) {
                labels.taken.add(tree.getLabel().toString());
                return super.visitLabeledStatement(tree, nothing);
            }
        }.scan(method, null);
        return labels;
    }

    /** A label of a statement that the program needs and the source does not have. */
    String create(String wish) {
        String label = wish;
        for (int i = 2; !taken.add(label); i++) {
            label = wish + i;
        }
        return label;
    }
}
