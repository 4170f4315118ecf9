package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which variables of one name hold different values at the same time, so that they cannot share a declaration.
 *
 * <p>Two variables interfere if one is assigned, not from the other, while the other is live (G. J. Chaitin, 1982).
 */
final class Interference {
    private static final BitSet NONE = new BitSet();

    private final Map<String, BitSet> ofName = new HashMap<>();
    private final Map<Integer, BitSet> conflicts = new HashMap<>();

    private Interference(Block body) {
        Statements.declared(body).forEach(this::addName);
        Statements.walkExpressions(body, each -> {
            if (each instanceof Local local) {
                addName(local.variable());
            }
        });
    }

    /** The interference in a program's body. */
    static Interference of(Block body) {
        Interference interference = new Interference(body);
        Liveness.ofAllReads(
                body, (definition, defined, value, live) -> interference.addDefinition(defined, value, live));
        return interference;
    }

    /** Whether the variables need a declaration each. */
    boolean interfere(Variable left, Variable right) {
        return of(left).get(right.id());
    }

    /** From now on the first variable stands for the second as well. */
    void merge(Variable kept, Variable merged) {
        of(merged).stream().forEach(other -> connect(kept.id(), other));
    }

    private BitSet of(Variable variable) {
        return conflicts.getOrDefault(variable.id(), NONE);
    }

    private void addName(Variable variable) {
        ofName.computeIfAbsent(variable.name(), each -> new BitSet()).set(variable.id());
    }

    private void addDefinition(Variable defined, Expression value, BitSet live) {
        BitSet others = (BitSet) ofName.get(defined.name()).clone();
        others.and(live);
        others.clear(defined.id());
        if (value instanceof Local source) {
            others.clear(source.variable().id());
        }
        others.andNot(of(defined));
        others.stream().forEach(other -> connect(defined.id(), other));
    }

    private void connect(int left, int right) {
        conflicts.computeIfAbsent(left, each -> new BitSet()).set(right);
        conflicts.computeIfAbsent(right, each -> new BitSet()).set(left);
    }
}
