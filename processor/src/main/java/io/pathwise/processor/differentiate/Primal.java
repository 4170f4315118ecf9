package io.pathwise.processor.differentiate;

import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.rules.Rules;
import java.util.ArrayList;
import java.util.List;

/** The value on the path that the noise fixes: draws become transforms of noise arguments. */
public final class Primal {
    private Primal() {}

    /** The program with explicit noise. */
    public static Program of(Threaded threaded) {
        Program program = threaded.program();
        List<Parameter> parameters = new ArrayList<>(program.parameters());
        parameters.addAll(threaded.noise().parameters());
        return program.withParameters(parameters).withBody(transformed(program.body()), program.names());
    }

    private static Block transformed(Block block) {
        return Statements.mapExpressions(block, Primal::transform);
    }

    /** The expression with draws replaced by their transforms. */
    static Expression transform(Expression expression) {
        Expression inner = Expressions.mapChildren(expression, Primal::transform);
        if (inner instanceof Draw draw) {
            return Rules.sampler(draw.sampler())
                    .orElseThrow()
                    .transform()
                    .of(draw.arguments(), draw.noise().orElseThrow());
        }
        if (inner instanceof CompanionCall call) {
            return CompanionMembers.value(call);
        }
        if (inner instanceof Binary sum && expression instanceof Binary source && source.right() instanceof Draw) {
            return withoutDoubleSign(sum);
        }
        return inner instanceof Evaluated call ? call.value() : inner;
    }

    /** Nobody writes {@code x + -y}, which is {@code x - y} to the last bit. */
    private static Expression withoutDoubleSign(Binary sum) {
        return sum.operator() == BinaryOperator.ADD
                        && sum.right() instanceof Unary negated
                        && negated.operator() == UnaryOperator.NEGATE
                ? new Binary(BinaryOperator.SUBTRACT, sum.left(), negated.operand(), sum.type(), sum.position())
                : sum;
    }
}
