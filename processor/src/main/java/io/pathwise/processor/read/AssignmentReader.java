package io.pathwise.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.UnaryTree;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.Optional;

/** Reads assignments that are statements; compound ones become {@code x = (type) (x operator value)}. */
final class AssignmentReader {
    private final Source source;
    private final ExpressionReader expressions;

    AssignmentReader(Source source, ExpressionReader expressions) {
        this.source = source;
        this.expressions = expressions;
    }

    Statement read(AssignmentTree tree, Position position, LocalScope scope) {
        Optional<Local> target = target(tree.getVariable(), scope);
        if (target.isEmpty()) {
            expressions.read(tree.getExpression(), scope);
            return Block.EMPTY;
        }
        Expression value = expressions.read(tree.getExpression(), target.get().type(), scope);
        return new Assign(target.get(), value, position);
    }

    Statement read(CompoundAssignmentTree tree, Position position, LocalScope scope) {
        Optional<Local> target = target(tree.getVariable(), scope);
        Expression operand = expressions.read(tree.getExpression(), scope);
        return target.map(local -> compound(local, Operators.COMPOUND.get(tree.getKind()), operand, position))
                .orElse(Block.EMPTY);
    }

    /** {@code x++} and its kin; other unary operators are no statements. */
    Statement read(UnaryTree tree, Position position, LocalScope scope) {
        BinaryOperator operator = Operators.STEP.get(tree.getKind());
        Expression one = new Literal(1, Primitive.INT, position);
        return target(tree.getExpression(), scope)
                .map(local -> compound(local, operator, one, position))
                .orElse(Block.EMPTY);
    }

    private Statement compound(Local target, BinaryOperator operator, Expression operand, Position position) {
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
        } else if (variable.get().type() instanceof ArrayOf) {
            source.report(Messages.assignsArray(position, variable.get().name()));
            return Optional.empty();
        }
        return Unknown.is(variable.get().type()) ? Optional.empty() : Optional.of(new Local(variable.get(), position));
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
