package io.pathwise.processor.split;

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
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables, by number, whose values may still be read.
 *
 * <p>Java's definite assignment knows the same paths: a variable that is live has been assigned.
 */
final class LiveVariables {
    /** Stands for the statements in the header of a loop, which are no sequence of the method. */
    private static final Statement HEADER = Block.of(List.of());

    private final Map<Statement, List<BitSet>> found = new IdentityHashMap<>();
    private final Map<Statement, BitSet> foundAtBreak = new IdentityHashMap<>();
    private final BitSet atExit;
    private final Parts parts;

    private LiveVariables(Collection<Statement> observed, BitSet atExit, Parts parts) {
        observed.forEach(each -> found.put(each, List.of()));
        this.atExit = atExit;
        this.parts = parts;
    }

    /**
     * Finds what is live in sequences.
     *
     * @param piece the method
     * @param sequences blocks of the method, and statements that are explained together
     * @param parts what the method's calls may mean
     */
    static LiveVariables in(Piece piece, Collection<Statement> sequences, Parts parts) {
        BitSet atExit = piece.effects().atEnd();
        LiveVariables variables = new LiveVariables(sequences, atExit, parts);
        variables.before(piece.program().body(), atExit, piece.effects().atBreak());
        return variables;
    }

    /** What is live before each statement of a sequence, and behind the last. */
    List<BitSet> in(Statement sequence) {
        return found.get(sequence);
    }

    /** What is live where a sequence breaks out of the loop around it. */
    BitSet atBreak(Statement sequence) {
        return foundAtBreak.get(sequence);
    }

    private BitSet before(Statement statement, BitSet live, BitSet atBreak) {
        if (statement instanceof Declare declare) {
            return definition(declare.variable(), declare.initializer().stream().toList(), live);
        } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            return definition(target.variable(), List.of(assign.value()), live);
        } else if (statement instanceof If branch) {
            BitSet before = copy(before(branch.then(), live, atBreak));
            before.or(before(branch.otherwise(), live, atBreak));
            return withReads(before, List.of(branch.condition()));
        } else if (statement instanceof While loop) {
            return loop(loop.condition(), loop.body(), List.of(), live);
        } else if (statement instanceof For loop) {
            BitSet header = loop(loop.condition(), loop.body(), loop.update(), live);
            return before(loop.init(), HEADER, header, atBreak);
        } else if (statement instanceof Block block) {
            return before(block.statements(), block, live, atBreak);
        } else if (statement instanceof Explained explained) {
            return before(explained.statements(), explained, live, atBreak);
        } else if (statement instanceof Break) {
            return atBreak;
        } else if (statement instanceof Return) {
            return withReads(copy(atExit), Statements.expressions(statement));
        } else if (statement instanceof Throw) {
            return withReads(new BitSet(), Statements.expressions(statement));
        }
        return withReads(copy(live), Statements.expressions(statement));
    }

    private BitSet before(List<Statement> statements, Statement sequence, BitSet live, BitSet atBreak) {
        boolean isObserved = found.containsKey(sequence);
        List<BitSet> all = new ArrayList<>();
        BitSet before = live;
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (isObserved) {
                all.add(before);
            }
            before = before(statements.get(i), before, atBreak);
        }
        if (isObserved) {
            all.add(before);
            Collections.reverse(all);
            found.put(sequence, all);
            foundAtBreak.put(sequence, atBreak);
        }
        return before;
    }

    private BitSet loop(Expression condition, Block body, List<Statement> update, BitSet behind) {
        BitSet header = withReads(copy(behind), List.of(condition));
        while (true) {
            BitSet next = copy(header);
            next.or(before(body, before(update, HEADER, header, behind), behind));
            if (next.equals(header)) {
                return header;
            }
            header = next;
        }
    }

    private BitSet definition(Variable variable, List<Expression> value, BitSet live) {
        BitSet before = copy(live);
        before.clear(variable.id());
        return withReads(before, value);
    }

    /** A part takes what it leaves unless it certainly assigns it. */
    private BitSet withReads(BitSet live, List<Expression> expressions) {
        BitSet reads = new BitSet();
        for (Expression expression : expressions) {
            Expressions.walk(expression, each -> {
                if (each instanceof Local local) {
                    reads.set(local.variable().id());
                }
                Effects effects = parts.effects(each);
                live.andNot(effects.out());
                reads.or(effects.in());
            });
        }
        live.or(reads);
        return live;
    }

    private static BitSet copy(BitSet set) {
        return (BitSet) set.clone();
    }
}
