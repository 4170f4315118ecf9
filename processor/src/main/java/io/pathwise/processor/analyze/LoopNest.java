package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the bounds of nested loops say of whole numbers. */
public final class LoopNest {
    private LoopNest() {}

    /**
     * Whether a number is never negative in the innermost of loops.
     *
     * @param loops from the outside
     */
    public static boolean isNeverNegative(Expression number, List<Statement> loops) {
        if (loops.isEmpty()) {
            return false;
        }
        Set<Variable> changing = new HashSet<>(Statements.assigned(loops.get(0)));
        changing.addAll(Statements.declared(loops.get(0)));
        Place inside = new Place(loops.get(0), 0, List.of(), List.of());
        for (Statement loop : loops) {
            inside = inside.of(loop, inside.order() + 1);
        }
        inside = inside.of(Block.EMPTY, inside.order() + 1);
        ExecutionFacts facts = new ExecutionFacts(inside, new SettledNumbers(changing), 0, false);
        WholeConstraints constraints = new WholeConstraints();
        facts.addTo(constraints);
        constraints.less(facts.of(number), Affine.of(0));
        return constraints.areContradictory();
    }
}
