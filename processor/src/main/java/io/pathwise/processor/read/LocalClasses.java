package io.pathwise.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;

/** The classes that a method declares. */
final class LocalClasses {
    private LocalClasses() {}

    /** Their names. */
    static Set<String> names(MethodTree method) {
        Set<String> names = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree tree, Void nothing) {
                names.add(tree.getSimpleName().toString());
                return super.visitClass(tree, nothing);
            }
        }.scan(method, null);
        return names;
    }
}
