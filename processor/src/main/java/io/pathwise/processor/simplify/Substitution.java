package io.pathwise.processor.simplify;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.program.Variable;

/** Puts a value in the place of a variable; where the variable widened the value, a cast does so if nothing else does. */
final class Substitution {
    private final Variable variable;
    private final Expression value;

    Substitution(Variable variable, Expression value) {
        this.variable = variable;
        this.value = widened(value);
    }

    /** The statement with the value in place of the variable, at any depth. */
    Statement in(Statement statement) {
        Statement replaced = Statements.mapExpressions(statement, this::in);
        if (replaced instanceof Declare declare) {
            var initializer = declare.initializer()
                    .map(each -> implied(each, declare.variable().type() == variable.type()));
            return new Declare(declare.variable(), initializer, declare.position());
        } else if (replaced instanceof Assign assign) {
            boolean widens = assign.target().type() == variable.type();
            return new Assign(assign.target(), implied(assign.value(), widens), assign.position());
        }
        return replaced;
    }

    private Expression in(Expression expression) {
        if (expression instanceof Local local) {
            return local.variable().equals(variable) ? value : local;
        }
        Expression replaced = Expressions.mapChildren(expression, this::in);
        if (replaced instanceof Binary binary
                && (binary.operator().isArithmetic() || binary.operator().isComparison())) {
            Expression left = implied(binary.left(), isDouble(binary.right()));
            Expression right = implied(binary.right(), isDouble(left));
            return withOneSign(new Binary(binary.operator(), left, right, binary.type(), binary.position()));
        }
        return replaced;
    }

    /** {@code a + -b} is {@code a - b}, and {@code a - -b} is {@code a + b}, to the last bit. */
    private Expression withOneSign(Binary sum) {
        if (sum.right() != value || !isDouble(sum) || !(value instanceof Unary negated)) {
            return sum;
        } else if (negated.operator() != UnaryOperator.NEGATE || !isDouble(negated.operand())) {
            return sum;
        }
        BinaryOperator opposite = switch (sum.operator()) {
            case ADD -> BinaryOperator.SUBTRACT;
            case SUBTRACT -> BinaryOperator.ADD;
            default -> null;
        };
        return opposite == null ? sum : new Binary(opposite, sum.left(), negated.operand(), sum.type(), sum.position());
    }

    private static boolean isDouble(Expression expression) {
        return expression.type() == Primitive.DOUBLE;
    }

    /** The value without its cast where the context widens it as the cast does. */
    private Expression implied(Expression expression, boolean contextWidens) {
        boolean ours = expression == value && value instanceof Cast && value.type() == Primitive.DOUBLE;
        return ours && contextWidens ? ((Cast) value).operand() : expression;
    }

    private Expression widened(Expression unconverted) {
        if (unconverted.type().equals(variable.type()) || !(variable.type() instanceof Primitive)) {
            return unconverted;
        }
        if (unconverted instanceof Literal literal
                && literal.value() instanceof Integer whole
                && variable.type() == Primitive.DOUBLE) {
            return new Literal(whole.doubleValue(), Primitive.DOUBLE, literal.position());
        }
        return new Cast(unconverted, variable.type(), Position.NONE);
    }
}
