package io.pathwise.processor.normalize;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Gives every value of a variable a name of its own (static single assignment, Cytron et al. 1991, on structured
 * code): a value computed in the forward sweep is then still there, or can be computed again, in the reverse sweep.
 *
 * <p>A variable assigned in the branches of an {@code if} is declared before it and assigned at the end of each branch;
 * a variable that a loop carries is declared before the loop and assigned at the end of each path through its body.
 *
 * <p>Expects {@link TailForm}.
 */
public final class Versions {
    private final Names names;
    private final Map<Variable, Variable> origins = new HashMap<>();
    private final Deque<Map<Variable, Variable>> loops = new ArrayDeque<>();

    private Versions(Names names) {
        this.names = names;
    }

    /**
     * A block in which every value has its own name.
     *
     * @param origins for each introduced version, the variable whose value it is; a variable that keeps its name is its
     *     own origin
     * @param result the version that holds the block's result at its end; absent if every path returns before
     */
    public record Versioned(Block block, Map<Variable, Variable> origins, Optional<Variable> result) {
        /** The variable of which this is a version. */
        public Variable origin(Variable version) {
            return origins.getOrDefault(version, version);
        }

        /** Whether the variable has one version only, whose adjoint is nobody else's. */
        public boolean isOnlyVersion(Variable variable) {
            return !origins.containsKey(variable) && !origins.containsValue(variable);
        }
    }

    /**
     * Splits the variables of a block.
     *
     * @param free variables that are declared outside and hold a value at the start
     * @param result receives the block's result
     */
    public static Versioned split(Block block, Set<Variable> free, Variable result, Names names) {
        Versions versions = new Versions(names);
        Map<Variable, Variable> current = new LinkedHashMap<>();
        free.forEach(each -> current.put(each, each));
        current.put(result, null);
        List<Statement> statements = versions.sequence(block.statements(), current);
        return new Versioned(Block.of(statements), versions.origins, Optional.ofNullable(current.get(result)));
    }

    private List<Statement> sequence(List<Statement> statements, Map<Variable, Variable> current) {
        List<Statement> out = new ArrayList<>();
        statements.forEach(each -> statement(each, current, out));
        return out;
    }

    private void statement(Statement statement, Map<Variable, Variable> current, List<Statement> out) {
        if (statement instanceof Declare declare) {
            declare(declare, current, out);
        } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            Variable version = version(target.variable());
            out.add(new Declare(version, rename(assign.value(), current), assign.position()));
            current.put(target.variable(), version);
        } else if (statement instanceof Break) {
            out.addAll(carry(loops.element(), current));
            out.add(statement);
        } else if (statement instanceof If branch) {
            branch(branch, current, out);
        } else if (Statements.isLoop(statement)) {
            loop(statement, current, out);
        } else if (statement instanceof Explained explained) {
            out.add(new Explained(
                    explained.comment(), sequence(explained.statements(), current), explained.position()));
        } else {
            out.add(renameSimple(statement, current));
        }
    }

    private void declare(Declare declare, Map<Variable, Variable> current, List<Statement> out) {
        if (declare.initializer().isEmpty()) {
            current.put(declare.variable(), null);
            return;
        }
        Expression initializer = rename(declare.initializer().get(), current);
        out.add(new Declare(declare.variable(), initializer, declare.position()));
        current.put(declare.variable(), declare.variable());
    }

    private void branch(If branch, Map<Variable, Variable> current, List<Statement> out) {
        Map<Variable, Variable> afterThen = new LinkedHashMap<>(current);
        Map<Variable, Variable> afterOtherwise = new LinkedHashMap<>(current);
        Expression condition = rename(branch.condition(), current);
        List<Statement> then = sequence(branch.then().statements(), afterThen);
        List<Statement> otherwise = sequence(branch.otherwise().statements(), afterOtherwise);
        boolean thenLeaves = !Completion.completes(then);
        boolean otherwiseLeaves = !Completion.completes(otherwise);
        for (Variable variable : new ArrayList<>(current.keySet())) {
            Variable one = afterThen.get(variable);
            Variable other = afterOtherwise.get(variable);
            boolean differs = !Objects.equals(one, other);
            if (differs && !(thenLeaves && otherwiseLeaves)) {
                Variable merged = version(variable);
                out.add(new Declare(merged, Optional.empty(), Position.NONE));
                merge(then, thenLeaves, merged, one);
                merge(otherwise, otherwiseLeaves, merged, other);
                current.put(variable, merged);
            }
        }
        out.add(new If(condition, Block.of(then), Block.of(otherwise), branch.position()));
    }

    /** A variable without a value on this path is not read after it; it gets one for the compiler's sake. */
    private static void merge(List<Statement> arm, boolean leaves, Variable merged, Variable value) {
        if (!leaves) {
            Expression last = value == null ? InitialValues.of(merged.type()) : new Local(value, Position.NONE);
            arm.add(new Assign(new Local(merged, Position.NONE), last, Position.NONE));
        }
    }

    private void loop(Statement loop, Map<Variable, Variable> current, List<Statement> out) {
        Block body = Statements.body(loop);
        Set<Variable> carried = new LinkedHashSet<>(Statements.assigned(body));
        carried.retainAll(current.keySet());
        Map<Variable, Variable> heads = new LinkedHashMap<>();
        for (Variable variable : carried) {
            Variable head = version(variable);
            Variable before = current.get(variable);
            Expression initial = before == null ? InitialValues.of(variable.type()) : new Local(before, Position.NONE);
            out.add(new Declare(head, initial, Position.NONE));
            heads.put(variable, head);
        }
        Map<Variable, Variable> renamedBound = new LinkedHashMap<>(current);
        current.putAll(heads);
        Map<Variable, Variable> inside = new LinkedHashMap<>(current);
        if (loop instanceof For each) {
            Variable counter = CountedLoop.of(each).orElseThrow().counter();
            inside.put(counter, counter);
            Block renamed = body(body, heads, inside);
            List<Statement> init = each.init().stream()
                    .map(one -> renameSimple(one, renamedBound))
                    .toList();
            out.add(new For(init, rename(each.condition(), renamedBound), each.update(), renamed, each.position()));
        } else {
            Expression condition = rename(((While) loop).condition(), inside);
            Block renamed = body(body, heads, inside);
            out.add(new While(condition, renamed, loop.position()));
        }
    }

    private Block body(Block body, Map<Variable, Variable> heads, Map<Variable, Variable> current) {
        loops.push(heads);
        List<Statement> statements = sequence(body.statements(), current);
        loops.pop();
        if (Completion.completes(statements)) {
            statements.addAll(carry(heads, current));
        }
        return Block.of(statements);
    }

    /** Passes the values at the end of a path to the next iteration, or to what follows the loop. */
    private static List<Statement> carry(Map<Variable, Variable> heads, Map<Variable, Variable> current) {
        List<Statement> copies = new ArrayList<>();
        heads.forEach((variable, head) -> {
            Variable value = current.get(variable);
            if (value != null && !value.equals(head)) {
                copies.add(assign(head, value));
            }
        });
        return copies;
    }

    private Variable version(Variable variable) {
        Variable version = names.version(variable);
        origins.put(version, origins.getOrDefault(variable, variable));
        return version;
    }

    private static Statement renameSimple(Statement statement, Map<Variable, Variable> current) {
        boolean readsOnly = statement instanceof Evaluate
                || statement instanceof Return
                || statement instanceof Throw
                || statement instanceof Assert;
        if (readsOnly || statement instanceof Assign) {
            return Statements.mapExpressions(statement, each -> rename(each, current));
        }
        if (statement instanceof Declare declare) {
            return new Declare(
                    declare.variable(), declare.initializer().map(each -> rename(each, current)), declare.position());
        }
        return statement;
    }

    private static Expression rename(Expression expression, Map<Variable, Variable> current) {
        return Expressions.substitute(expression, variable -> {
            Variable version = current.get(variable);
            return version == null ? null : new Local(version, Position.NONE);
        });
    }

    private static Statement assign(Variable target, Variable value) {
        return new Assign(new Local(target, Position.NONE), new Local(value, Position.NONE), Position.NONE);
    }
}
