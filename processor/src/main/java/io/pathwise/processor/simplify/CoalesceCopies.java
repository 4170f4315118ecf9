package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets versions of one variable be one variable again where their values are never needed at the same time: versions that
 * are copied into each other, and a version of a source variable that is computed from the one before it.
 *
 * <p>Every variable must be declared once.
 */
final class CoalesceCopies {
    private final Interference interference;
    private final Map<Variable, Integer> order = new HashMap<>();
    private final Set<Variable> inHeaders = new HashSet<>();
    private final Map<Variable, Variable> representatives = new HashMap<>();

    private CoalesceCopies(Block block) {
        this.interference = Interference.of(block);
        Statements.walk(block, this::noteDeclaration);
    }

    /** The block with versions merged. */
    static Block apply(Block block) {
        CoalesceCopies coalescing = new CoalesceCopies(block);
        Statements.walk(block, coalescing::coalesce);
        return coalescing.rename(block);
    }

    private void noteDeclaration(Statement statement) {
        if (statement instanceof Declare declare) {
            order.put(declare.variable(), order.size());
        } else if (statement instanceof For loop) {
            loop.init().forEach(each -> inHeaders.addAll(Statements.declared(each)));
        }
    }

    private void coalesce(Statement statement) {
        if (statement instanceof Assign assign
                && assign.target() instanceof Local target
                && assign.value() instanceof Local source) {
            merge(target.variable(), source.variable());
        } else if (statement instanceof Declare declare && declare.initializer().isPresent()) {
            coalesce(declare.variable(), declare.initializer().get());
        }
    }

    private void coalesce(Variable declared, Expression value) {
        if (value instanceof Local || declared.origin() == Origin.SOURCE) {
            Expressions.variables(value).forEach(read -> merge(declared, read));
        }
    }

    private void merge(Variable left, Variable right) {
        Variable a = representative(left);
        Variable b = representative(right);
        if (a.equals(b) || !areVersions(a, b) || interference.interfere(a, b)) {
            return;
        }
        boolean firstStays = declaredAt(a) < declaredAt(b);
        Variable kept = firstStays ? a : b;
        Variable merged = firstStays ? b : a;
        if (order.containsKey(merged) && !inHeaders.contains(merged)) {
            representatives.put(merged, kept);
            interference.merge(kept, merged);
        }
    }

    private static boolean areVersions(Variable a, Variable b) {
        return a.name().equals(b.name()) && a.type().equals(b.type()) && a.origin() == b.origin();
    }

    /** Parameters come before all declarations. */
    private int declaredAt(Variable variable) {
        return order.getOrDefault(variable, -1);
    }

    private Variable representative(Variable variable) {
        Variable at = variable;
        while (representatives.containsKey(at)) {
            at = representatives.get(at);
        }
        return at;
    }

    private Block rename(Block block) {
        return Line.rewrite(
                block,
                lines -> lines.stream()
                        .flatMap(line -> rename(line.statement()).stream().map(line::with))
                        .toList());
    }

    private Optional<Statement> rename(Statement statement) {
        if (statement instanceof Declare declare) {
            return renameDeclaration(declare);
        } else if (statement instanceof Assign assign) {
            Expression target = rename(assign.target());
            Expression value = rename(assign.value());
            boolean idle = target instanceof Local && Expressions.same(target, value);
            return idle ? Optional.empty() : Optional.of(new Assign(target, value, assign.position()));
        } else if (statement instanceof For loop) {
            return Optional.of(new For(
                    renameAll(loop.init()),
                    rename(loop.condition()),
                    renameAll(loop.update()),
                    rename(loop.body()),
                    loop.position()));
        }
        Statement own = mapOwn(statement);
        return Optional.of(Line.mapBlocks(own, this::rename));
    }

    private List<Statement> renameAll(List<Statement> statements) {
        return statements.stream().flatMap(each -> rename(each).stream()).toList();
    }

    private Optional<Statement> renameDeclaration(Declare declare) {
        Variable variable = declare.variable();
        Optional<Expression> value = declare.initializer().map(this::rename);
        Variable kept = representative(variable);
        if (kept.equals(variable)) {
            return Optional.of(new Declare(variable, value, declare.position()));
        }
        Expression target = Algebra.local(kept);
        return value.filter(each -> !Expressions.same(target, each))
                .map(each -> new Assign(target, each, declare.position()));
    }

    /** The statement with the expressions that it evaluates itself renamed. */
    private Statement mapOwn(Statement statement) {
        if (statement instanceof Statement.If branch) {
            return new Statement.If(rename(branch.condition()), branch.then(), branch.otherwise(), branch.position());
        } else if (statement instanceof Statement.While loop) {
            return new Statement.While(rename(loop.condition()), loop.body(), loop.position());
        } else if (statement instanceof Block) {
            return statement;
        }
        return Statements.mapExpressions(statement, this::rename);
    }

    private Expression rename(Expression expression) {
        return Expressions.substitute(expression, variable -> {
            Variable kept = representative(variable);
            return kept.equals(variable) ? null : Algebra.local(kept);
        });
    }
}
