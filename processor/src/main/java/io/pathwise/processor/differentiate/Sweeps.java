package io.pathwise.processor.differentiate;

import io.pathwise.processor.normalize.InitialValues;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Effects;
import io.pathwise.processor.simplify.ScratchMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Joins forward and reverse sweep. A branch at the end of a block runs forward and at once backward, so that the values
 * of the forward sweep are there for the reverse sweep; so does each iteration of last loops that only add to sums whose
 * adjoints are known beforehand.
 */
final class Sweeps {
    private final ForwardSweep forward;
    private final ReverseSweep reverse;
    private final Adjoints adjoints;
    private final Kept kept;
    private final Optional<Reductions> reductions;

    /**
     * Prepares for one program.
     *
     * @param reductions recognises sums; absent if the adjoint of the value is known only at the end of the path
     */
    Sweeps(ForwardSweep forward, ReverseSweep reverse, Adjoints adjoints, Kept kept, Optional<Reductions> reductions) {
        this.reductions = reductions;
        this.forward = forward;
        this.reverse = reverse;
        this.adjoints = adjoints;
        this.kept = kept;
    }

    /**
     * Both sweeps of a method.
     *
     * @param arguments what is known when the method starts
     * @param opening declares the adjoints with which the reverse sweep starts
     * @param opened the variables that have those adjoints
     */
    List<Statement> of(Block body, Set<Variable> arguments, List<Statement> opening, Set<Variable> opened) {
        Region region = region(body, new Frame(null, arguments, true));
        List<Statement> forwards = new ArrayList<>();
        kept.hoisted().forEach(each -> forwards.add(new Declare(each, InitialValues.of(each.type()), Position.NONE)));
        forwards.addAll(region.forward());
        List<Statement> adjointsFirst = new ArrayList<>(opening);
        adjointsFirst.addAll(adjoints.declarations(body, opened));
        List<Statement> sections = new ArrayList<>(forward(forwards, arguments));
        if (region.fused().isEmpty()) {
            sections.add(section("reverse sweep", concat(adjointsFirst, region.backward())));
        } else {
            Predicate<Statement> isForBoth = each -> isMentioned(((Declare) each).variable(), region.fused());
            List<Statement> early = adjointsFirst.stream().filter(isForBoth).toList();
            List<Statement> late =
                    adjointsFirst.stream().filter(isForBoth.negate()).toList();
            sections.add(section("both sweeps", concat(early, region.fused())));
            sections.add(section("reverse sweep", concat(late, region.backward())));
        }
        return sections;
    }

    /**
     * The code of one block.
     *
     * @param forward computes the values
     * @param fused the branch or the sums at the end, forward and backward
     * @param backward passes the adjoints back
     */
    private record Region(List<Statement> forward, List<Statement> fused, List<Statement> backward) {}

    private Region region(Block block, Frame frame) {
        List<Statement> statements = block.statements();
        int end = statements.size();
        boolean branches = end > 0 && statements.get(end - 1) instanceof If;
        List<Statement> straight = branches ? statements.subList(0, end - 1) : statements;
        Frame inside = frame.seeing(Scopes.declaredDirectly(straight));
        Optional<FusedLoops> loops = branches ? Optional.empty() : fusedLoops(straight, inside);
        if (loops.isPresent()) {
            return withLoops(straight, loops.get(), inside);
        }
        // The reverse sweep decides what the forward sweep keeps, so it comes first here.
        List<Statement> fused = branches ? List.of(fused((If) statements.get(end - 1), inside)) : List.of();
        List<Statement> backward = Completion.completes(straight) ? reverse.of(straight, inside) : List.of();
        return new Region(forward.of(straight), fused, backward);
    }

    private Optional<FusedLoops> fusedLoops(List<Statement> statements, Frame frame) {
        return reductions.flatMap(
                each -> new FusedLoops.Search(each, adjoints, code -> reverse.of(code, frame)).in(statements));
    }

    private Region withLoops(List<Statement> statements, FusedLoops loops, Frame frame) {
        List<Statement> before = statements.subList(0, loops.first());
        List<Statement> fused = new ArrayList<>(loops.before());
        for (Statement each : statements.subList(loops.first(), statements.size())) {
            fused.addAll(Statements.isLoop(each) ? List.of(fused(each, frame)) : forward.of(List.of(each)));
        }
        List<Statement> backward = concat(loops.after(), reverse.of(before, frame));
        return new Region(forward.of(before), fused, backward);
    }

    /** A loop whose iterations run forward and at once backward. */
    private Statement fused(Statement loop, Frame frame) {
        Frame inside = loop instanceof For each ? frame.seeing(Scopes.declaredDirectly(each.init())) : frame;
        Region region = region(Reductions.withoutCarries(loop), inside);
        List<Statement> code = new ArrayList<>(region.forward());
        code.addAll(adjoints.declarations(Statements.body(loop), Set.of()));
        code.addAll(region.fused());
        code.addAll(region.backward());
        code.addAll(Reductions.carries(loop));
        return FusedLoops.around(loop, code);
    }

    private If fused(If branch, Frame frame) {
        return new If(
                Primal.transform(branch.condition()),
                arm(branch.then(), frame),
                arm(branch.otherwise(), frame),
                branch.position());
    }

    private Block arm(Block arm, Frame frame) {
        Region region = region(arm, frame);
        List<Statement> code = new ArrayList<>(region.forward());
        if (Completion.completes(code)) {
            code.addAll(adjoints.declarations(arm, Set.of()));
            code.addAll(region.fused());
            code.addAll(region.backward());
        }
        return Block.of(code);
    }

    private static boolean isMentioned(Variable variable, List<Statement> statements) {
        return statements.stream()
                .anyMatch(each -> Statements.assigned(each).contains(variable)
                        || Statements.anyExpression(each, one -> Expressions.reads(one, variable)));
    }

    /** The forward sweep under its heading; checks of the arguments stand before it. */
    private static List<Statement> forward(List<Statement> forward, Set<Variable> arguments) {
        int checks = 0;
        while (checks < forward.size() && forward.get(checks) instanceof Evaluate) {
            checks++;
        }
        List<Statement> sections = new ArrayList<>(forward.subList(0, checks));
        sections.add(section("forward sweep", memoryFirst(forward.subList(checks, forward.size()), arguments)));
        return sections;
    }

    private static Explained section(String heading, List<Statement> statements) {
        return new Explained(heading, statements, Position.NONE);
    }

    /** Memory whose size the arguments tell is asked for at the start, new arrays if no path has left before. */
    private static List<Statement> memoryFirst(List<Statement> forward, Set<Variable> arguments) {
        List<Statement> first = new ArrayList<>();
        List<Statement> others = new ArrayList<>();
        boolean mayHaveLeft = false;
        for (Statement each : forward) {
            mayHaveLeft |= Statements.any(each, one -> one instanceof Return || one instanceof Throw);
            Optional<Expression.Method> memory = memory(each).filter(one -> isKnown(one, arguments));
            boolean isEarly = memory.isPresent() && (!mayHaveLeft || ScratchMemory.isSlot(memory.get()));
            (isEarly ? first : others).add(each);
        }
        return concat(first, others);
    }

    private static Optional<Expression.Method> memory(Statement statement) {
        return statement instanceof Declare declare
                        && declare.initializer().orElse(null) instanceof Expression.Method memory
                        && Effects.isMemory(memory)
                ? Optional.of(memory)
                : Optional.empty();
    }

    private static boolean isKnown(Expression.Method memory, Set<Variable> arguments) {
        return memory.arguments().stream()
                .allMatch(size -> arguments.containsAll(Expressions.variables(size))
                        && !Effects.mayThrow(size)
                        && !Effects.hasEffects(size));
    }

    private static List<Statement> concat(List<Statement> first, List<Statement> second) {
        List<Statement> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
