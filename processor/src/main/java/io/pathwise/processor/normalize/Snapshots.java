package io.pathwise.processor.normalize;

import io.pathwise.processor.analyze.ArrayWrites;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Effects;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Holds what cannot be evaluated a second time in variables: array elements that are overwritten before the reverse sweep
 * asks for them, and what methods of the user return.
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

    /** Whether what the statement evaluates cannot be evaluated again: an element in it is overwritten, or it calls. */
    boolean concerns(Expression expression, Statement at) {
        return Expressions.any(expression, each -> isLost(each, at));
    }

    private boolean isLost(Expression read, Statement at) {
        boolean isOverwritten = read instanceof Element element
                && writes.filter(each -> each.overwrites(element, at)).isPresent();
        return isOverwritten || read.type() instanceof Primitive && !Effects.isRepeatable(read);
    }

    /** The same for a condition, which only a derivative that is computed later asks for again. */
    boolean concernsLater(Expression condition, Statement at) {
        return writes.isPresent() && concerns(condition, at);
    }

    /** Notes that a variable of the program is such a snapshot itself. */
    void note(Variable variable) {
        variables.add(variable);
    }

    /**
     * The expression with elements that are overwritten later read into variables.
     *
     * @param at the statement that evaluates the expression
     * @param active whether an expression passes derivatives on: the derivative takes such a choice again, so its
     *     condition is held; its alternatives, where they read elements, will be branches that hold these themselves
     * @param out receives the variables
     */
    Expression settle(Expression expression, Statement at, Predicate<Expression> active, List<Statement> out) {
        if (!concerns(expression, at)) {
            return expression;
        }
        boolean passesOn = active.test(expression);
        if (passesOn && expression instanceof Conditional choice && choice.type() == Primitive.DOUBLE) {
            Expression condition = settle(choice.condition(), at, active, out);
            return new Conditional(condition, choice.whenTrue(), choice.whenFalse(), choice.type(), choice.position());
        }
        if (expression instanceof Conditional || !mayPassOn(expression.type())) {
            return hold(expression, out);
        }
        Predicate<Expression> inside = passesOn ? active : each -> false;
        Expression settled = Expressions.mapChildren(expression, child -> settle(child, at, inside, out));
        return isLost(expression, at) ? hold(settled, out) : settled;
    }

    /** Conditions and whole numbers are held as a whole. */
    private static boolean mayPassOn(Type type) {
        return !(type instanceof Primitive) || type == Primitive.DOUBLE;
    }

    /** What is read twice before anything is written is held once. */
    private Expression hold(Expression value, List<Statement> out) {
        if (Effects.hasEffects(value)) {
            return bind(value, out);
        }
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
