package io.pathwise.processor.simplify;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.If;
import java.util.List;

/** What is left of an expression whose value nobody wants: the calls that do something, as statements. */
final class SideEffects {
    private SideEffects() {}

    /** The statements, in the order in which the expression evaluates its parts; none where it does nothing. */
    static List<Statement> of(Expression expression, Position position) {
        if (Effects.isDeletable(expression)) {
            return List.of();
        } else if (Effects.isStatement(expression)) {
            return List.of(new Evaluate(expression, position));
        } else if (expression instanceof Conditional choice) {
            Block yes = Block.of(of(choice.whenTrue(), position));
            return when(choice.condition(), yes, Block.of(of(choice.whenFalse(), position)), position);
        } else if (expression instanceof Binary binary && binary.operator().isShortCircuit()) {
            boolean isAnd = binary.operator() == BinaryOperator.AND;
            Expression goesOn = isAnd ? binary.left() : Conditions.negate(binary.left());
            return when(goesOn, Block.of(of(binary.right(), position)), Block.EMPTY, position);
        }
        return Expressions.children(expression).stream()
                .flatMap(each -> of(each, position).stream())
                .toList();
    }

    private static List<Statement> when(Expression condition, Block yes, Block no, Position position) {
        return yes.isEmpty() && no.isEmpty() ? of(condition, position) : List.of(new If(condition, yes, no, position));
    }
}
