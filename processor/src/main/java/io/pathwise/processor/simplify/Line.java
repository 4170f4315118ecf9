package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Explained;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A statement of a block and the comments that it stands under.
 *
 * <p>Comments open no scope, so a pass looks at the statements of a block as if they were not there, and what remains is
 * put under them again.
 *
 * @param statement any statement but {@link Explained}
 * @param groups the comments around it, outermost first
 */
public record Line(Statement statement, List<Group> groups) {
    /** One comment at one place; two groups are the same only if they are the same object. */
    public static final class Group {
        private final String comment;
        private final Position position;

        Group(String comment, Position position) {
            this.comment = comment;
            this.position = position;
        }
    }

    public Line {
        groups = List.copyOf(groups);
    }

    /** Another statement under the same comments. */
    public Line with(Statement other) {
        return new Line(other, groups);
    }

    /** The same statement in the place of a line around it: under its comments and then its own. */
    public Line under(Line place) {
        List<Group> all = new ArrayList<>(place.groups);
        all.addAll(groups);
        return new Line(statement, all);
    }

    /** The comments that this line shares with the one after it. */
    public List<Group> commonGroups(Line next) {
        int depth = 0;
        while (depth < groups.size() && depth < next.groups.size() && groups.get(depth) == next.groups.get(depth)) {
            depth++;
        }
        return groups.subList(0, depth);
    }

    /** The lines of a block. */
    public static List<Line> of(Block block) {
        return of(block.statements());
    }

    /** The lines that the statements make. */
    public static List<Line> of(List<Statement> statements) {
        List<Line> lines = new ArrayList<>();
        append(statements, List.of(), lines);
        return lines;
    }

    private static void append(List<Statement> statements, List<Group> groups, List<Line> lines) {
        for (Statement statement : statements) {
            if (statement instanceof Explained explained) {
                List<Group> inner = new ArrayList<>(groups);
                inner.add(new Group(explained.comment(), explained.position()));
                append(explained.statements(), inner, lines);
            } else {
                lines.add(new Line(statement, groups));
            }
        }
    }

    /** The statements of the lines, under their comments again. */
    static List<Statement> statements(List<Line> lines) {
        return grouped(lines, 0);
    }

    private static List<Statement> grouped(List<Line> lines, int depth) {
        List<Statement> statements = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            Line line = lines.get(at);
            int end = at + 1;
            if (line.groups.size() == depth) {
                statements.add(line.statement);
            } else {
                Group group = line.groups.get(depth);
                while (end < lines.size() && lines.get(end).isIn(group, depth)) {
                    end++;
                }
                List<Statement> inner = grouped(lines.subList(at, end), depth + 1);
                statements.add(new Explained(group.comment, inner, group.position));
            }
            at = end;
        }
        return statements;
    }

    private boolean isIn(Group group, int depth) {
        return groups.size() > depth && groups.get(depth) == group;
    }

    /** The block with its lines rewritten. */
    public static Block rewrite(Block block, UnaryOperator<List<Line>> rewriting) {
        return new Block(statements(rewriting.apply(of(block))), block.position());
    }

    /** The statements with the lines that they make rewritten. */
    static List<Statement> rewrite(List<Statement> statements, UnaryOperator<List<Line>> rewriting) {
        return statements(rewriting.apply(of(statements)));
    }

    /** The statement with the blocks directly in it replaced. */
    public static Statement mapBlocks(Statement statement, UnaryOperator<Block> map) {
        if (statement instanceof Statement.If branch) {
            return new Statement.If(
                    branch.condition(), map.apply(branch.then()), map.apply(branch.otherwise()), branch.position());
        } else if (statement instanceof Statement.For loop) {
            return new Statement.For(
                    loop.init(), loop.condition(), loop.update(), map.apply(loop.body()), loop.position());
        } else if (statement instanceof Statement.While loop) {
            return new Statement.While(loop.condition(), map.apply(loop.body()), loop.position());
        } else if (statement instanceof Block block) {
            return map.apply(block);
        }
        return statement;
    }
}
