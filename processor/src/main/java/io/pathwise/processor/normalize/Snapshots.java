package io.pathwise.processor.normalize;

import io.pathwise.processor.analyze.ArrayWrites;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Holds the values of array elements that are overwritten later in variables: the array no longer has them when the
 * reverse sweep asks.
 */
final class Snapshots {
    private final Optional<ArrayWrites> writes;
    private final Names names;
    private final Set<Variable> variables = new HashSet<>();
    private final Map<Expression, Expression> held = new HashMap<>();

    /**
     * Prepares for one program.
     *
     * @param writes which elements are overwritten; absent where nobody asks for a value later
     */
    Snapshots(Optional<ArrayWrites> writes, Names names) {
        this.writes = writes;
        this.names = names;
    }

    /** The variables that hold what arrays may hold no longer. */
    Set<Variable> variables() {
        return variables;
    }

    /** Whether the expression, evaluated by the statement, reads an element that is overwritten later. */
    boolean concerns(Expression expression, Statement at) {
        return writes.isPresent()
                && Expressions.any(
                        expression,
                        each -> each instanceof Element element && writes.get().overwrites(element, at));
    }

    /** Notes that a variable of the program is such a snapshot itself. */
    void note(Variable variable) {
        variables.add(variable);
    }

    /**
     * The expression with elements that are overwritten later read into variables.
     *
     * @param at the statement that evaluates the expression
     * @param splits whether a choice will become a branch, which reads its elements itself
     * @param out receives the variables
     */
    Expression settle(Expression expression, Statement at, Predicate<Conditional> splits, List<Statement> out) {
        if (!concerns(expression, at)) {
            return expression;
        }
        if (expression instanceof Conditional choice && splits.test(choice)) {
            Expression condition = settle(choice.condition(), at, splits, out);
            return new Conditional(condition, choice.whenTrue(), choice.whenFalse(), choice.type(), choice.position());
        }
        if (expression instanceof Conditional
                || expression instanceof Binary each && each.operator().isShortCircuit()) {
            return hold(expression, out);
        }
        Expression settled = Expressions.mapChildren(expression, child -> settle(child, at, splits, out));
        boolean isOverwritten =
                expression instanceof Element element && writes.orElseThrow().overwrites(element, at);
        return isOverwritten ? hold(settled, out) : settled;
    }

    /** What is read twice before anything is written is held once. */
    private Expression hold(Expression value, List<Statement> out) {
        Expression known = held.get(Expressions.withoutPositions(value));
        if (known != null) {
            return known;
        }
        Expression variable = bind(value, out);
        held.put(Expressions.withoutPositions(value), variable);
        return variable;
    }

    /** The expression in a variable. */
    Expression bind(Expression value, List<Statement> out) {
        Variable variable = names.create(TemporaryName.of(value), value.type(), Origin.TEMPORARY);
        variables.add(variable);
        out.add(new Declare(variable, value, value.position()));
        return new Local(variable, value.position());
    }

    /** Forgets what is held: a write, a loop or a branch may have changed what the arrays hold. */
    void forget() {
        held.clear();
    }
}
