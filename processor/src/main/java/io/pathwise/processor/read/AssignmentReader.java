package io.pathwise.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Type.Reference;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads assignments, as statements and inside expressions; compound ones become {@code x = (type) (x operator value)}.
 */
final class AssignmentReader {
    private static final Set<Kind> POSTFIX = Set.of(Kind.POSTFIX_INCREMENT, Kind.POSTFIX_DECREMENT);

    private final Source source;
    private final Names variables;
    private final ExpressionReader expressions;

    AssignmentReader(Source source, Names variables, ExpressionReader expressions) {
        this.source = source;
        this.variables = variables;
        this.expressions = expressions;
    }

    /** Whether the tree assigns to something. */
    static boolean isAssignment(ExpressionTree tree) {
        return tree instanceof AssignmentTree
                || tree instanceof CompoundAssignmentTree
                || Operators.STEP.containsKey(tree.getKind());
    }

    /** The assignment as a statement; absent where it is refused. */
    Optional<Assign> statement(ExpressionTree tree, Position position, LocalScope scope) {
        if (tree instanceof AssignmentTree assignment) {
            return simple(assignment, position, scope);
        } else if (tree instanceof CompoundAssignmentTree compound) {
            return compound(compound, position, scope);
        }
        return step((UnaryTree) tree, position, scope);
    }

    /** The assignment with the value that it has: the new one, or the old one of {@code x++}. */
    Expression expression(ExpressionTree tree, LocalScope scope) {
        Position position = source.position(tree);
        return statement(tree, position, scope)
                .map(assign -> withValue(assign, POSTFIX.contains(tree.getKind())))
                .orElseGet(() -> Unknown.at(position));
    }

    private Expression withValue(Assign assign, boolean isOldValue) {
        Position position = assign.position();
        Local target = (Local) assign.target();
        if (!isOldValue) {
            return new Compound(List.of(assign), new Local(target.variable(), position), position);
        }
        Variable old = variables.create("old", target.type(), Variable.Origin.GENERATED);
        List<Statement> statements = new ArrayList<>();
        statements.add(new Declare(old, target, position));
        statements.add(assign);
        return new Compound(statements, new Local(old, position), position);
    }

    private Optional<Assign> simple(AssignmentTree tree, Position position, LocalScope scope) {
        Optional<Local> target = target(tree.getVariable(), scope);
        if (target.isEmpty()) {
            expressions.read(tree.getExpression(), scope);
            return Optional.empty();
        }
        Expression value = expressions.read(tree.getExpression(), target.get().type(), scope);
        return Optional.of(new Assign(target.get(), value, position));
    }

    private Optional<Assign> compound(CompoundAssignmentTree tree, Position position, LocalScope scope) {
        Optional<Local> target = target(tree.getVariable(), scope);
        Expression operand = expressions.read(tree.getExpression(), scope);
        return target.map(local -> compound(local, Operators.COMPOUND.get(tree.getKind()), operand, position));
    }

    private Optional<Assign> step(UnaryTree tree, Position position, LocalScope scope) {
        BinaryOperator operator = Operators.STEP.get(tree.getKind());
        Expression one = new Literal(1, Primitive.INT, position);
        return target(tree.getExpression(), scope).map(local -> compound(local, operator, one, position));
    }

    private Assign compound(Local target, BinaryOperator operator, Expression operand, Position position) {
        Expression value = expressions.binary(operator, target, operand, position);
        boolean narrows = !Unknown.is(value) && !Promotion.widens(value.type(), target.type());
        return new Assign(target, narrows ? new Cast(value, target.type(), position) : value, position);
    }

    /** The variable that is assigned to; where there is none, a message says why. */
    private Optional<Local> target(ExpressionTree tree, LocalScope scope) {
        Position position = source.position(tree);
        if (tree instanceof ParenthesizedTree parenthesized) {
            return target(parenthesized.getExpression(), scope);
        } else if (tree instanceof ArrayAccessTree element) {
            reportElement(element, position, scope);
            return Optional.empty();
        }
        Optional<Variable> variable =
                tree instanceof IdentifierTree name ? scope.find(name.getName().toString()) : Optional.empty();
        if (variable.isEmpty()) {
            source.report(Messages.assignsForeign(position, tree.toString()));
            return Optional.empty();
        } else if (Unknown.is(variable.get().type())) {
            return Optional.empty();
        } else if (variable.get().type() instanceof ArrayOf) {
            source.report(Messages.assignsArray(position, variable.get().name()));
            return Optional.empty();
        } else if (variable.get().type() instanceof Reference type) {
            source.report(Messages.assignsObject(position, variable.get().name(), type.qualifiedName()));
            return Optional.empty();
        }
        return Optional.of(new Local(variable.get(), position));
    }

    private void reportElement(ArrayAccessTree element, Position position, LocalScope scope) {
        ExpressionTree array = element.getExpression();
        boolean isParameter = array instanceof IdentifierTree name
                && scope.find(name.getName().toString())
                        .filter(variable -> variable.type() instanceof ArrayOf)
                        .isPresent();
        source.report(
                isParameter
                        ? Messages.writesParameterArray(position, element.toString(), array.toString())
                        : Messages.assignsForeign(position, element.toString()));
    }
}
