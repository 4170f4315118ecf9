package io.pathwise.processor.split;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Moves runs of one sequence into methods.
 *
 * <p>A value that a run leaves is its method's result if it is the only one, else it is carried in an array. Values that
 * a run takes and that are not carried are arguments.
 */
final class Outline {
    private final Piece piece;
    private final List<Unit> units;
    private final List<Run> runs;
    private final Variables variables;
    private final Parts parts;
    private final BitSet kept;

    private Outline(Piece piece, List<Unit> units, List<Run> runs, Variables variables, Parts parts) {
        this.piece = piece;
        this.units = units;
        this.runs = runs;
        this.variables = variables;
        this.parts = parts;
        this.kept = Kept.by(runs, variables, piece.carried());
    }

    /**
     * The method with as much of a sequence as possible in methods of their own, if that is anything at all.
     *
     * @param facts the method, and what collects the new ones
     * @param sequence a block of the method, or statements explained together
     * @param limit largest size of a method
     */
    static Optional<Piece> apply(Facts facts, Statement sequence, int limit) {
        List<Unit> units = facts.units(sequence, limit);
        Piece piece = facts.piece();
        BitSet fixed = facts.variables().fixed();
        BitSet atExit = piece.effects().atEnd();
        boolean mayReturn = piece.program().result() != null && !piece.breaks();
        BitSet atBreak = facts.liveAtBreak(sequence);
        List<Run> runs = new Cuts(units, facts.live(sequence), atBreak, fixed, atExit, mayReturn, limit).choose();
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outline(piece, units, runs, facts.variables(), facts.parts()).replaced(sequence));
    }

    private Piece replaced(Statement sequence) {
        BitSet remaining = remaining(sequence);
        List<Statement> statements = new ArrayList<>();
        int next = 0;
        for (Run run : runs) {
            units.subList(next, run.start()).forEach(unit -> statements.add(unit.statement()));
            addCall(run, remaining, statements);
            next = run.end();
        }
        units.subList(next, units.size()).forEach(unit -> statements.add(unit.statement()));
        return piece.with(replace(sequence, statements), kept);
    }

    /** The variables that the code outside the runs uses. */
    private BitSet remaining(Statement sequence) {
        List<Statement> rest = new ArrayList<>();
        int next = 0;
        for (Run run : runs) {
            units.subList(next, run.start()).forEach(unit -> rest.add(unit.statement()));
            next = run.end();
        }
        units.subList(next, units.size()).forEach(unit -> rest.add(unit.statement()));
        BitSet used = Unit.used(replace(sequence, rest));
        runs.forEach(run -> {
            used.or(Sets.minus(run.in(), kept));
            returned(run).ifPresent(each -> used.set(each.id()));
        });
        return used;
    }

    private Block replace(Statement sequence, List<Statement> statements) {
        return (Block) Sequences.replace(piece.program().body(), sequence, statements);
    }

    /** The variable whose value is the result of the run's method. */
    private Optional<Variable> returned(Run run) {
        return variables.of(Sets.minus(run.out(), kept)).stream().findFirst();
    }

    private void addCall(Run run, BitSet remaining, List<Statement> out) {
        BitSet declared = Sets.union(units(run).stream().map(Unit::declared));
        Optional<Variable> result = returned(run);
        for (Variable each : variables.of(Sets.and(declared, remaining))) {
            if (result.filter(each::equals).isEmpty()) {
                out.add(new Declare(each, Optional.empty(), Position.NONE));
            }
        }
        Call call = parts.add(
                piece.program(),
                partBody(run, result),
                variables.of(Sets.minus(run.in(), kept)),
                type(run, result),
                new Effects(Sets.and(run.in(), kept), Sets.and(run.atEnd(), kept), Sets.and(run.atBreak(), kept)),
                kept);
        out.add(callStatement(run, call, result, declared));
    }

    private Statement callStatement(Run run, Call call, Optional<Variable> result, BitSet declared) {
        return switch (run.exit()) {
            case RETURNS -> new Return(call, Position.NONE);
            case MAY_BREAK -> new If(call, Block.of(List.of(new Break(Position.NONE))), Block.EMPTY, Position.NONE);
            case COMPLETES ->
                result.map(each -> define(each, call, declared)).orElseGet(() -> new Evaluate(call, Position.NONE));
        };
    }

    private static Statement define(Variable variable, Expression value, BitSet declared) {
        return declared.get(variable.id())
                ? new Declare(variable, value, Position.NONE)
                : new Assign(new Local(variable, Position.NONE), value, Position.NONE);
    }

    private Type type(Run run, Optional<Variable> result) {
        return switch (run.exit()) {
            case RETURNS -> piece.program().result();
            case MAY_BREAK -> Primitive.BOOLEAN;
            case COMPLETES -> result.map(Variable::type).orElse(null);
        };
    }

    private Block partBody(Run run, Optional<Variable> result) {
        List<Statement> statements = units(run).stream().map(Unit::statement).toList();
        BitSet undeclared = Sets.minus(Sets.union(units(run).stream().map(Unit::named)), run.in());
        Statements.declared(Block.of(statements)).forEach(each -> undeclared.clear(each.id()));
        List<Statement> body = new ArrayList<>(Declarations.add(statements, variables.of(undeclared)));
        result.ifPresent(each -> body.add(new Return(new Local(each, Position.NONE), Position.NONE)));
        return Block.of(body);
    }

    private List<Unit> units(Run run) {
        return units.subList(run.start(), run.end());
    }
}
