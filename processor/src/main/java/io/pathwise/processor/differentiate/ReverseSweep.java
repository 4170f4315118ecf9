package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.ArrayWrites;
import io.pathwise.processor.analyze.FreeVariables;
import io.pathwise.processor.differentiate.Linearization.Factor;
import io.pathwise.processor.normalize.TemporaryName;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs statements backwards: each passes the adjoint of what it computed on to what it was computed from. */
final class ReverseSweep {
    private final Adjoints adjoints;
    private final Linearization.Context context;
    private final Kept kept;
    private final ArrayWrites writes;
    private final Names names;
    private final Optional<SiteAdjoints> sites;

    ReverseSweep(
            Adjoints adjoints,
            Linearization.Context context,
            Kept kept,
            ArrayWrites writes,
            Names names,
            Optional<SiteAdjoints> sites) {
        this.sites = sites;
        this.writes = writes;
        this.adjoints = adjoints;
        this.context = context;
        this.kept = kept;
        this.names = names;
    }

    /** The reverse of statements whose values are all there. */
    List<Statement> of(List<Statement> statements, Frame frame) {
        List<Statement> out = new ArrayList<>();
        for (int i = statements.size() - 1; i >= 0; i--) {
            statement(statements.get(i), frame, out);
        }
        return out;
    }

    private void statement(Statement statement, Frame frame, List<Statement> out) {
        if (statement instanceof Explained explained) {
            List<Statement> inside = of(explained.statements(), frame);
            if (!inside.isEmpty()) {
                out.add(new Explained(explained.comment(), inside, explained.position()));
            }
        } else if (statement instanceof Declare declare) {
            declare.initializer().ifPresent(value -> assignment(declare.variable(), value, out));
        } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            assignment(target.variable(), assign.value(), out);
        } else if (statement instanceof Assign assign && assign.target() instanceof Element) {
            elementAssignment(assign, out);
        } else if (statement instanceof If branch) {
            branch(branch, frame, out);
        } else if (Statements.isLoop(statement)) {
            loop(statement, frame, out);
        } else if (sites.isPresent()) {
            Site.of(statement).map(sites.get()::reverse).ifPresent(out::add);
        }
    }

    private void assignment(Variable target, Expression value, List<Statement> out) {
        if (ArrayTwins.isArray(target.type()) || !adjoints.hasAdjoint(target)) {
            return;
        }
        // A copy between values of one variable hands nothing on, and may be skipped by a path that leaves the loop.
        if (adjoints.sameVariable(value, target)) {
            return;
        }
        Expression adjoint = Algebra.local(adjoints.of(target));
        Optional<Factor> toItself = Optional.empty();
        if (context.active().test(value) && context.active().test(Algebra.local(target))) {
            Linearization linearization = Linearization.of(value, Algebra.local(target), context);
            for (Factor factor : linearization.factors()) {
                if (adjoints.sameVariable(factor.leaf(), target)) {
                    toItself = Optional.of(factor);
                } else {
                    out.add(contribution(factor, Algebra.local(target), adjoint));
                }
            }
        }
        if (toItself.isPresent()) {
            passOn(Algebra.local(target), toItself.get(), adjoint, out);
        } else if (!adjoints.isFirst(target)) {
            out.add(new Assign(adjoint, Algebra.integer(0), Position.NONE));
        }
    }

    /** The adjoint of an element is taken out before anything is added: an operand may be the same element. */
    private void elementAssignment(Assign assign, List<Statement> out) {
        Element target = (Element) assign.target();
        if (target.type() != Primitive.DOUBLE || !context.active().test(target)) {
            return;
        }
        List<Factor> factors = context.active().test(assign.value())
                ? Linearization.of(assign.value(), target, context).factors()
                : List.of();
        Expression place = adjoints.ofLeaf(target);
        Variable adjoint = names.create(TemporaryName.of(target) + "Bar", Primitive.DOUBLE, Origin.TEMPORARY);
        adjoints.note(adjoint);
        out.add(new Declare(adjoint, place, Position.NONE));
        Optional<Factor> toItself = factors.stream()
                .filter(each -> Expressions.same(each.leaf(), target))
                .findFirst();
        if (toItself.isPresent()) {
            passOn(target, toItself.get(), place, out);
        } else if (!writes.isFirst(assign)) {
            out.add(new Assign(place, Algebra.integer(0), Position.NONE));
        }
        for (Factor each : factors) {
            if (!Expressions.same(each.leaf(), target)) {
                out.add(contribution(each, target, Algebra.local(adjoint)));
            }
        }
    }

    /** Adds to the adjoint of what the target was computed from. */
    private Statement contribution(Factor factor, Expression target, Expression adjoint) {
        boolean unbounded = adjoints.isUnbounded(target);
        markUnbounded(factor, unbounded);
        if (ArrayTwins.isArray(factor.leaf().type())) {
            return CompanionMembers.addScaled(adjoints.ofArray(factor.leaf()), adjoint, factor.partial());
        }
        Expression amount = unbounded ? factor.timesUnbounded(adjoint) : factor.times(adjoint);
        return increase(adjoints.ofLeaf(factor.leaf()), amount);
    }

    private void markUnbounded(Factor factor, boolean adjointIsUnbounded) {
        if (factor.unbounded() || adjointIsUnbounded && !factor.partial().isSelection()) {
            adjoints.markUnbounded(factor.leaf());
        }
    }

    /** A variable computed from its own previous value hands its adjoint down to it. */
    private void passOn(Expression target, Factor factor, Expression adjoint, List<Statement> out) {
        boolean unbounded = adjoints.isUnbounded(target);
        markUnbounded(factor, unbounded);
        Optional<Polynomial> beyondIdentity = factor.partial().withoutOne();
        if (factor.singular()) {
            out.add(new Assign(adjoint, factor.times(adjoint), Position.NONE));
        } else if (beyondIdentity.filter(Polynomial::isZero).isPresent()) {
            return;
        } else if (unbounded) {
            out.add(new Assign(adjoint, factor.timesUnbounded(adjoint), Position.NONE));
        } else if (beyondIdentity.isEmpty()) {
            out.add(new Assign(adjoint, scaled(adjoint, factor.partial()), Position.NONE));
        } else {
            Expression more = Algebra.multiply(beyondIdentity.get().toExpression(), adjoint);
            out.add(increase(adjoint, more));
        }
    }

    /** The adjoint first, to be written {@code xBar *= a} or {@code xBar /= b}. */
    private static Expression scaled(Expression adjoint, Polynomial factor) {
        Expression value = factor.toExpression();
        if (Algebra.is(value, -1) || factor.isSelection()) {
            return Algebra.multiply(value, adjoint);
        }
        if (value instanceof Binary quotient
                && quotient.operator() == BinaryOperator.DIVIDE
                && Algebra.is(quotient.left(), 1)) {
            return Algebra.divide(adjoint, quotient.right());
        }
        return new Binary(BinaryOperator.MULTIPLY, adjoint, value, Primitive.DOUBLE, Position.NONE);
    }

    /** {@code target += more}. */
    static Statement increase(Expression target, Expression more) {
        return increase(target, more, Position.NONE);
    }

    /** {@code target += more}, which comes from a place in the source. */
    static Statement increase(Expression target, Expression more, Position position) {
        boolean decrease = Algebra.isNegative(more);
        BinaryOperator operator = decrease ? BinaryOperator.SUBTRACT : BinaryOperator.ADD;
        Expression amount = Algebra.asInitializer(decrease ? Algebra.negate(more) : more);
        return new Assign(target, new Binary(operator, target, amount, Primitive.DOUBLE, Position.NONE), position);
    }

    private void branch(If branch, Frame frame, List<Statement> out) {
        Block then = Block.of(block(branch.then(), frame.inBranch()));
        Block otherwise = Block.of(block(branch.otherwise(), frame.inBranch()));
        if (!then.isEmpty() || !otherwise.isEmpty()) {
            out.add(new If(Primal.transform(branch.condition()), then, otherwise, branch.position()));
        }
    }

    /** The reverse of a block in a scope of its own: first the values it needs, then the adjoints. */
    private List<Statement> block(Block block, Frame frame) {
        List<Statement> reversed = of(block.statements(), frame);
        if (reversed.isEmpty()) {
            return List.of();
        }
        List<Statement> code = new ArrayList<>(adjoints.declarations(block, Set.of()));
        code.addAll(reversed);
        Set<Variable> needed = primalVariables(code);
        List<Statement> values = new Recomputation(kept, frame, needed).of(block.statements());
        return joined(values, code);
    }

    /** Brings back the value that a carried variable had at the start of the iteration. */
    private Statement atHead(LoopFrame iteration, Variable head, Frame outside) {
        boolean holdsLastValue = outside.direct() && outside.visible().contains(head);
        Optional<Statement> undone = holdsLastValue ? IntegerStep.undo(iteration.body(), head) : Optional.empty();
        return undone.orElseGet(() -> {
            Expression value = kept.atHead(iteration, head).load();
            return Scopes.assigning(new Declare(head, value, Position.NONE), outside.visible());
        });
    }

    private static List<Statement> joined(List<Statement> values, List<Statement> code) {
        Set<Variable> declared = Scopes.declaredDirectly(values);
        List<Statement> all = new ArrayList<>(values);
        code.forEach(each -> all.add(Scopes.assigning(each, declared)));
        return all;
    }

    /** The variables that code reads from outside, adjoints not counted. */
    private Set<Variable> primalVariables(List<Statement> code) {
        Set<Variable> free = FreeVariables.of(code);
        free.removeIf(adjoints::isAdjoint);
        return free;
    }

    private void loop(Statement loop, Frame outside, List<Statement> out) {
        LoopFrame iteration = new LoopFrame(loop, outside.loop(), names);
        List<Statement> code = iteration(iteration, outside);
        if (code.isEmpty()) {
            return;
        }
        kept.note(loop, iteration);
        List<Statement> body = withValues(iteration, code, outside);
        new ReverseLoop(iteration, kept, outside).around(body, out);
    }

    private List<Statement> iteration(LoopFrame iteration, Frame outside) {
        Optional<List<Statement>> preaccumulated = IterationPartials.of(iteration, adjoints, context, kept, names);
        if (preaccumulated.isPresent()) {
            return preaccumulated.get();
        }
        List<Statement> reversed = of(iteration.body().statements(), outside.inLoop(iteration));
        if (reversed.isEmpty()) {
            return reversed;
        }
        List<Statement> code = new ArrayList<>(adjoints.declarations(iteration.body(), Set.of()));
        code.addAll(reversed);
        return code;
    }

    /** The body of a reverse loop: what the iteration started from, what it computed, then the adjoints. */
    private List<Statement> withValues(LoopFrame iteration, List<Statement> code, Frame outside) {
        Set<Variable> needed = primalVariables(code);
        Set<Variable> visible = new HashSet<>(outside.visible());
        visible.removeAll(iteration.heads());
        Frame inside = new Frame(iteration, visible, false);
        List<Statement> values =
                new Recomputation(kept, inside, needed).of(iteration.body().statements());
        List<Statement> body = new ArrayList<>();
        for (Variable head : iteration.heads()) {
            if (needed.contains(head)) {
                body.add(atHead(iteration, head, outside));
            }
        }
        body.addAll(joined(values, code));
        return body;
    }
}
