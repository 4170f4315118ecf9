package io.pathwise.processor.split;

import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Declares variables where they are used, after their declarations were left behind. */
final class Declarations {
    private Declarations() {}

    /** The statements with declarations of the variables: the first assignment where it comes first, else in front. */
    static List<Statement> add(List<Statement> statements, List<Variable> variables) {
        BitSet open = new BitSet();
        variables.forEach(each -> open.set(each.id()));
        List<Statement> declaring = declareAtAssignment(statements, open);
        List<Statement> all = new ArrayList<>();
        for (Variable each : variables) {
            if (open.get(each.id())) {
                all.add(new Declare(each, Optional.empty(), Position.NONE));
            }
        }
        all.addAll(declaring);
        return all;
    }

    /** Turns assignments into declarations until a variable is used in another way; clears those it has declared. */
    private static List<Statement> declareAtAssignment(List<Statement> statements, BitSet open) {
        BitSet candidates = (BitSet) open.clone();
        return declareAtAssignment(statements, open, candidates);
    }

    private static List<Statement> declareAtAssignment(List<Statement> statements, BitSet open, BitSet candidates) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Explained explained) {
                List<Statement> inside = declareAtAssignment(explained.statements(), open, candidates);
                out.add(new Explained(explained.comment(), inside, explained.position()));
            } else {
                out.add(declared(statement, open, candidates));
                candidates.andNot(Unit.used(statement));
            }
        }
        return out;
    }

    private static Statement declared(Statement statement, BitSet open, BitSet candidates) {
        boolean isFirst = statement instanceof Assign assign
                && assign.target() instanceof Local target
                && candidates.get(target.variable().id())
                && !Expressions.reads(assign.value(), target.variable());
        if (!isFirst) {
            return statement;
        }
        Assign assign = (Assign) statement;
        Variable variable = ((Local) assign.target()).variable();
        open.clear(variable.id());
        return new Declare(variable, assign.value(), assign.position());
    }

    /** The block without declarations that nothing needs any more. */
    static Block withoutUnused(Block block) {
        return (Block) withoutUnused(block, Unit.used(block));
    }

    private static Statement withoutUnused(Statement statement, BitSet used) {
        if (Sequences.isSequence(statement)) {
            List<Statement> kept = Sequences.statements(statement).stream()
                    .filter(each -> !isUnused(each, used))
                    .map(each -> withoutUnused(each, used))
                    .toList();
            return Sequences.withStatements(statement, kept);
        }
        return Sequences.mapSequences(statement, each -> withoutUnused(each, used));
    }

    private static boolean isUnused(Statement statement, BitSet used) {
        return statement instanceof Declare declare
                && declare.initializer().isEmpty()
                && !used.get(declare.variable().id());
    }
}
