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
import io.pathwise.processor.simplify.LinesBehind.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Declares variables where they get their first real value: {@code double x = 0; …; x += e} becomes {@code double x = e},
 * and what only a branch or a loop needs is declared there.
 */
final class FirstUse {
    private FirstUse() {}

    /** The block with declarations at the place of their first use. */
    static Block apply(Block block) {
        return Line.rewrite(block, before -> {
            List<Line> lines = declareLater(before);
            lines.replaceAll(line -> line.with(Line.mapBlocks(line.statement(), FirstUse::apply)));
            return lines;
        });
    }

    private static List<Line> declareLater(List<Line> before) {
        if (before.stream().noneMatch(each -> isMovable(each.statement()))) {
            return new ArrayList<>(before);
        }
        LinesBehind behind = new LinesBehind();
        for (int at = before.size() - 1; at >= 0; at--) {
            if (!declareLater(before.get(at), behind)) {
                behind.putInFront(before.get(at));
            }
        }
        return behind.lines();
    }

    /** Whether the lines behind the declaration have taken it in. */
    private static boolean declareLater(Line line, LinesBehind behind) {
        if (!(line.statement() instanceof Declare declare) || !isMovable(declare)) {
            return false;
        }
        Optional<Link> first = behind.firstMention(declare.variable());
        if (first.isEmpty()) {
            return false;
        }
        Link use = first.get();
        Optional<Statement> merged = merge(declare, use.statement());
        Optional<Statement> sunk = merged.isPresent() || !behind.isOnlyMention(declare.variable())
                ? Optional.empty()
                : sink(declare, use.statement());
        if (merged.isPresent() || sunk.isPresent()) {
            use.replace(merged.or(() -> sunk).get());
            return true;
        }
        return declare.variable().origin() != Origin.SOURCE && move(line, use, behind);
    }

    private static boolean isMovable(Statement statement) {
        return statement instanceof Declare declare
                && declare.initializer()
                        .filter(value -> Algebra.literal(value).isEmpty())
                        .isEmpty();
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

    /** Moves a declaration before its first use and the other declarations that stand there, if that is not here. */
    private static boolean move(Line line, Link use, LinesBehind behind) {
        Link before = use;
        while (before.previous().isPresent()
                && isMovable(before.previous().get().statement())) {
            before = before.previous().get();
        }
        if (before.previous().isEmpty()) {
            return false;
        }
        List<Line.Group> groups = before.previous().get().line().commonGroups(before.line());
        behind.insertBefore(before, new Line(line.statement(), groups));
        return true;
    }
}
