package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which variables of one name hold different values at the same time, so that they cannot share a declaration.
 *
 * <p>Two variables interfere if one is assigned, not from the other, while the other is live (G. J. Chaitin, 1982).
 */
final class Interference {
    private final Map<Variable, Set<Variable>> conflicts = new HashMap<>();
    private final Liveness liveness;

    private Interference(Liveness liveness) {
        this.liveness = liveness;
    }

    /** The interference in a program's body. */
    static Interference of(Block body) {
        Interference interference = new Interference(Liveness.ofAllReads(body));
        Statements.walk(body, interference::addDefinition);
        return interference;
    }

    /** Whether the variables need a declaration each. */
    boolean interfere(Variable left, Variable right) {
        return of(left).contains(right);
    }

    /** From now on the first variable stands for the second as well. */
    void merge(Variable kept, Variable merged) {
        for (Variable other : of(merged)) {
            connect(kept, other);
        }
    }

    private Set<Variable> of(Variable variable) {
        return conflicts.getOrDefault(variable, Set.of());
    }

    private void addDefinition(Statement statement) {
        if (statement instanceof Declare declare && declare.initializer().isPresent()) {
            addDefinition(declare.variable(), declare.initializer().get(), statement);
        } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            addDefinition(target.variable(), assign.value(), statement);
        }
    }

    private void addDefinition(Variable defined, Expression value, Statement statement) {
        Optional<Variable> source = value instanceof Local local ? Optional.of(local.variable()) : Optional.empty();
        for (Variable live : liveness.after(statement)) {
            boolean copied = source.filter(live::equals).isPresent();
            if (!copied && !live.equals(defined) && live.name().equals(defined.name())) {
                connect(defined, live);
            }
        }
    }

    private void connect(Variable left, Variable right) {
        conflicts.computeIfAbsent(left, each -> new HashSet<>()).add(right);
        conflicts.computeIfAbsent(right, each -> new HashSet<>()).add(left);
    }
}
