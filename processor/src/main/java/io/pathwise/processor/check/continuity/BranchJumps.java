package io.pathwise.processor.check.continuity;

import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.analyze.Dependence;
import io.pathwise.processor.analyze.Influence;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.simplify.ArrayAliases;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the conditions at which the returned value may jump when a parameter moves. A condition is one of them unless
 * it can be proved that both its sides meet where it switches.
 */
public final class BranchJumps {
    private final Symbols symbols = new Symbols();
    private final Set<Expression> jumps = new LinkedHashSet<>();
    private final Influence influence;
    private final Scan scan;
    private final Continuity continuity;
    private final ArrayAliases aliases;

    private BranchJumps(Program program, Dependence dependence, Influence influence) {
        this.influence = influence;
        this.aliases = ArrayAliases.of(program.body());
        this.scan = new Scan(program, dependence, aliases);
        this.continuity = new Continuity(symbols, influence, aliases);
    }

    /** The conditions at which the program may jump, in order. */
    public static List<Expression> find(Program program, Dependence dependence, Influence influence) {
        BranchJumps search = new BranchJumps(program, dependence, influence);
        Prefix prefix = new Prefix(search.symbols, new Memory(search.aliases), search.scan);
        search.visit(program.body(), prefix, List.of(), List.of());
        return List.copyOf(search.jumps);
    }

    private void visitAll(List<Statement> statements, Prefix prefix, List<Fact> facts, List<Frame> frames) {
        for (int i = 0; i < statements.size(); i++) {
            Frame rest = Frame.block(statements.subList(i + 1, statements.size()));
            visit(statements.get(i), prefix, facts, inside(rest, frames));
        }
    }

    private void visit(Statement statement, Prefix prefix, List<Fact> facts, List<Frame> frames) {
        if (statement instanceof Block || statement instanceof Explained) {
            visitAll(Statements.children(statement), prefix, facts, frames);
        } else if (statement instanceof For loop) {
            visitAll(loop.init(), prefix, facts, inside(Frame.loop(loop), frames));
            visitLoop(loop, loop.condition(), prefix, facts, frames);
        } else if (statement instanceof While loop) {
            visitLoop(loop, loop.condition(), prefix, facts, frames);
        } else {
            visitConditionals(statement, prefix, facts, frames);
            follow(statement, prefix, facts, frames);
        }
    }

    private void follow(Statement statement, Prefix prefix, List<Fact> facts, List<Frame> frames) {
        if (statement instanceof If branch) {
            check(branch, branch, branch.condition(), prefix, facts, frames);
            visitArms(branch, prefix, facts, frames);
        } else if (statement instanceof Declare declare) {
            declare.initializer().ifPresent(value -> prefix.assign(declare.variable(), value));
        } else if (statement instanceof Assign assign) {
            prefix.assign(assign.target(), assign.value());
        } else if (ArrayOperations.transfer(statement).isPresent()) {
            prefix.copy(ArrayOperations.transfer(statement).get());
        } else if (statement instanceof Evaluate evaluate) {
            prefix.valueOf(evaluate.expression());
        }
    }

    private void visitArms(If branch, Prefix prefix, List<Fact> facts, List<Frame> frames) {
        Polynomial condition = prefix.valueOf(branch.condition());
        Prefix then = prefix.copy();
        Prefix otherwise = prefix.copy();
        visit(branch.then(), then, joined(facts, Fact.of(condition, true)), frames);
        visit(branch.otherwise(), otherwise, joined(facts, Fact.of(condition, false)), frames);
        if (!Completion.completes(branch.then())) {
            then = otherwise;
        } else if (!Completion.completes(branch.otherwise())) {
            otherwise = then;
        }
        prefix.merge(then, otherwise, Variables.changed(branch));
    }

    private void visitLoop(Statement loop, Expression condition, Prefix prefix, List<Fact> facts, List<Frame> frames) {
        prefix.forget(loop);
        if (influence.reaches(loop) && scan.maySwitch(condition)) {
            jumps.add(condition);
        }
        visitConditionalsOfLoop(condition, prefix);
        List<Fact> entered = joined(facts, Fact.of(prefix.copy().valueOf(condition), true));
        List<Frame> next = inside(Frame.loop(loop), frames);
        List<Statement> repeated = new ArrayList<>();
        repeated.add(Statements.body(loop));
        if (loop instanceof For counted) {
            repeated.addAll(counted.update());
        }
        visitAll(repeated, prefix, entered, next);
        prefix.forget(loop);
    }

    private void visitConditionals(Statement statement, Prefix prefix, List<Fact> facts, List<Frame> frames) {
        for (Expression expression : Statements.expressions(statement)) {
            Expressions.walk(expression, each -> {
                if (each instanceof Conditional conditional && !meetsAtOnce(conditional, prefix)) {
                    check(statement, conditional, conditional.condition(), prefix, facts, frames);
                }
            });
        }
    }

    private void visitConditionalsOfLoop(Expression condition, Prefix prefix) {
        Expressions.walk(condition, each -> {
            if (each instanceof Conditional conditional) {
                check(returning(conditional), conditional, conditional.condition(), prefix, List.of(), List.of());
            }
        });
    }

    private boolean meetsAtOnce(Conditional conditional, Prefix prefix) {
        return !scan.maySwitch(conditional.condition())
                || isContinuous(
                        returning(conditional), conditional, conditional.condition(), prefix, List.of(), List.of());
    }

    private void check(
            Statement statement,
            Object branch,
            Expression condition,
            Prefix prefix,
            List<Fact> facts,
            List<Frame> frames) {
        if (influence.reaches(statement)
                && scan.maySwitch(condition)
                && !isContinuous(statement, branch, condition, prefix, facts, frames)) {
            jumps.add(condition);
        }
    }

    /** Variables are tried as unknowns first, then as what is known of them. */
    private boolean isContinuous(
            Statement statement,
            Object branch,
            Expression condition,
            Prefix prefix,
            List<Fact> facts,
            List<Frame> frames) {
        Prefix unknown = new Prefix(symbols, new Memory(aliases), scan);
        return isContinuousFrom(statement, branch, condition, unknown, List.of(), frames)
                || isContinuousFrom(statement, branch, condition, prefix, facts, frames);
    }

    private boolean isContinuousFrom(
            Statement statement,
            Object branch,
            Expression condition,
            Prefix prefix,
            List<Fact> facts,
            List<Frame> frames) {
        Polynomial value = prefix.copy().valueOf(condition);
        Optional<List<Pivot>> pivots = Pivot.of(value, prefix.suspects(), prefix.fixed());
        return pivots.isPresent()
                && pivots.get().stream().allMatch(pivot -> {
                    Path start = Path.start(prefix.memory(), joined(facts, pivot.context()));
                    return continuity.holds(statement, branch, pivot, start, frames);
                });
    }

    private static Statement returning(Expression value) {
        return new Return(value, Position.NONE);
    }

    private static List<Fact> joined(List<Fact> facts, List<Fact> more) {
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(more);
        return all;
    }

    private static List<Frame> inside(Frame frame, List<Frame> frames) {
        List<Frame> all = new ArrayList<>(List.of(frame));
        all.addAll(frames);
        return all;
    }
}
