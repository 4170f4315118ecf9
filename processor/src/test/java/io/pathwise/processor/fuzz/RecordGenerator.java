package io.pathwise.processor.fuzz;

import static io.pathwise.processor.fuzz.Chance.option;
import static io.pathwise.processor.fuzz.JavaType.MODEL;

import io.pathwise.processor.fuzz.Expression.Conditional;
import io.pathwise.processor.fuzz.Scope.Variable;
import io.pathwise.processor.fuzz.Statement.Assign;
import io.pathwise.processor.fuzz.Statement.Declare;
import java.util.List;
import java.util.Optional;

/** Random statements about records. */
final class RecordGenerator {
    private final Chance chance;
    private final ExpressionGenerator expressions;

    RecordGenerator(Chance chance, ExpressionGenerator expressions) {
        this.chance = chance;
        this.expressions = expressions;
    }

    /** A new record, what a helper returns, or another name of one; assigned, if a variable exists. */
    Statement next(Scope scope) {
        List<Variable> assignable = scope.assignable(MODEL);
        return assignable.isEmpty() || chance.once(2)
                ? declared(scope)
                : new Assign(chance.any(assignable).name(), "=", value(scope));
    }

    private Statement declared(Scope scope) {
        String name = scope.freshName(chance);
        Statement statement = new Declare(MODEL.text(), name, Optional.of(value(scope)));
        RandomRecord.declare(name, true, scope);
        return statement;
    }

    private Expression value(Scope scope) {
        Optional<Expression> called = expressions.calls().ofHelper(MODEL, scope, 2);
        return chance.<Expression>choose(
                option(4, () -> expressions.calls().model(scope, 2)),
                option(called.isEmpty() ? 0 : 4, called::orElseThrow),
                option(
                        scope.of(MODEL).isEmpty() ? 0 : 1,
                        () -> new Conditional(
                                expressions.truth(scope, 1),
                                expressions.calls().model(scope, 1),
                                expressions.calls().model(scope, 1))));
    }
}
