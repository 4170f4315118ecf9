package io.pathwise.processor.simplify;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Leaves out a reverse loop whose only adjoint coming in is exactly zero, as it is for an option that ends out of the
 * money: every adjoint in it would be zero too.
 */
public final class ZeroAdjoints {
    private final Set<Variable> derivatives;
    private final Set<Variable> zero = new HashSet<>();
    private final Set<Variable> perhapsZero = new HashSet<>();

    private ZeroAdjoints(Set<Variable> derivatives) {
        this.derivatives = derivatives;
    }

    /** The reverse method with such loops guarded. */
    public static Program guard(Program program) {
        ZeroAdjoints pass = new ZeroAdjoints(DerivativeVariables.of(program));
        List<Statement> body = pass.sequence(program.body().statements(), Rest.NONE);
        return program.withBody(new Block(body, program.body().position()), program.names());
    }

    /** The statements that follow, and what comes after them. */
    private record Rest(List<Statement> statements, Optional<Rest> after) {
        static final Rest NONE = new Rest(List.of(), Optional.empty());

        boolean any(Predicate<Statement> predicate) {
            return statements.stream().anyMatch(predicate)
                    || after.filter(each -> each.any(predicate)).isPresent();
        }
    }

    private List<Statement> sequence(List<Statement> statements, Rest after) {
        List<Statement> out = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Rest rest = new Rest(statements.subList(i + 1, statements.size()), Optional.of(after));
            out.add(statement(statements.get(i), rest));
        }
        return out;
    }

    private Statement statement(Statement statement, Rest rest) {
        if (statement instanceof Explained explained) {
            List<Statement> inside = sequence(explained.statements(), rest);
            return new Explained(explained.comment(), inside, explained.position());
        }
        if (statement instanceof For loop) {
            Statement guarded = loop(loop, rest);
            forget(loop);
            return guarded;
        }
        if (statement instanceof Declare declare && declare.initializer().isPresent()) {
            note(declare.variable(), declare.initializer().get());
        } else {
            forget(statement);
        }
        return statement;
    }

    private void note(Variable variable, Expression value) {
        if (Algebra.isZero(value)) {
            zero.add(variable);
        } else if (value instanceof Conditional choice
                && (Algebra.isZero(choice.whenTrue()) || Algebra.isZero(choice.whenFalse()))) {
            perhapsZero.add(variable);
        }
    }

    private void forget(Statement statement) {
        zero.removeAll(Statements.assigned(statement));
        perhapsZero.removeAll(Statements.assigned(statement));
    }

    private Statement loop(For loop, Rest rest) {
        Set<Variable> incoming = incoming(loop);
        incoming.removeAll(zero);
        if (incoming.size() != 1
                || !perhapsZero.containsAll(incoming)
                || restoresValues(loop, rest)
                || Statements.any(loop, this::writesValue)) {
            return loop;
        }
        Expression adjoint = Algebra.local(incoming.iterator().next());
        Expression notZero = Algebra.compare(BinaryOperator.NOT_EQUAL, adjoint, Algebra.number(0));
        return new If(notZero, Block.of(List.of(loop)), Block.EMPTY, Position.NONE);
    }

    /** The derivatives from outside that the loop reads or replaces, other than to add to them. */
    private Set<Variable> incoming(For loop) {
        Set<Variable> incoming = new LinkedHashSet<>();
        Statements.walk(loop, each -> {
            Expression own = each instanceof Assign assign ? assign.target() : null;
            for (Expression read : Statements.expressions(each)) {
                collect(read, own, incoming);
            }
            if (each instanceof Assign assign && !adds(assign.value(), own)) {
                collectAll(own, incoming);
            }
        });
        incoming.removeAll(Statements.declared(loop));
        return incoming;
    }

    private void collect(Expression read, Expression own, Set<Variable> incoming) {
        Expression rest = adds(read, own) ? ((Expression.Binary) read).right() : read;
        if (!rest.equals(own)) {
            collectAll(rest, incoming);
        }
    }

    private static boolean adds(Expression value, Expression own) {
        return own != null
                && value instanceof Expression.Binary sum
                && (sum.operator() == BinaryOperator.ADD || sum.operator() == BinaryOperator.SUBTRACT)
                && Expressions.same(sum.left(), own);
    }

    private void collectAll(Expression expression, Set<Variable> incoming) {
        for (Variable variable : Expressions.variables(expression)) {
            if (derivatives.contains(variable)) {
                incoming.add(variable);
            }
        }
    }

    /** Whether the statement writes an element that is no derivative: who reads it later is not followed. */
    private boolean writesValue(Statement statement) {
        return statement instanceof Assign assign
                && assign.target() instanceof Element element
                && Expressions.variables(element.array()).stream().noneMatch(derivatives::contains);
    }

    /** Whether what follows reads values, not derivatives, that the loop brings back. */
    private boolean restoresValues(For loop, Rest rest) {
        Set<Variable> restored = Statements.assigned(loop);
        restored.removeAll(derivatives);
        restored.removeAll(Statements.declared(loop));
        return rest.any(each -> Statements.anyExpression(
                each, one -> one instanceof Local local && restored.contains(local.variable())));
    }
}
