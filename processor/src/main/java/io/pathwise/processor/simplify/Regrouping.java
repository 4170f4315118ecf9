package io.pathwise.processor.simplify;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;
import java.util.Set;

/**
 * Writes products of derivatives in one row, the derivative last: {@code a * (b * xBar)} becomes {@code a * b * xBar}. Only derivatives are
 * regrouped; the values that a program computes keep the source's order of operations, and so its rounding.
 */
public final class Regrouping {
    private final Set<Variable> derivatives;

    private Regrouping(Set<Variable> derivatives) {
        this.derivatives = derivatives;
    }

    /** Regroups what is computed from the parameters that a mode of differentiation added. */
    public static Program regroup(Program program) {
        Set<Variable> derivatives = DerivativeVariables.of(program);
        Regrouping regrouping = new Regrouping(derivatives);
        Block body = (Block) regrouping.statement(program.body());
        return program.withBody(body, program.names());
    }

    private Statement statement(Statement statement) {
        if (statement instanceof Assign assign && assign.target().type() == Primitive.DOUBLE) {
            return assign(assign);
        }
        if (statement instanceof Declare declare && declare.variable().type() == Primitive.DOUBLE) {
            return new Declare(
                    declare.variable(),
                    declare.initializer().map(each -> Algebra.asInitializer(regroup(each))),
                    declare.position());
        }
        return Rewriting.children(statement, this::statement);
    }

    private Statement assign(Assign assign) {
        if (assign.value() instanceof Binary sum
                && isDerivative(sum)
                && Expressions.same(sum.left(), assign.target())) {
            return update(assign, sum);
        }
        return new Assign(assign.target(), Algebra.asInitializer(regroup(assign.value())), assign.position());
    }

    /** {@code target += -e} is written {@code target -= e}. */
    private Statement update(Assign assign, Binary update) {
        Expression right = regroup(update.right());
        boolean sum = update.operator() == BinaryOperator.ADD || update.operator() == BinaryOperator.SUBTRACT;
        BinaryOperator operator = update.operator();
        if (sum && Algebra.isNegative(right)) {
            right = Algebra.negate(right);
            operator = operator == BinaryOperator.ADD ? BinaryOperator.SUBTRACT : BinaryOperator.ADD;
        }
        Expression value =
                new Binary(operator, update.left(), Algebra.asInitializer(right), update.type(), update.position());
        return new Assign(assign.target(), value, assign.position());
    }

    private Expression regroup(Expression expression) {
        if (expression.type() != Primitive.DOUBLE || !isDerivative(expression)) {
            return expression;
        }
        if (expression instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return Algebra.negate(regroup(unary.operand()));
        }
        if (expression instanceof Conditional conditional) {
            return Algebra.conditional(
                    conditional.condition(), regroup(conditional.whenTrue()), regroup(conditional.whenFalse()));
        }
        if (!(expression instanceof Binary binary)) {
            return expression;
        }
        Expression left = regroup(binary.left());
        Expression right = regroup(binary.right());
        return switch (binary.operator()) {
            case ADD -> Algebra.add(left, right);
            case SUBTRACT -> Algebra.subtract(left, right);
            case MULTIPLY -> DerivativeLast.in(Algebra.multiply(left, right), this::isDerivative);
            case DIVIDE -> DerivativeLast.in(Algebra.divide(left, right), this::isDerivative);
            default -> binary;
        };
    }

    private boolean isDerivative(Expression expression) {
        return Expressions.any(
                expression,
                each -> each instanceof Field || each instanceof Local local && derivatives.contains(local.variable()));
    }
}
