package io.pathwise.processor.check;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.analyze.Dependence;
import io.pathwise.processor.analyze.Influence;
import io.pathwise.processor.check.continuity.Ordering;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.FunctionRule.Smoothness;
import io.pathwise.processor.rules.Rules;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the functions and remainders whose value jumps with a parameter on some paths, because their argument depends on
 * an active parameter and on a draw, and the casts that drop the fraction of what an active parameter moves.
 */
final class JumpingFunctions {
    private final Dependence dependence;
    private final Activity varied;

    private JumpingFunctions(Dependence dependence, Activity varied) {
        this.dependence = dependence;
        this.varied = varied;
    }

    /**
     * The expressions that jump and may influence the returned value, in order.
     *
     * @param varied what moves with active parameters as long as the path is the same
     */
    static List<Expression> find(Program program, Dependence dependence, Activity varied, Influence influence) {
        JumpingFunctions search = new JumpingFunctions(dependence, varied);
        Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Expression> jumping = new LinkedHashSet<>();
        Statements.walk(program.body(), statement -> {
            if (influence.reaches(statement)) {
                Statements.expressions(statement)
                        .forEach(expression -> Expressions.walk(expression, each -> {
                            // whether its sides meet is asked of the condition
                            Ordering.in(each).ifPresent(seen::add);
                            if (seen.add(each) && search.jumps(each)) {
                                jumping.add(each);
                            }
                        }));
            }
        });
        return List.copyOf(jumping);
    }

    private boolean jumps(Expression expression) {
        if (expression instanceof Call call) {
            return jumps(call);
        } else if (expression instanceof Cast cast) {
            return dropsFraction(cast) && (isMoved(cast.operand()) || varied.isActive(cast.operand()));
        }
        return expression instanceof Binary binary
                && binary.operator() == BinaryOperator.REMAINDER
                && (isMoved(binary.left()) || isMoved(binary.right()));
    }

    private static boolean dropsFraction(Cast cast) {
        return cast.operand().type() == Primitive.DOUBLE
                && cast.type() instanceof Primitive target
                && target.isIntegral();
    }

    private boolean jumps(Call call) {
        boolean mayJump = Rules.function(call.function())
                .filter(rule -> rule.smoothness() == Smoothness.JUMP)
                .isPresent();
        // a magnitude that changes its sign only has a kink
        List<Expression> arguments =
                call.function().name().equals("copySign") ? call.arguments().subList(1, 2) : call.arguments();
        return mayJump && arguments.stream().anyMatch(this::isMoved);
    }

    private boolean isMoved(Expression expression) {
        return expression.type() == Primitive.DOUBLE
                && dependence.of(expression).areBoth();
    }
}
