package io.pathwise.processor.differentiate;

import io.pathwise.processor.differentiate.Linearization.Factor;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.LoopInvariants;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the partial derivatives of one iteration instead of the values from which they are computed, for a loop that
 * carries one variable: the forward sweep waits for that variable anyway and forms them meanwhile, and the adjoint that
 * the reverse sweep hands from iteration to iteration waits for one product.
 */
final class IterationPartials {
    /** Formulas of partial derivatives grow faster than the code that they are of. */
    private static final int LARGEST_BODY = 60;

    private final LoopFrame iteration;
    private final Adjoints adjoints;
    private final Linearization.Context context;
    private final Kept kept;
    private final Names names;
    private final Map<Variable, Expression> definitions = new HashMap<>();

    private IterationPartials(
            LoopFrame iteration, Adjoints adjoints, Linearization.Context context, Kept kept, Names names) {
        this.iteration = iteration;
        this.adjoints = adjoints;
        this.context = context;
        this.kept = kept;
        this.names = names;
    }

    /**
     * The code of the reverse loop's body, the forward sweep's part noted with what is kept.
     *
     * @return empty where the loop is none of that kind, or where this needs more memory or more elementary functions
     */
    static Optional<List<Statement>> of(
            LoopFrame iteration, Adjoints adjoints, Linearization.Context context, Kept kept, Names names) {
        return new IterationPartials(iteration, adjoints, context, kept, names).reverse();
    }

    private Optional<List<Statement>> reverse() {
        Optional<Variable> head = carried();
        Optional<List<Declare>> code =
                head.flatMap(each -> straight(iteration.body().statements()));
        Optional<Variable> next = head.flatMap(this::next);
        if (code.isEmpty() || next.isEmpty() || code.get().size() > LARGEST_BODY) {
            return Optional.empty();
        }
        code.get()
                .forEach(each -> definitions.put(
                        each.variable(), Primal.transform(each.initializer().orElseThrow())));
        return LocalPartials.of(next.get(), code.get(), context, names)
                .filter(partials -> isWorthwhile(partials, head.get()))
                .map(partials -> reverse(partials, head.get()));
    }

    /** The only variable with a derivative that the loop carries. */
    private Optional<Variable> carried() {
        List<Variable> active =
                iteration.heads().stream().filter(adjoints::hasAdjoint).toList();
        return active.size() == 1 && !adjoints.isUnbounded(Algebra.local(active.get(0)))
                ? Optional.of(active.get(0))
                : Optional.empty();
    }

    /** The definitions that make up code without branches and loops. */
    private static Optional<List<Declare>> straight(List<Statement> statements) {
        List<Declare> code = new ArrayList<>();
        for (Statement each : statements) {
            if (each instanceof Explained explained) {
                Optional<List<Declare>> inside = straight(explained.statements());
                if (inside.isEmpty()) {
                    return inside;
                }
                code.addAll(inside.get());
            } else if (each instanceof Declare declare && declare.initializer().isPresent()) {
                code.add(declare);
            } else if (!isCarry(each) && !isCheck(each)) {
                return Optional.empty();
            }
        }
        return Optional.of(code);
    }

    /** Whether the statement passes no derivative on. */
    private static boolean isCheck(Statement statement) {
        return statement instanceof Evaluate && Site.of(statement).isEmpty();
    }

    /** Whether the statement hands a value to the next iteration. */
    static boolean isCarry(Statement statement) {
        return statement instanceof Assign assign
                && assign.target() instanceof Local
                && assign.value() instanceof Local;
    }

    private Optional<Variable> next(Variable head) {
        return iteration.body().statements().stream()
                .filter(each -> isCarry(each) && ((Assign) each).target().equals(Algebra.local(head)))
                .map(each -> ((Local) ((Assign) each).value()).variable())
                .findFirst();
    }

    private boolean isWorthwhile(LocalPartials.Result result, Variable head) {
        boolean depends = result.partials().containsKey(head);
        boolean sameVariable = result.partials().keySet().stream()
                .anyMatch(each -> !each.equals(head) && adjoints.sameVariable(Algebra.local(each), head));
        boolean callsMore = result.factors().stream()
                .anyMatch(factor -> Expressions.any(factor.partial().toExpression(), each -> each instanceof Call));
        return depends && !sameVariable && !callsMore && memory(result) <= memory(result.factors());
    }

    /** How many of the partial derivatives must be kept. */
    private long memory(LocalPartials.Result result) {
        result.shared()
                .forEach(each -> definitions.put(
                        ((Declare) each).variable(),
                        ((Declare) each).initializer().orElseThrow()));
        return result.partials().values().stream().filter(this::mustBeKept).count();
    }

    /** How many values must be kept for the partial derivatives of the single statements. */
    private int memory(List<Factor> factors) {
        Set<Variable> values = new HashSet<>();
        factors.forEach(each -> collect(each.partial().toExpression(), values));
        return values.size();
    }

    private boolean mustBeKept(Expression partial) {
        Set<Variable> values = new HashSet<>();
        collect(partial, values);
        return !values.isEmpty();
    }

    /** Collects the variables that can only be known in the reverse sweep if they were kept. */
    private void collect(Expression expression, Set<Variable> values) {
        for (Variable each : Expressions.variables(expression)) {
            Expression definition = definitions.get(each);
            if (definition == null) {
                if (iteration.heads().contains(each)) {
                    values.add(each);
                }
            } else if (kept.isSnapshot(each) || Recomputation.isDear(definition)) {
                values.add(each);
            } else {
                collect(definition, values);
            }
        }
    }

    private List<Statement> reverse(LocalPartials.Result result, Variable head) {
        List<Statement> forward = new ArrayList<>(result.shared());
        Map<Variable, Expression> available = new LinkedHashMap<>();
        result.partials().forEach((variable, partial) -> {
            boolean keeps = mustBeKept(partial);
            available.put(variable, keeps ? kept(variable, partial, forward) : partial);
        });
        String partialDerivatives = "partial derivatives of the next " + head.name();
        kept.notePartials(iteration, new Explained(partialDerivatives, forward, Position.NONE));
        Expression adjoint = Algebra.local(adjoints.of(head));
        List<Statement> shared = new ArrayList<>(readShared(result.shared(), available.values()));
        available.replaceAll((variable, partial) -> named(variable, partial, shared));
        List<Statement> reverse = new ArrayList<>();
        available.forEach((variable, partial) -> {
            if (!variable.equals(head)) {
                Expression more = Algebra.multiply(partial, adjoint);
                reverse.add(ReverseSweep.increase(Algebra.local(adjoints.of(variable)), more));
            }
        });
        if (!Algebra.is(available.get(head), 1)) {
            reverse.add(new Assign(adjoint, Algebra.multiply(adjoint, available.get(head)), Position.NONE));
        }
        return List.of(
                new Explained(partialDerivatives, shared, Position.NONE),
                new Explained("the next " + head.name() + " by its partial derivatives", reverse, Position.NONE));
    }

    /** What several partial derivatives contain, as far as those need it that are computed again. */
    private static List<Statement> readShared(List<Statement> shared, Collection<Expression> partials) {
        Set<Variable> read = new HashSet<>();
        partials.forEach(each -> read.addAll(Expressions.variables(each)));
        LinkedList<Statement> needed = new LinkedList<>();
        for (int i = shared.size() - 1; i >= 0; i--) {
            Declare declare = (Declare) shared.get(i);
            if (read.contains(declare.variable())) {
                needed.addFirst(declare);
                read.addAll(Expressions.variables(declare.initializer().orElseThrow()));
            }
        }
        return needed;
    }

    /** What may be the same in every iteration needs a name to leave the loop; a name that does not help dissolves. */
    private Expression named(Variable variable, Expression partial, List<Statement> shared) {
        if (!LoopInvariants.isWorthwhile(partial)) {
            return partial;
        }
        Variable holder = names.create(variable.name() + "Partial", Primitive.DOUBLE, Origin.TEMPORARY);
        shared.add(new Declare(holder, partial, Position.NONE));
        return Algebra.local(holder);
    }

    private Expression kept(Variable variable, Expression partial, List<Statement> forward) {
        Variable holder = names.create(variable.name() + "Partial", Primitive.DOUBLE, Origin.TEMPORARY);
        forward.add(new Declare(holder, partial, Position.NONE));
        return kept.atDefinition(holder, iteration).load();
    }
}
