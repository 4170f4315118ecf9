package io.pathwise.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import io.pathwise.processor.program.Position;
import java.util.Optional;

/** Finds trees by position again, so that programs need not hold any. */
final class TreeFinder {
    private TreeFinder() {}

    /** The outermost tree at exactly this position. */
    static Optional<Tree> find(CompilationUnitTree unit, Position position, SourcePositions positions) {
        if (position.equals(Position.NONE)) {
            return Optional.empty();
        }
        TreeScanner<Tree, Void> finder = new TreeScanner<>() {
            @Override
            public Tree scan(Tree tree, Void nothing) {
                boolean found = tree != null
                        && positions.getStartPosition(unit, tree) == position.start()
                        && positions.getEndPosition(unit, tree) == position.end();
                return found ? tree : super.scan(tree, nothing);
            }

            @Override
            public Tree reduce(Tree first, Tree second) {
                return first != null ? first : second;
            }
        };
        return Optional.ofNullable(finder.scan(unit, null));
    }
}
