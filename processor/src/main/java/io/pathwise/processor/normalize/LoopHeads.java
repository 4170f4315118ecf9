package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves the counter alone in the head of a loop: {@code for (int i = 0, n = a.length; i < n; i++)} declares n before the
 * loop, so that the loop is seen to count.
 */
public final class LoopHeads {
    private LoopHeads() {}

    /** The program with what its loops do not change declared before them. */
    public static Program settle(Program program) {
        Block body = program.body();
        return program.withBody(new Block(all(body.statements()), body.position()), program.names());
    }

    private static List<Statement> all(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : statements) {
            Statement inside = Rewriting.lists(each, LoopHeads::all);
            Optional<Declare> counter = inside instanceof For loop ? counter(loop) : Optional.empty();
            if (counter.isPresent()) {
                out.addAll(split((For) inside, counter.get()));
            } else {
                out.add(inside);
            }
        }
        return out;
    }

    private static List<Statement> split(For loop, Declare counter) {
        List<Statement> out = new ArrayList<>(loop.init());
        out.remove(counter);
        out.add(new For(List.of(counter), loop.condition(), loop.update(), loop.body(), loop.position()));
        return out;
    }

    /** The declaration of the only variable in the head that changes, if the others can do without it. */
    private static Optional<Declare> counter(For loop) {
        if (loop.init().size() < 2
                || loop.update().size() != 1
                || !(loop.update().get(0) instanceof Assign update)
                || !(update.target() instanceof Local counter)
                || !loop.init().stream().allMatch(Declare.class::isInstance)) {
            return Optional.empty();
        }
        List<Declare> declared = loop.init().stream().map(Declare.class::cast).toList();
        Set<Variable> assigned = Statements.assigned(loop);
        boolean othersStay = declared.stream()
                .filter(each -> !each.variable().equals(counter.variable()))
                .noneMatch(each -> assigned.contains(each.variable()) || reads(each, counter.variable()));
        return declared.stream()
                .filter(each -> othersStay && each.variable().equals(counter.variable()))
                .findFirst();
    }

    private static boolean reads(Declare declare, Variable variable) {
        return declare.initializer()
                .filter(value -> Expressions.reads(value, variable))
                .isPresent();
    }
}
