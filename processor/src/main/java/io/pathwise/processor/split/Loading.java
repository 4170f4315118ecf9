package io.pathwise.processor.split;

import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Gives a piece the code that takes carried variables from the arrays and leaves them there.
 *
 * <p>A variable that no part called by the piece touches is loaded at the start and stored at the end. A variable that
 * such a part touches too lives in the array only.
 */
final class Loading {
    private final Piece piece;
    private final Carried carried;
    private final Variables variables;
    private final BitSet shared;

    private Loading(Piece piece, Carried carried, Parts parts) {
        this.piece = piece;
        this.carried = carried;
        this.variables = Variables.of(piece.program());
        this.shared =
                Sets.and(piece.carried(), parts.effects(piece.program().body()).all());
    }

    /** The body of the piece as it is written. */
    static Block body(Piece piece, Carried carried, Parts parts) {
        return new Loading(piece, carried, parts).body();
    }

    private Block body() {
        Block source = piece.program().body();
        BitSet own = Sets.minus(Unit.named(source), shared);
        List<Statement> body = new ArrayList<>();
        for (Variable each : variables.of(Sets.and(piece.effects().in(), own))) {
            body.add(new Declare(each, carried.load(each), Position.NONE));
        }
        for (Parameter each : piece.program().parameters()) {
            if (shared.get(each.variable().id())) {
                body.add(carried.store(each.variable()));
            }
        }
        List<Statement> statements = inArrays(source.statements());
        List<Statement> atEnd = stores(piece.effects().atEnd(), own);
        body.addAll(
                piece.breaks()
                        ? BreakExits.apply(statements, stores(piece.effects().atBreak(), own), atEnd)
                        : beforeExit(statements, atEnd));
        return new Block(body, source.position());
    }

    private List<Statement> stores(BitSet left, BitSet own) {
        return variables.of(Sets.and(left, own)).stream().map(carried::store).toList();
    }

    private static List<Statement> beforeExit(List<Statement> statements, List<Statement> stores) {
        if (stores.isEmpty()) {
            return statements;
        }
        int last = statements.size() - 1;
        List<Statement> all = new ArrayList<>(statements);
        if (last >= 0 && statements.get(last) instanceof Return) {
            all.addAll(last, stores);
        } else if (last >= 0 && statements.get(last) instanceof Explained tail && !isReachableBehind(tail)) {
            all.set(last, new Explained(tail.comment(), beforeExit(tail.statements(), stores), tail.position()));
        } else {
            all.addAll(stores);
        }
        return all;
    }

    private static boolean isReachableBehind(Explained explained) {
        return Completion.completes(explained);
    }

    private List<Statement> inArrays(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : statements) {
            boolean isBare = each instanceof Declare declare
                    && isShared(declare.variable())
                    && declare.initializer().isEmpty();
            if (!isBare) {
                out.add(inArrays(each));
            }
        }
        return out;
    }

    private Statement inArrays(Statement statement) {
        if (statement instanceof Declare declare && isShared(declare.variable())) {
            Expression value = inArrays(declare.initializer().orElseThrow());
            return new Assign(carried.element(declare.variable()), value, declare.position());
        } else if (statement instanceof Assign assign
                && assign.target() instanceof Local target
                && isShared(target.variable())) {
            return new Assign(carried.element(target.variable()), inArrays(assign.value()), assign.position());
        } else if (statement instanceof Block block) {
            return block(block);
        } else if (statement instanceof Explained explained) {
            return new Explained(explained.comment(), inArrays(explained.statements()), explained.position());
        } else if (statement instanceof If branch) {
            return new If(
                    inArrays(branch.condition()), block(branch.then()), block(branch.otherwise()), branch.position());
        } else if (statement instanceof While loop) {
            return new While(inArrays(loop.condition()), block(loop.body()), loop.position());
        } else if (statement instanceof For loop) {
            return new For(
                    inArrays(loop.init()),
                    inArrays(loop.condition()),
                    inArrays(loop.update()),
                    block(loop.body()),
                    loop.position());
        }
        return Statements.mapExpressions(statement, this::inArrays);
    }

    private Block block(Block block) {
        return new Block(inArrays(block.statements()), block.position());
    }

    private Expression inArrays(Expression expression) {
        if (expression instanceof Local local) {
            return isShared(local.variable()) ? carried.load(local.variable()) : local;
        }
        return Expressions.mapChildren(expression, this::inArrays);
    }

    private boolean isShared(Variable variable) {
        return shared.get(variable.id());
    }
}
