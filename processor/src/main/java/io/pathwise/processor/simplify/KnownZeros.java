package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes {@code x = e} for {@code x += e} where x is zero on every path; the user's own sums stay as they are. */
final class KnownZeros {
    private KnownZeros() {}

    /** The block with each sum that starts from a known zero left without it. */
    static Block apply(Block block) {
        return rewrite(block, new HashSet<>());
    }

    /** Rewrites the block; {@code zeros} holds the variables that are zero before it and then those after it. */
    private static Block rewrite(Block block, Set<Variable> zeros) {
        return Line.rewrite(block, lines -> {
            List<Line> rewritten = new ArrayList<>();
            lines.forEach(line -> rewritten.add(line.with(rewrite(line.statement(), zeros))));
            return rewritten;
        });
    }

    private static Statement rewrite(Statement statement, Set<Variable> zeros) {
        if (statement instanceof Declare declare) {
            boolean zero = declare.initializer().filter(Algebra::isZero).isPresent();
            note(declare.variable(), zero, zeros);
            return declare;
        } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            return rewriteAssignment(assign, target.variable(), zeros);
        } else if (statement instanceof If branch) {
            return rewriteBranch(branch, zeros);
        } else if (Statements.isLoop(statement)) {
            zeros.removeAll(Statements.assigned(statement));
            return Line.mapBlocks(statement, body -> rewrite(body, new HashSet<>(zeros)));
        } else if (statement instanceof Block block) {
            return rewrite(block, zeros);
        }
        return statement;
    }

    private static Statement rewriteAssignment(Assign assign, Variable target, Set<Variable> zeros) {
        boolean wasZero = zeros.contains(target);
        note(target, Algebra.isZero(assign.value()), zeros);
        if (!wasZero) {
            return assign;
        }
        return Zeros.leaveOut(target, assign.value())
                .<Statement>map(value -> new Assign(assign.target(), value, assign.position()))
                .orElse(assign);
    }

    private static Statement rewriteBranch(If branch, Set<Variable> zeros) {
        Set<Variable> afterThen = new HashSet<>(zeros);
        Set<Variable> afterOtherwise = new HashSet<>(zeros);
        Block then = rewrite(branch.then(), afterThen);
        Block otherwise = rewrite(branch.otherwise(), afterOtherwise);
        if (!Completion.completes(then)) {
            afterThen = afterOtherwise;
        } else if (!Completion.completes(otherwise)) {
            afterOtherwise = afterThen;
        }
        zeros.clear();
        zeros.addAll(afterThen);
        zeros.retainAll(afterOtherwise);
        return new If(branch.condition(), then, otherwise, branch.position());
    }

    private static void note(Variable variable, boolean zero, Set<Variable> zeros) {
        if (zero && variable.type() == Primitive.DOUBLE && variable.origin() != Origin.SOURCE) {
            zeros.add(variable);
        } else {
            zeros.remove(variable);
        }
    }
}
