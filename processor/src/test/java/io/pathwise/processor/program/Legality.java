package io.pathwise.processor.program;

import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.While;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks programs as javac would: scopes, definite assignment (JLS 16), reachability (JLS 14.22). */
public final class Legality {
    private final List<String> faults = new ArrayList<>();

    private Legality() {}

    /** What javac would refuse in the program. */
    public static List<String> faults(Program program) {
        Legality legality = new Legality();
        State state = new State(new HashSet<>(), new HashSet<>(), true);
        program.parameters().forEach(each -> state.define(each.variable()));
        State after = legality.check(program.body(), state, new ArrayList<>());
        if (after.reachable && program.result() != null) {
            legality.faults.add("missing return");
        }
        return legality.faults;
    }

    private record State(Set<Variable> scope, Set<Variable> assigned, boolean reachable) {
        void define(Variable variable) {
            scope.add(variable);
            assigned.add(variable);
        }

        State copy() {
            return new State(new HashSet<>(scope), new HashSet<>(assigned), reachable);
        }

        State unreachable() {
            return new State(scope, assigned, false);
        }

        /** What holds where two paths meet; on a path that is not taken everything holds. */
        static State join(State a, State b) {
            if (!a.reachable) {
                return b;
            } else if (!b.reachable) {
                return a;
            }
            Set<Variable> both = new HashSet<>(a.assigned);
            both.retainAll(b.assigned);
            return new State(a.scope, both, true);
        }

        State leave(Set<Variable> outerScope) {
            Set<Variable> visible = new HashSet<>(assigned);
            visible.retainAll(outerScope);
            return new State(new HashSet<>(outerScope), visible, reachable);
        }
    }

    private State check(Statement statement, State before, List<State> breaks) {
        if (!before.reachable) {
            faults.add("unreachable: " + Printer.print(statement));
            return before;
        }
        State state = before.copy();
        if (statement instanceof Declare declare) {
            declare.initializer().ifPresent(each -> reads(each, state));
            if (!state.scope.add(declare.variable())) {
                faults.add("already declared: " + declare.variable());
            }
            state.assigned.remove(declare.variable());
            declare.initializer().ifPresent(each -> state.assigned.add(declare.variable()));
        } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            reads(assign.value(), state);
            if (!state.scope.contains(target.variable())) {
                faults.add("not in scope: " + target.variable());
            }
            state.assigned.add(target.variable());
        } else if (statement instanceof If branch) {
            reads(branch.condition(), state);
            State then = check(branch.then(), state, breaks);
            return State.join(then, check(branch.otherwise(), state, breaks)).leave(state.scope);
        } else if (statement instanceof For loop) {
            State header = checkAll(loop.init(), state, breaks);
            return loop(loop.condition(), loop.body(), loop.update(), header).leave(state.scope);
        } else if (statement instanceof While loop) {
            return loop(loop.condition(), loop.body(), List.of(), state);
        } else if (statement instanceof Block block) {
            return checkAll(block.statements(), state, breaks).leave(state.scope);
        } else if (statement instanceof Explained explained) {
            return checkAll(explained.statements(), state, breaks);
        } else {
            Statements.expressions(statement).forEach(each -> reads(each, state));
        }
        if (statement instanceof Break) {
            breaks.add(state);
        }
        return statement instanceof Break || statement instanceof Return ? state.unreachable() : state;
    }

    private State checkAll(List<Statement> statements, State before, List<State> breaks) {
        State state = before;
        for (Statement statement : statements) {
            state = check(statement, state, breaks);
        }
        return state;
    }

    private State loop(Expression condition, Block body, List<Statement> update, State before) {
        reads(condition, before);
        if (isLiteral(condition, false)) {
            faults.add("loop body is never reached");
        }
        List<State> breaks = new ArrayList<>();
        State afterBody = check(body, before, breaks);
        if (afterBody.reachable) {
            checkAll(update, afterBody.leave(before.scope), new ArrayList<>());
        }
        State after = isLiteral(condition, true) ? before.unreachable() : before;
        for (State atBreak : breaks) {
            after = State.join(after, atBreak.leave(before.scope));
        }
        return after;
    }

    private static boolean isLiteral(Expression condition, boolean value) {
        return condition instanceof Literal literal && literal.value().equals(value);
    }

    private void reads(Expression expression, State state) {
        for (Variable variable : Expressions.variables(expression)) {
            if (!state.scope.contains(variable)) {
                faults.add("not in scope: " + variable);
            } else if (!state.assigned.contains(variable)) {
                faults.add("might not have been initialized: " + variable);
            }
        }
    }
}
