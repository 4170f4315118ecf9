package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How often each variable of a program is read while variables are replaced by their values. */
final class ReadCounts {
    private final Map<Variable, Integer> counts = new HashMap<>();
    private final Set<Variable> assigned;

    private ReadCounts(Set<Variable> assigned) {
        this.assigned = assigned;
    }

    /** The counts of a program's body. */
    static ReadCounts of(Block body) {
        ReadCounts counts = new ReadCounts(Statements.assigned(body));
        Statements.walk(body, each -> Reads.evaluated(each).forEach(read -> counts.add(read, 1)));
        return counts;
    }

    int of(Variable variable) {
        return counts.getOrDefault(variable, 0);
    }

    /** Whether the variable gets a value other than the one it is declared with. */
    boolean isAssigned(Variable variable) {
        return assigned.contains(variable);
    }

    /** Takes note that the value stands wherever the variable was read, and no longer where it was declared. */
    void replace(Variable variable, Expression value) {
        add(value, of(variable) - 1);
        counts.remove(variable);
    }

    private void add(Expression expression, int times) {
        Expressions.walk(expression, each -> {
            if (each instanceof Local local) {
                counts.merge(local.variable(), times, Integer::sum);
            }
        });
    }
}
