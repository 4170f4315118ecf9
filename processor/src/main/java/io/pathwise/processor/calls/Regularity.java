package io.pathwise.processor.calls;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.simplify.Algebra;

/**
 * Whether a method's partial derivatives are finite wherever its value is. If they are, callers need not guard adjoints
 * that are zero against them.
 */
final class Regularity {
    private Regularity() {}

    /** Whether nothing in the method's own body has a derivative with singular points. */
    static boolean holds(Program program) {
        return !Statements.anyExpression(program.body(), Regularity::isSingular);
    }

    private static boolean isSingular(Expression expression) {
        if (expression instanceof Call call) {
            return Rules.function(call.function())
                    .filter(rule -> rule.partials().of(call.arguments(), call).stream()
                            .anyMatch(partial -> partial.regular().isPresent()))
                    .isPresent();
        }
        if (expression instanceof CompanionCall call) {
            return !call.callee().regular();
        }
        return expression instanceof Binary binary
                && binary.type() == Primitive.DOUBLE
                && binary.operator().isDivision()
                && Algebra.literal(binary.right()).orElse(0) == 0;
    }
}
