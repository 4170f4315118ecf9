package io.pathwise.processor.normalize;

import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the variables that a compiler would say may be read before they are assigned, by the rules of chapter 16 of the
 * Java Language Specification. Expects {@link Lowering}: nothing is assigned inside expressions, and every {@code break}
 * leaves the innermost loop.
 */
final class DefiniteAssignment {
    private final Set<Variable> unproven = new LinkedHashSet<>();
    private Set<Variable> openAtBreaks = new HashSet<>();

    private DefiniteAssignment() {}

    /** The variables declared without a value in the block that are read where not every path has given them one. */
    static Set<Variable> unproven(Block block) {
        DefiniteAssignment search = new DefiniteAssignment();
        search.after(block.statements(), Set.of());
        return search.unproven;
    }

    private Set<Variable> after(List<Statement> statements, Set<Variable> open) {
        Set<Variable> current = open;
        for (Statement each : statements) {
            current = after(each, current);
        }
        return current;
    }

    /** The variables without a value behind the statement, none where that is not reached. */
    private Set<Variable> after(Statement statement, Set<Variable> open) {
        if (statement instanceof For loop) {
            return afterLoop(loop, loop.condition(), after(loop.init(), open));
        } else if (statement instanceof While loop) {
            return afterLoop(loop, loop.condition(), open);
        } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            read(assign.value(), open);
            return without(open, target.variable());
        }
        Statements.expressions(statement).forEach(each -> read(each, open));
        if (statement instanceof If branch) {
            return afterBranch(branch, open);
        } else if (statement instanceof Declare declare && declare.initializer().isEmpty()) {
            return union(open, Set.of(declare.variable()));
        } else if (statement instanceof Break) {
            openAtBreaks.addAll(open);
            return Set.of();
        } else if (statement instanceof Return || statement instanceof Throw) {
            return Set.of();
        }
        return after(Statements.children(statement), open);
    }

    private Set<Variable> afterBranch(If branch, Set<Variable> open) {
        Set<Variable> whenTrue = Completion.isFalse(branch.condition()) ? Set.of() : open;
        Set<Variable> whenFalse = Completion.isTrue(branch.condition()) ? Set.of() : open;
        return union(after(branch.then(), whenTrue), after(branch.otherwise(), whenFalse));
    }

    private Set<Variable> afterLoop(Statement loop, Expression condition, Set<Variable> open) {
        read(condition, open);
        Set<Variable> outside = openAtBreaks;
        openAtBreaks = new HashSet<>();
        Set<Variable> ended = after(Statements.body(loop), open);
        if (loop instanceof For counted) {
            after(counted.update(), ended);
        }
        Set<Variable> left = openAtBreaks;
        openAtBreaks = outside;
        return Completion.isTrue(condition) ? left : union(left, open);
    }

    private void read(Expression expression, Set<Variable> open) {
        Expressions.variables(expression).stream().filter(open::contains).forEach(unproven::add);
    }

    private static Set<Variable> union(Set<Variable> first, Set<Variable> second) {
        Set<Variable> union = new HashSet<>(first);
        union.addAll(second);
        return union;
    }

    private static Set<Variable> without(Set<Variable> variables, Variable assigned) {
        Set<Variable> rest = new HashSet<>(variables);
        rest.remove(assigned);
        return rest;
    }
}
