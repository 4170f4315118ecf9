package io.pathwise.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.List;
import java.util.stream.Stream;

/** The imports of a compilation unit, as written. */
final class Imports {
    private final List<Import> imports;

    private Imports(List<Import> imports) {
        this.imports = imports;
    }

    /**
     * One import.
     *
     * @param from qualified name of the package or class before the last dot
     * @param name what comes after the last dot, {@code *} for all
     */
    record Import(boolean isStatic, String from, String name) {
        /** The whole qualified name. */
        String qualifiedName() {
            return from + "." + name;
        }

        private boolean isOnDemand() {
            return name.equals("*");
        }
    }

    static Imports of(CompilationUnitTree unit) {
        return new Imports(unit.getImports().stream().flatMap(Imports::read).toList());
    }

    private static Stream<Import> read(ImportTree tree) {
        return tree.getQualifiedIdentifier() instanceof MemberSelectTree select
                ? Stream.of(new Import(
                        tree.isStatic(),
                        select.getExpression().toString(),
                        select.getIdentifier().toString()))
                : Stream.empty();
    }

    /** The imports of exactly this name. */
    List<Import> single(boolean isStatic, String name) {
        return imports.stream()
                .filter(each -> each.isStatic() == isStatic && each.name().equals(name))
                .toList();
    }

    /** The imports of all names. */
    List<Import> onDemand(boolean isStatic) {
        return imports.stream()
                .filter(each -> each.isStatic() == isStatic && each.isOnDemand())
                .toList();
    }
}
