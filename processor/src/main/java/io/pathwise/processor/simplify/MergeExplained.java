package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Explained;
import java.util.ArrayList;
import java.util.List;

/** Says the same comment once for statements that follow each other, and drops comments on nothing. */
final class MergeExplained {
    private MergeExplained() {}

    /** The block with neighbouring groups of the same comment merged. */
    static Block apply(Block block) {
        return new Block(merge(block.statements()), block.position());
    }

    private static List<Statement> merge(List<Statement> statements) {
        List<Statement> merged = new ArrayList<>();
        for (Statement statement : statements) {
            Statement previous = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (statement instanceof Explained empty && empty.statements().isEmpty()) {
                continue;
            } else if (previous instanceof Explained first
                    && statement instanceof Explained second
                    && first.comment().equals(second.comment())) {
                merged.set(merged.size() - 1, join(first, second));
            } else {
                merged.add(statement);
            }
        }
        merged.replaceAll(MergeExplained::mergeBelow);
        return merged;
    }

    private static Explained join(Explained first, Explained second) {
        List<Statement> both = new ArrayList<>(first.statements());
        both.addAll(second.statements());
        return new Explained(first.comment(), both, first.position());
    }

    private static Statement mergeBelow(Statement statement) {
        if (statement instanceof Explained explained) {
            return new Explained(explained.comment(), merge(explained.statements()), explained.position());
        }
        return Line.mapBlocks(statement, MergeExplained::apply);
    }
}
