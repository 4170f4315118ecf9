package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        try {
            ExecutionFacts facts = new ExecutionFacts(inside, new SettledNumbers(changing), 0, false);
            WholeConstraints constraints = new WholeConstraints();
            constraints.addAll(facts.known());
            constraints.less(facts.ofBound(number), Affine.of(0));
            return constraints.areContradictory();
        } catch (ArithmeticException beyondLong) {
            return false;
        }
    }

    /** The number that an expression is wherever it is evaluated, as far as literals and constants tell. */
    public static Optional<Long> constant(Expression number) {
        Place anywhere = new Place(Block.EMPTY, 0, List.of(), List.of());
        Affine value = new ExecutionFacts(anywhere, new SettledNumbers(Set.of()), 0, false).of(number);
        return value.isConstant() ? Optional.of(value.constant()) : Optional.empty();
    }
}
