package io.pathwise.processor.report;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.rules.DiscreteRule;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The variables whose values depend on draws of whole numbers. */
final class WholeDraws {
    private final Set<Variable> dependent = new HashSet<>();

    private WholeDraws() {}

    static WholeDraws in(Program program) {
        WholeDraws draws = new WholeDraws();
        int known;
        do {
            known = draws.dependent.size();
            Statements.walk(program.body(), each -> {
                if (each instanceof Declare declare) {
                    draws.note(declare.variable(), declare.initializer());
                } else if (each instanceof Assign assign && assign.target() instanceof Local target) {
                    draws.note(target.variable(), Optional.of(assign.value()));
                }
            });
        } while (draws.dependent.size() > known);
        return draws;
    }

    private void note(Variable target, Optional<Expression> value) {
        if (value.filter(this::reach).isPresent()) {
            dependent.add(target);
        }
    }

    /** Whether such a draw is in the expression or reaches it through variables. */
    boolean reach(Expression expression) {
        return Expressions.any(
                expression,
                each -> each instanceof Draw draw
                                && DiscreteRule.of(draw.sampler()).isPresent()
                        || each instanceof Local local && dependent.contains(local.variable()));
    }
}
