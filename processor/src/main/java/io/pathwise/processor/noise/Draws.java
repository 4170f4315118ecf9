package io.pathwise.processor.noise;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.rules.SamplerRule.Noise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds and replaces draws in the order in which they execute. */
final class Draws {
    private Draws() {}

    /** The base noise of a draw. */
    static Noise kind(Draw draw) {
        return Rules.sampler(draw.sampler()).orElseThrow().noise();
    }

    /** The draws that a statement itself evaluates, in order of execution. */
    static List<Draw> of(Statement statement) {
        List<Draw> draws = new ArrayList<>();
        Statements.expressions(statement).forEach(each -> collect(each, draws));
        return draws;
    }

    private static void collect(Expression expression, List<Draw> draws) {
        Expressions.children(expression).forEach(child -> collect(child, draws));
        if (expression instanceof Draw draw) {
            draws.add(draw);
        }
    }

    /** Whether a draw of this kind stands in the statement, at any depth. */
    static boolean anyIn(Statement statement, Noise kind) {
        return Statements.anyExpression(statement, each -> each instanceof Draw draw && kind(draw) == kind);
    }

    /** The expression with the noise of each draw set; {@code noise} is asked in order of execution. */
    static Expression withNoise(Expression expression, Function<Draw, Expression> noise) {
        Expression inner = Expressions.mapChildren(expression, child -> withNoise(child, noise));
        if (!(expression instanceof Draw draw)) {
            return inner;
        }
        List<Expression> arguments = ((Draw) inner).arguments();
        return new Draw(draw.sampler(), arguments, Optional.of(noise.apply(draw)), draw.strategy(), draw.position());
    }
}
