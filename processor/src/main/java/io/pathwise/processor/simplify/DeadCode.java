package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Removes what nobody misses: values that are not read, branches and loops that do nothing, code that is not reached. */
public final class DeadCode {
    private final Set<Statement> needed = Collections.newSetFromMap(new IdentityHashMap<>());

    private DeadCode(Block block) {
        Liveness.ofNeededReads(block, (definition, variable, value, live) -> {
            if (live.get(variable.id())) {
                needed.add(definition);
            }
        });
    }

    /** The block without dead code. */
    public static Block apply(Block block) {
        Block swept = new DeadCode(block).sweep(block);
        return withoutUnused(swept, Reads.mentioned(swept));
    }

    private Block sweep(Block block) {
        return Line.rewrite(block, lines -> {
            List<Line> kept = new ArrayList<>();
            for (Line line : lines) {
                for (Statement statement : sweep(line.statement())) {
                    kept.add(line.with(statement));
                    if (!Completion.completes(statement)) {
                        return kept;
                    }
                }
            }
            return kept;
        });
    }

    private List<Statement> sweep(Statement statement) {
        if (statement instanceof Declare declare) {
            return sweepDeclaration(declare);
        } else if (statement instanceof Assign assign && assign.target() instanceof Local) {
            return sweepAssignment(assign);
        } else if (statement instanceof Evaluate evaluate) {
            return SideEffects.of(evaluate.expression(), evaluate.position());
        } else if (statement instanceof If branch) {
            return sweepBranch(branch);
        } else if (statement instanceof While loop) {
            Statement swept = new While(Conditions.simplify(loop.condition()), sweep(loop.body()), loop.position());
            return Completion.isFalse(loop.condition()) ? List.of() : List.of(swept);
        } else if (statement instanceof For loop) {
            return sweepLoop(loop);
        } else if (statement instanceof Block block) {
            Block swept = sweep(block);
            return swept.isEmpty() ? List.of() : List.of(swept);
        }
        return List.of(statement);
    }

    private List<Statement> sweepDeclaration(Declare declare) {
        if (declare.initializer().isEmpty() || needed.contains(declare)) {
            return List.of(declare);
        }
        Expression value = declare.initializer().get();
        Declare bare = new Declare(declare.variable(), Optional.empty(), declare.position());
        if (Effects.isDeletable(value)) {
            return List.of(bare);
        }
        return Effects.isStatement(value) ? List.of(new Evaluate(value, declare.position()), bare) : List.of(declare);
    }

    private List<Statement> sweepAssignment(Assign assign) {
        if (needed.contains(assign)) {
            return List.of(assign);
        } else if (Effects.isDeletable(assign.value())) {
            return List.of();
        }
        return Effects.isStatement(assign.value())
                ? List.of(new Evaluate(assign.value(), assign.position()))
                : List.of(assign);
    }

    private List<Statement> sweepBranch(If branch) {
        Expression condition = Conditions.simplify(branch.condition());
        Block then = sweep(branch.then());
        Block otherwise = sweep(branch.otherwise());
        if (Completion.isTrue(condition)) {
            return then.statements();
        } else if (Completion.isFalse(condition)) {
            return otherwise.statements();
        } else if (then.isEmpty() && otherwise.isEmpty()) {
            return Effects.isDeletable(condition) ? List.of() : keep(condition, branch);
        } else if (then.isEmpty()) {
            return List.of(new If(Conditions.negate(condition), otherwise, Block.EMPTY, branch.position()));
        }
        return List.of(new If(condition, then, otherwise, branch.position()));
    }

    private static List<Statement> keep(Expression condition, If branch) {
        return Effects.isStatement(condition)
                ? List.of(new Evaluate(condition, branch.position()))
                : List.of(new If(condition, Block.EMPTY, Block.EMPTY, branch.position()));
    }

    private List<Statement> sweepLoop(For loop) {
        List<Statement> init = loop.init().stream()
                .filter(each -> each instanceof Declare || !sweep(each).isEmpty())
                .toList();
        List<Statement> update =
                loop.update().stream().filter(each -> !sweep(each).isEmpty()).toList();
        Expression condition = Conditions.simplify(loop.condition());
        For swept = new For(init, condition, update, sweep(loop.body()), loop.position());
        if (Completion.isFalse(condition)) {
            return init.isEmpty() ? List.of() : List.of(new Block(init, loop.position()));
        }
        return swept.body().isEmpty() && Termination.isCounted(swept) ? List.of() : List.of(swept);
    }

    private static Block withoutUnused(Block block, Set<Variable> mentioned) {
        return new Block(withoutUnused(block.statements(), mentioned), block.position());
    }

    private static List<Statement> withoutUnused(List<Statement> statements, Set<Variable> mentioned) {
        return Line.rewrite(
                statements,
                lines -> lines.stream()
                        .filter(line -> !isUnused(line.statement(), mentioned))
                        .map(line -> line.with(withoutUnusedBelow(line.statement(), mentioned)))
                        .toList());
    }

    private static Statement withoutUnusedBelow(Statement statement, Set<Variable> mentioned) {
        Statement below = Line.mapBlocks(statement, block -> withoutUnused(block, mentioned));
        if (below instanceof For loop) {
            List<Statement> init = withoutUnused(loop.init(), mentioned);
            return new For(init, loop.condition(), loop.update(), loop.body(), loop.position());
        }
        return below;
    }

    private static boolean isUnused(Statement statement, Set<Variable> mentioned) {
        return statement instanceof Declare declare
                && !mentioned.contains(declare.variable())
                && declare.initializer()
                        .filter(value -> !Effects.isDeletable(value))
                        .isEmpty();
    }
}
