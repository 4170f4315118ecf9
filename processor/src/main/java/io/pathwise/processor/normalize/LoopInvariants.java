package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Effects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves intermediate results that are the same in every iteration out of loops: they are computed once, need no memory,
 * and their adjoints are summed over the loop and passed on once. Expects {@link Elementary} on {@link Versions}.
 */
public final class LoopInvariants {
    private LoopInvariants() {}

    /** The block with invariant intermediate results before the loops that need them. */
    public static Block hoist(Block block) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : block.statements()) {
            statement(each, out);
        }
        return new Block(out, block.position());
    }

    private static void statement(Statement statement, List<Statement> out) {
        if (statement instanceof For loop) {
            Block inner = hoist(loop.body());
            Block body = extract(inner, varying(inner, loop), out);
            out.add(new For(loop.init(), loop.condition(), loop.update(), body, loop.position()));
        } else if (statement instanceof While loop) {
            Block inner = hoist(loop.body());
            Block body = extract(inner, varying(inner, loop), out);
            out.add(new While(loop.condition(), body, loop.position()));
        } else if (statement instanceof If branch) {
            out.add(new If(branch.condition(), hoist(branch.then()), hoist(branch.otherwise()), branch.position()));
        } else {
            out.add(statement);
        }
    }

    private static Set<Variable> varying(Block body, Statement loop) {
        Set<Variable> varying = new HashSet<>(Statements.declared(body));
        varying.addAll(Statements.declared(loop));
        varying.addAll(Statements.assigned(loop));
        return varying;
    }

    /** Takes the invariant results out of a loop's body; what they were read for stays. */
    private static Block extract(Block body, Set<Variable> varying, List<Statement> before) {
        List<Statement> kept = new ArrayList<>();
        for (Statement each : body.statements()) {
            if (each instanceof Explained explained) {
                List<Statement> invariant = new ArrayList<>();
                List<Statement> rest = new ArrayList<>();
                for (Statement piece : explained.statements()) {
                    (isInvariant(piece, varying) ? invariant : rest).add(piece);
                    invariant.forEach(moved -> varying.remove(((Declare) moved).variable()));
                }
                add(explained, invariant, before);
                add(explained, rest, kept);
            } else {
                kept.add(each);
            }
        }
        return new Block(kept, body.position());
    }

    private static void add(Explained explained, List<Statement> statements, List<Statement> out) {
        if (!statements.isEmpty()) {
            out.add(new Explained(explained.comment(), statements, explained.position()));
        }
    }

    private static boolean isInvariant(Statement statement, Set<Variable> varying) {
        return statement instanceof Declare declare
                && declare.variable().isTemporary()
                && declare.initializer()
                        .filter(value -> isInvariant(value, varying))
                        .isPresent();
    }

    /** What another class computes may be something else each time. */
    private static boolean isInvariant(Expression value, Set<Variable> varying) {
        return Expressions.any(value, each -> each instanceof Call)
                && !Effects.hasEffects(value)
                && !Effects.readsMemory(value)
                && Expressions.variables(value).stream().noneMatch(varying::contains);
    }
}
