package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Declares variables where they get their first real value: {@code double x = 0; …; x += e} becomes {@code double x = e},
 * and what only a branch or a loop needs is declared there.
 */
final class FirstUse {
    private FirstUse() {}

    /** The block with declarations at the place of their first use. */
    static Block apply(Block block) {
        return Line.rewrite(block, before -> {
            List<Line> lines = new ArrayList<>(before);
            for (int at = lines.size() - 1; at >= 0; at--) {
                declareLater(lines, at);
            }
            lines.replaceAll(line -> line.with(Line.mapBlocks(line.statement(), FirstUse::apply)));
            return lines;
        });
    }

    private static void declareLater(List<Line> lines, int at) {
        if (!(lines.get(at).statement() instanceof Declare declare) || !isMovable(declare)) {
            return;
        }
        OptionalInt first = firstMention(lines, at + 1, declare.variable());
        if (first.isEmpty()) {
            return;
        }
        int use = first.getAsInt();
        Line line = lines.get(use);
        Optional<Statement> merged = merge(declare, line.statement());
        Optional<Statement> sunk = merged.isPresent() || isUsedAfter(lines, use, declare.variable())
                ? Optional.empty()
                : sink(declare, line.statement());
        if (merged.isPresent() || sunk.isPresent()) {
            lines.set(use, line.with(merged.or(() -> sunk).get()));
            lines.remove(at);
        } else if (declare.variable().origin() != Origin.SOURCE) {
            move(lines, at, use);
        }
    }

    private static boolean isMovable(Statement statement) {
        return statement instanceof Declare declare
                && declare.initializer()
                        .filter(value -> Algebra.literal(value).isEmpty())
                        .isEmpty();
    }

    private static OptionalInt firstMention(List<Line> lines, int from, Variable variable) {
        for (int i = from; i < lines.size(); i++) {
            if (Reads.mentions(lines.get(i).statement(), variable)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isUsedAfter(List<Line> lines, int use, Variable variable) {
        return firstMention(lines, use + 1, variable).isPresent();
    }

    /** The declaration with the value that the first use of the variable gives it. */
    private static Optional<Statement> merge(Declare declare, Statement use) {
        Variable variable = declare.variable();
        if (!(use instanceof Assign assign)
                || !(assign.target() instanceof Local target)
                || !target.variable().equals(variable)) {
            return Optional.empty();
        }
        boolean zero = variable.origin() != Origin.SOURCE
                && declare.initializer().filter(Algebra::isZero).isPresent();
        Optional<Expression> value = Reads.countOwn(use, variable) == 0
                ? Optional.of(assign.value())
                : Zeros.leaveOut(variable, assign.value()).filter(each -> zero);
        return value.map(each -> new Declare(variable, each, assign.position()));
    }

    /** The statement with the declaration in it, if all uses are in one of its blocks and each run needs no other. */
    private static Optional<Statement> sink(Declare declare, Statement statement) {
        Variable variable = declare.variable();
        boolean mentionedByItself =
                Statements.expressions(statement).stream().anyMatch(each -> Reads.count(each, variable) > 0);
        boolean bare = declare.initializer().isEmpty();
        if (mentionedByItself) {
            return Optional.empty();
        } else if (statement instanceof If branch) {
            return sinkIntoBranch(declare, branch);
        } else if (statement instanceof For loop && bare && !isInHeader(loop, variable)) {
            Block body = startWith(declare, loop.body());
            return Optional.of(new For(loop.init(), loop.condition(), loop.update(), body, loop.position()));
        } else if (statement instanceof While loop && bare) {
            return Optional.of(new While(loop.condition(), startWith(declare, loop.body()), loop.position()));
        }
        return Optional.empty();
    }

    private static boolean isInHeader(For loop, Variable variable) {
        return loop.init().stream().anyMatch(each -> Reads.mentions(each, variable))
                || loop.update().stream().anyMatch(each -> Reads.mentions(each, variable));
    }

    private static Optional<Statement> sinkIntoBranch(Declare declare, If branch) {
        boolean inThen = Reads.mentions(branch.then(), declare.variable());
        boolean inOtherwise = Reads.mentions(branch.otherwise(), declare.variable());
        if (inThen && inOtherwise) {
            return Optional.empty();
        }
        Block then = inThen ? startWith(declare, branch.then()) : branch.then();
        Block otherwise = inOtherwise ? startWith(declare, branch.otherwise()) : branch.otherwise();
        return Optional.of(new If(branch.condition(), then, otherwise, branch.position()));
    }

    private static Block startWith(Declare declare, Block block) {
        List<Statement> statements = new ArrayList<>(List.of(declare));
        statements.addAll(block.statements());
        return new Block(statements, block.position());
    }

    /** Moves a declaration before its first use and the other declarations that stand there. */
    private static void move(List<Line> lines, int at, int use) {
        int before = use;
        while (before - 1 > at && isMovable(lines.get(before - 1).statement())) {
            before--;
        }
        if (before == at + 1) {
            return;
        }
        Line moved = lines.get(at);
        List<Line.Group> groups = lines.get(before - 1).commonGroups(lines.get(before));
        lines.add(before, new Line(moved.statement(), groups));
        lines.remove(at);
    }
}
