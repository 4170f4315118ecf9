package io.pathwise.processor.split;

import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import java.util.BitSet;
import java.util.List;

/**
 * A statement of a sequence that is cut, and what matters to the cuts. Sets hold numbers of variables.
 *
 * @param near its size where variables are among the first of a frame
 * @param far its size where they are not
 * @param named the variables that it declares, reads or assigns
 * @param mentioned these, and those that it carries to or from parts
 * @param defined the variables that it declares with a value or assigns
 * @param declared the variables that it declares for the statements behind it
 * @param breaks in how many places it leaves the loop around it
 * @param returns whether it can leave the method with a value
 * @param completes whether the statement behind it can be reached
 */
record Unit(
        Statement statement,
        int near,
        int far,
        BitSet named,
        BitSet mentioned,
        BitSet defined,
        BitSet declared,
        int breaks,
        boolean returns,
        boolean completes) {
    /** A statement that is too large for a method, of which nothing else is asked. */
    static Unit tooLarge(Statement statement, Sizes sizes) {
        BitSet none = new BitSet();
        int near = sizes.near(statement);
        return new Unit(statement, near, sizes.far(statement), none, none, none, none, 0, false, true);
    }

    /** The facts about a statement, which may call parts. */
    static Unit of(Statement statement, Parts parts, Sizes sizes) {
        Effects effects = parts.effects(Block.of(List.of(statement)));
        BitSet named = named(statement);
        return new Unit(
                statement,
                sizes.near(statement),
                sizes.far(statement),
                named,
                Sets.or(named, effects.all()),
                Sets.or(defined(statement), effects.out()),
                declared(statement),
                breaks(statement),
                Statements.any(statement, each -> each instanceof Return),
                Completion.completes(statement));
    }

    /** The variables that the statement declares, reads or assigns, at any depth. */
    static BitSet named(Statement statement) {
        BitSet named = used(statement);
        Statements.declared(statement).forEach(each -> named.set(each.id()));
        return named;
    }

    /** The variables that the statement gives a value or whose value it reads, at any depth. */
    static BitSet used(Statement statement) {
        BitSet used = defined(statement);
        Statements.walkExpressions(statement, each -> {
            if (each instanceof Local local) {
                used.set(local.variable().id());
            }
        });
        return used;
    }

    /** The variables whose values the expression reads. */
    static BitSet read(Expression expression) {
        BitSet read = new BitSet();
        Expressions.walk(expression, each -> {
            if (each instanceof Local local) {
                read.set(local.variable().id());
            }
        });
        return read;
    }

    private static BitSet defined(Statement statement) {
        BitSet defined = new BitSet();
        Statements.walk(statement, each -> {
            if (each instanceof Declare declare && declare.initializer().isPresent()) {
                defined.set(declare.variable().id());
            } else if (each instanceof Assign assign && assign.target() instanceof Local target) {
                defined.set(target.variable().id());
            }
        });
        return defined;
    }

    private static BitSet declared(Statement statement) {
        BitSet declared = new BitSet();
        if (statement instanceof Declare declare) {
            declared.set(declare.variable().id());
        } else if (statement instanceof Explained explained) {
            explained.statements().forEach(each -> declared.or(declared(each)));
        }
        return declared;
    }

    /** In how many places the statement leaves the loop around it. */
    static int breaks(Statement statement) {
        if (statement instanceof Break) {
            return 1;
        }
        return Statements.isLoop(statement)
                ? 0
                : Statements.children(statement).stream().mapToInt(Unit::breaks).sum();
    }
}
