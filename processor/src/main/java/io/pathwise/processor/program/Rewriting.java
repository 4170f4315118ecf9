package io.pathwise.processor.program;

import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.DoWhile;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Labeled;
import io.pathwise.processor.program.Statement.While;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rebuilds statements with the statements inside them replaced. */
public final class Rewriting {
    private Rewriting() {}

    /** The statement with each sequence of statements directly below it replaced; headers of loops stay. */
    public static Statement lists(Statement statement, UnaryOperator<List<Statement>> map) {
        UnaryOperator<Block> inBlock = block -> new Block(map.apply(block.statements()), block.position());
        if (statement instanceof If branch) {
            Block then = inBlock.apply(branch.then());
            return new If(branch.condition(), then, inBlock.apply(branch.otherwise()), branch.position());
        } else if (statement instanceof For loop) {
            Block body = inBlock.apply(loop.body());
            return new For(loop.init(), loop.condition(), loop.update(), body, loop.position());
        } else if (statement instanceof While loop) {
            return new While(loop.condition(), inBlock.apply(loop.body()), loop.position());
        } else if (statement instanceof DoWhile loop) {
            return new DoWhile(inBlock.apply(loop.body()), loop.condition(), loop.position());
        } else if (statement instanceof Block block) {
            return inBlock.apply(block);
        } else if (statement instanceof Explained explained) {
            return new Explained(explained.comment(), map.apply(explained.statements()), explained.position());
        }
        return statement;
    }

    /** The statement with each statement directly below it replaced; headers of loops stay. */
    public static Statement children(Statement statement, UnaryOperator<Statement> map) {
        if (statement instanceof If branch) {
            return new If(
                    branch.condition(), block(branch.then(), map), block(branch.otherwise(), map), branch.position());
        } else if (statement instanceof For loop) {
            return new For(loop.init(), loop.condition(), loop.update(), block(loop.body(), map), loop.position());
        } else if (statement instanceof While loop) {
            return new While(loop.condition(), block(loop.body(), map), loop.position());
        } else if (statement instanceof DoWhile loop) {
            return new DoWhile(block(loop.body(), map), loop.condition(), loop.position());
        } else if (statement instanceof Labeled labeled) {
            return new Labeled(labeled.label(), map.apply(labeled.statement()), labeled.position());
        } else if (statement instanceof Block block) {
            return block(block, map);
        } else if (statement instanceof Explained explained) {
            return new Explained(explained.comment(), all(explained.statements(), map), explained.position());
        }
        return statement;
    }

    /** The block with each of its statements replaced. */
    public static Block block(Block block, UnaryOperator<Statement> map) {
        return new Block(all(block.statements(), map), block.position());
    }

    private static List<Statement> all(List<Statement> statements, UnaryOperator<Statement> map) {
        return statements.stream().map(map).toList();
    }
}
