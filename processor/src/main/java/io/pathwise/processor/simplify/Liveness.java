package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * After each statement, the variables whose values may still be read.
 *
 * <p>Its paths are those of Java's definite assignment: a variable that is not live at its declaration needs no
 * initializer.
 */
final class Liveness {
    private final Map<Statement, Set<Variable>> after = new IdentityHashMap<>();
    private final boolean onlyNeeded;

    private Liveness(boolean onlyNeeded) {
        this.onlyNeeded = onlyNeeded;
    }

    /** Counts every reading. */
    static Liveness ofAllReads(Block body) {
        return of(body, false);
    }

    /** Counts a reading only if it is not for the sake of a variable that nobody reads. */
    static Liveness ofNeededReads(Block body) {
        return of(body, true);
    }

    private static Liveness of(Block body, boolean onlyNeeded) {
        Liveness liveness = new Liveness(onlyNeeded);
        liveness.before(body, Set.of(), Set.of());
        return liveness;
    }

    /** The variables that are live after the statement; of a loop's header or a statement in a loop, on any round. */
    Set<Variable> after(Statement statement) {
        return after.getOrDefault(statement, Set.of());
    }

    private Set<Variable> before(Statement statement, Set<Variable> live, Set<Variable> atBreak) {
        after.computeIfAbsent(statement, each -> new HashSet<>()).addAll(live);
        if (statement instanceof Declare declare) {
            return beforeDefinition(declare.variable(), declare.initializer(), live);
        } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            return beforeDefinition(target.variable(), Optional.of(assign.value()), live);
        } else if (statement instanceof If branch) {
            Set<Variable> before = new HashSet<>(before(branch.then(), live, atBreak));
            before.addAll(before(branch.otherwise(), live, atBreak));
            return withReads(before, List.of(branch.condition()));
        } else if (statement instanceof While loop) {
            return beforeLoop(loop.condition(), loop.body(), List.of(), live);
        } else if (statement instanceof For loop) {
            Set<Variable> header = beforeLoop(loop.condition(), loop.body(), loop.update(), live);
            return before(loop.init(), header, atBreak);
        } else if (statement instanceof Block block) {
            return before(block.statements(), live, atBreak);
        } else if (statement instanceof Explained explained) {
            return before(explained.statements(), live, atBreak);
        } else if (statement instanceof Break) {
            return atBreak;
        } else if (statement instanceof Return || statement instanceof Throw) {
            return withReads(Set.of(), Reads.evaluated(statement));
        }
        return withReads(live, Reads.evaluated(statement));
    }

    private Set<Variable> before(List<Statement> statements, Set<Variable> live, Set<Variable> atBreak) {
        Set<Variable> before = live;
        for (int i = statements.size() - 1; i >= 0; i--) {
            before = before(statements.get(i), before, atBreak);
        }
        return before;
    }

    private Set<Variable> beforeDefinition(Variable variable, Optional<Expression> value, Set<Variable> live) {
        Set<Variable> before = new HashSet<>(live);
        before.remove(variable);
        boolean needed = !onlyNeeded
                || live.contains(variable)
                || value.filter(Effects::isDeletable).isEmpty();
        return needed ? withReads(before, value.stream().toList()) : before;
    }

    private Set<Variable> beforeLoop(
            Expression condition, Block body, List<Statement> update, Set<Variable> liveAfterLoop) {
        Set<Variable> header = withReads(liveAfterLoop, List.of(condition));
        while (true) {
            Set<Variable> beforeBody = before(body, before(update, header, liveAfterLoop), liveAfterLoop);
            Set<Variable> next = new HashSet<>(header);
            if (!next.addAll(beforeBody)) {
                return header;
            }
            header = next;
        }
    }

    private static Set<Variable> withReads(Set<Variable> live, List<Expression> expressions) {
        Set<Variable> all = new HashSet<>(live);
        expressions.forEach(expression -> all.addAll(Expressions.variables(expression)));
        return all;
    }
}
