package io.pathwise.processor.split;

import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The sequences of a method: its blocks, and the statements that a comment explains. */
final class Sequences {
    private Sequences() {}

    /** The statements of a sequence. */
    static List<Statement> statements(Statement sequence) {
        return sequence instanceof Explained explained ? explained.statements() : ((Block) sequence).statements();
    }

    /** The sequences of a body that stand in large statements, innermost first, and the body itself. */
    static List<Statement> inLarge(Predicate<Statement> isLarge, Block body) {
        List<Statement> sequences = new ArrayList<>();
        collect(body, isLarge, sequences);
        return sequences;
    }

    private static void collect(Statement sequence, Predicate<Statement> isLarge, List<Statement> sequences) {
        for (Statement statement : statements(sequence)) {
            if (isLarge.test(statement)) {
                below(statement).forEach(each -> collect(each, isLarge, sequences));
            }
        }
        sequences.add(sequence);
    }

    private static List<Statement> below(Statement statement) {
        return isSequence(statement)
                ? List.of(statement)
                : Statements.children(statement).stream()
                        .filter(Sequences::isSequence)
                        .toList();
    }

    static boolean isSequence(Statement statement) {
        return statement instanceof Block || statement instanceof Explained;
    }

    /** The statement with other statements in one of its sequences, which is known by identity. */
    static Statement replace(Statement statement, Statement sequence, List<Statement> statements) {
        if (statement == sequence) {
            return withStatements(sequence, statements);
        }
        return Statements.any(statement, each -> each == sequence)
                ? mapSequences(statement, each -> replace(each, sequence, statements))
                : statement;
    }

    /** The sequence with other statements. */
    static Statement withStatements(Statement sequence, List<Statement> statements) {
        return sequence instanceof Explained explained
                ? new Explained(explained.comment(), statements, explained.position())
                : new Block(statements, sequence.position());
    }

    /** The statement with each sequence directly below it, or each statement of the sequence that it is, replaced. */
    static Statement mapSequences(Statement statement, UnaryOperator<Statement> map) {
        if (isSequence(statement)) {
            return withStatements(
                    statement, statements(statement).stream().map(map).toList());
        } else if (statement instanceof If branch) {
            Block then = (Block) map.apply(branch.then());
            return new If(branch.condition(), then, (Block) map.apply(branch.otherwise()), branch.position());
        } else if (statement instanceof For loop) {
            Block body = (Block) map.apply(loop.body());
            return new For(loop.init(), loop.condition(), loop.update(), body, loop.position());
        } else if (statement instanceof While loop) {
            return new While(loop.condition(), (Block) map.apply(loop.body()), loop.position());
        }
        return statement;
    }
}
