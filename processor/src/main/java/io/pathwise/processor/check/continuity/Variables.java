package io.pathwise.processor.check.continuity;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which variables statements read and change. */
final class Variables {
    static final Comparator<Variable> BY_ID = Comparator.comparingInt(Variable::id);

    private Variables() {}

    /** The variables whose values may matter to the statement. */
    static Set<Variable> read(Statement statement) {
        Set<Variable> read = new LinkedHashSet<>();
        Statements.walk(
                statement,
                each -> Statements.expressions(each).stream()
                        .filter(expression -> !(each instanceof Assign assign
                                && assign.target() == expression
                                && expression instanceof Local))
                        .forEach(expression -> read.addAll(Expressions.variables(expression))));
        return read;
    }

    /** The variables that the statement assigns to or declares. */
    static Set<Variable> changed(Statement statement) {
        Set<Variable> changed = new LinkedHashSet<>(Statements.declared(statement));
        changed.addAll(Statements.assigned(statement));
        return changed;
    }

    /** The variable in which an assignment's target lies. */
    static Optional<Variable> root(Expression target) {
        if (target instanceof Local local) {
            return Optional.of(local.variable());
        }
        return target instanceof Element element ? root(element.array()) : Optional.empty();
    }
}
