package io.pathwise.processor.check.continuity;

import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.analyze.Dependence;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.ArrayAliases;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which comparisons may switch when a parameter moves, on some paths and not on others: orderings of real numbers that
 * depend on an active parameter and on a draw. Equality of such numbers has no probability.
 */
final class Scan {
    private final Dependence dependence;
    private final ArrayAliases aliases;
    private final Set<Variable> carriers = new HashSet<>();

    Scan(Program program, Dependence dependence, ArrayAliases aliases) {
        this.dependence = dependence;
        this.aliases = aliases;
        int known;
        do {
            known = carriers.size();
            Statements.walk(program.body(), each -> {
                if (each instanceof Declare declare) {
                    addCarrier(Optional.of(declare.variable()), declare.initializer());
                } else if (each instanceof Assign assign) {
                    addCarrier(Variables.root(assign.target()), Optional.of(assign.value()));
                }
                ArrayOperations.transfer(each)
                        .ifPresent(call -> addCarrier(
                                Variables.root(ArrayOperations.target(call)),
                                Optional.of(ArrayOperations.source(call))));
            });
        } while (carriers.size() > known);
    }

    /** Whether the condition contains such a comparison, itself or in a boolean variable that it reads. */
    boolean maySwitch(Expression condition) {
        return Expressions.any(condition, each -> isSwitch(each) || carries(each));
    }

    /** Whether the node is such a comparison. */
    boolean isSwitch(Expression expression) {
        return expression instanceof Binary comparison
                && comparison.operator().isComparison()
                && comparison.operator() != BinaryOperator.EQUAL
                && comparison.operator() != BinaryOperator.NOT_EQUAL
                && (isReal(Ordering.left(comparison)) || isReal(Ordering.right(comparison)))
                && dependence.of(comparison).areBoth();
    }

    private boolean carries(Expression expression) {
        return expression instanceof Local local && carriers.contains(local.variable());
    }

    private void addCarrier(Optional<Variable> target, Optional<Expression> value) {
        if (target.isPresent() && holdsTruth(target.get().type()) && value.isPresent() && maySwitch(value.get())) {
            carriers.add(target.get());
            carriers.addAll(aliases.sharing(target.get()));
        }
    }

    private static boolean holdsTruth(Type type) {
        return type == Primitive.BOOLEAN || type instanceof Type.ArrayOf array && holdsTruth(array.element());
    }

    private static boolean isReal(Expression expression) {
        return expression.type() == Primitive.DOUBLE || expression.type() == Primitive.FLOAT;
    }
}
