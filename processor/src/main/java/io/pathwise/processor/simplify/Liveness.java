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
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Where variables get values, the variables, by number, whose values may still be read.
 *
 * <p>Its paths are those of Java's definite assignment: a variable that is not live at its declaration needs no
 * initializer.
 */
final class Liveness {
    private final boolean onlyNeeded;
    private final Observer observer;

    /** Is told what is live after a definition: for one in a loop more than once, and each time no less. */
    @FunctionalInterface
    interface Observer {
        /**
         * Takes note.
         *
         * @param definition the declaration or assignment
         * @param live the numbers of the variables that are live after it; valid during the call only
         */
        void defined(Statement definition, Variable variable, Expression value, BitSet live);
    }

    private Liveness(boolean onlyNeeded, Observer observer) {
        this.onlyNeeded = onlyNeeded;
        this.observer = observer;
    }

    /** Counts every reading. */
    static void ofAllReads(Block body, Observer observer) {
        new Liveness(false, observer).before(body, new BitSet(), new BitSet());
    }

    /** Counts a reading only if it is not for the sake of a variable that nobody reads. */
    static void ofNeededReads(Block body, Observer observer) {
        new Liveness(true, observer).before(body, new BitSet(), new BitSet());
    }

    /** Turns what is live after the statement into what is live before it. */
    private void before(Statement statement, BitSet live, BitSet atBreak) {
        if (statement instanceof Declare declare) {
            beforeDefinition(declare, declare.variable(), declare.initializer(), live);
        } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            beforeDefinition(assign, target.variable(), Optional.of(assign.value()), live);
        } else if (statement instanceof If branch) {
            BitSet otherwise = copy(live);
            before(branch.then(), live, atBreak);
            before(branch.otherwise(), otherwise, atBreak);
            live.or(otherwise);
            addReads(List.of(branch.condition()), live);
        } else if (statement instanceof While loop) {
            beforeLoop(loop.condition(), loop.body(), List.of(), live);
        } else if (statement instanceof For loop) {
            beforeLoop(loop.condition(), loop.body(), loop.update(), live);
            before(loop.init(), live, atBreak);
        } else if (statement instanceof Block block) {
            before(block.statements(), live, atBreak);
        } else if (statement instanceof Explained explained) {
            before(explained.statements(), live, atBreak);
        } else if (statement instanceof Break) {
            replace(live, atBreak);
        } else if (statement instanceof Return || statement instanceof Throw) {
            live.clear();
            addReads(Reads.evaluated(statement), live);
        } else {
            addReads(Reads.evaluated(statement), live);
        }
    }

    private void before(List<Statement> statements, BitSet live, BitSet atBreak) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            before(statements.get(i), live, atBreak);
        }
    }

    private void beforeDefinition(Statement definition, Variable variable, Optional<Expression> value, BitSet live) {
        value.ifPresent(each -> observer.defined(definition, variable, each, live));
        boolean needed = !onlyNeeded
                || live.get(variable.id())
                || value.filter(Effects::isDeletable).isEmpty();
        live.clear(variable.id());
        if (needed) {
            addReads(value.stream().toList(), live);
        }
    }

    private void beforeLoop(Expression condition, Block body, List<Statement> update, BitSet live) {
        BitSet behind = copy(live);
        addReads(List.of(condition), live);
        while (true) {
            BitSet next = copy(live);
            before(update, next, behind);
            before(body, next, behind);
            next.or(live);
            if (next.equals(live)) {
                return;
            }
            replace(live, next);
        }
    }

    private static void addReads(List<Expression> expressions, BitSet live) {
        for (Expression expression : expressions) {
            Expressions.walk(expression, each -> {
                if (each instanceof Local local) {
                    live.set(local.variable().id());
                }
            });
        }
    }

    private static void replace(BitSet set, BitSet other) {
        set.clear();
        set.or(other);
    }

    private static BitSet copy(BitSet set) {
        return (BitSet) set.clone();
    }
}
