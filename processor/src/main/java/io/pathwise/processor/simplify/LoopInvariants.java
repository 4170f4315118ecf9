package io.pathwise.processor.simplify;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Moves definitions that are the same in every iteration out of loops: their values are computed once and need no
 * memory, and their adjoints, where they are moved before differentiation, are summed over the loop and passed on once.
 *
 * <p>Only what costs more than a product of two factors is moved, and what that is computed from. What a branch in a loop
 * computes stays there: perhaps no iteration takes it.
 */
public final class LoopInvariants {
    /** From how many products on an expression is worth a place in front of a loop. */
    private static final int WORTHWHILE_PRODUCTS = 2;

    private final Set<Variable> fixed;
    private final Predicate<Variable> movable;

    private LoopInvariants(Set<Variable> fixed, Predicate<Variable> movable) {
        this.fixed = Set.copyOf(fixed);
        this.movable = movable;
    }

    /**
     * Finds what may leave loops.
     *
     * @param fixed variables that must be read where they are
     */
    public LoopInvariants(Set<Variable> fixed) {
        this(fixed, variable -> true);
    }

    /** The block with invariant definitions before the loops that need them. */
    static Block hoist(Block block) {
        return hoist(block, variable -> true);
    }

    /**
     * The block with invariant definitions before the loops that need them.
     *
     * @param movable whether the definition of a variable may leave a loop: one that shares its adjoint with others must
     *     stay in the order of their definitions
     */
    public static Block hoist(Block block, Predicate<Variable> movable) {
        return new LoopInvariants(Set.of(), movable).moveOut(block);
    }

    /** The block with invariant definitions before the loops that need them. */
    public Block moveOut(Block block) {
        return Line.rewrite(block, before -> {
            List<Line> out = new ArrayList<>();
            for (Line line : before) {
                Statement inside = Line.mapBlocks(line.statement(), this::moveOut);
                out.addAll(Statements.isLoop(inside) ? extract(line.with(inside)) : List.of(line.with(inside)));
            }
            return out;
        });
    }

    /** The definitions that a loop does not change, and the loop without them. */
    private List<Line> extract(Line loop) {
        Set<Variable> moved = movable(loop.statement());
        if (moved.isEmpty()) {
            return List.of(loop);
        }
        List<Line> out = new ArrayList<>();
        Statement rest = Line.mapBlocks(
                loop.statement(),
                body -> Line.rewrite(body, lines -> {
                    List<Line> kept = new ArrayList<>();
                    for (Line each : lines) {
                        boolean isMoved =
                                each.statement() instanceof Declare declare && moved.contains(declare.variable());
                        (isMoved ? out : kept).add(isMoved ? each.under(loop) : each);
                    }
                    return kept;
                }));
        out.add(loop.with(rest));
        return out;
    }

    /** The variables whose definitions leave the loop: those worth it, and those that they are computed from. */
    private Set<Variable> movable(Statement loop) {
        List<Declare> invariant = definitions(loop);
        Set<Variable> moved = new HashSet<>();
        for (int i = invariant.size() - 1; i >= 0; i--) {
            Declare declare = invariant.get(i);
            Expression value = declare.initializer().orElseThrow();
            if (isWorthwhile(value) || moved.contains(declare.variable())) {
                moved.add(declare.variable());
                moved.addAll(Expressions.variables(value));
            }
        }
        return moved;
    }

    /** The invariant definitions that every iteration evaluates if it comes so far, in order. */
    private List<Declare> definitions(Statement loop) {
        Set<Variable> varying = changing(loop);
        Set<Variable> assigned = Statements.assigned(loop);
        List<Declare> definitions = new ArrayList<>();
        for (Line line : Line.of(Statements.body(loop).statements())) {
            if (line.statement() instanceof Declare declare
                    && !assigned.contains(declare.variable())
                    && movable.test(declare.variable())
                    && declare.initializer()
                            .filter(value -> isInvariant(value, varying))
                            .isPresent()) {
                varying.remove(declare.variable());
                definitions.add(declare);
            }
        }
        return definitions;
    }

    /** The variables that are not the same in all iterations of a loop, or whose definitions must stay in it. */
    public Set<Variable> varying(Statement loop) {
        Set<Variable> varying = changing(loop);
        definitions(loop).forEach(each -> varying.remove(each.variable()));
        return varying;
    }

    private Set<Variable> changing(Statement loop) {
        Set<Variable> changing = new HashSet<>(Statements.declared(loop));
        changing.addAll(Statements.assigned(loop));
        changing.addAll(fixed);
        return changing;
    }

    /**
     * Whether the value is the same as long as those variables are, and can be computed without harm where it is not
     * needed: an array whose length is asked for may be {@code null} there.
     */
    public static boolean isInvariant(Expression value, Set<Variable> varying) {
        return !Effects.hasEffects(value)
                && !Effects.readsMemory(value)
                && !Effects.mayThrow(value)
                && !Expressions.any(value, Length.class::isInstance)
                && Expressions.variables(value).stream().noneMatch(varying::contains);
    }

    /** Whether computing the value once instead of in each iteration is worth a variable. */
    public static boolean isWorthwhile(Expression value) {
        List<Expression> products = new ArrayList<>();
        Expressions.walk(value, each -> {
            if (isOperation(each, BinaryOperator.MULTIPLY)) {
                products.add(each);
            }
        });
        return products.size() >= WORTHWHILE_PRODUCTS
                || Expressions.any(value, each -> each instanceof Call || isDearQuotient(each));
    }

    /** Whether the expression is a division of real numbers that takes its time: those by powers of 2 are products. */
    public static boolean isDearQuotient(Expression expression) {
        return isOperation(expression, BinaryOperator.DIVIDE)
                && Algebra.literal(((Binary) expression).right()).stream().noneMatch(LoopInvariants::isPowerOfTwo);
    }

    private static boolean isPowerOfTwo(double number) {
        return Math.abs(number) == Math.scalb(1.0, Math.getExponent(number));
    }

    private static boolean isOperation(Expression expression, BinaryOperator operator) {
        return expression.type() == Primitive.DOUBLE
                && expression instanceof Binary binary
                && binary.operator() == operator;
    }
}
