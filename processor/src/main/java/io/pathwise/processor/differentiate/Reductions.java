package io.pathwise.processor.differentiate;

import io.pathwise.processor.differentiate.Linearization.Factor;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises loops that only add to sums: {@code s += g(x, i)}. Their iterations change no adjoint that another
 * iteration reads, so each can run forward and at once backward.
 */
final class Reductions {
    private final Adjoints adjoints;
    private final Linearization.Context context;

    Reductions(Adjoints adjoints, Linearization.Context context) {
        this.adjoints = adjoints;
        this.context = context;
    }

    /** The carried variables that have derivatives. */
    List<Variable> sums(Statement loop) {
        return carried(loop).stream().filter(adjoints::hasAdjoint).toList();
    }

    private static Set<Variable> carried(Statement loop) {
        Set<Variable> carried = new LinkedHashSet<>(Statements.assigned(Statements.body(loop)));
        carried.removeAll(Statements.declared(Statements.body(loop)));
        return carried;
    }

    /** Whether sums are all that passes derivatives from iteration to iteration, and every iteration ends normally. */
    boolean isReduction(Statement loop) {
        List<Variable> sums = sums(loop);
        if (sums.isEmpty()
                || !onlyCarriesAtTheEnd(loop)
                || Statements.any(Statements.body(loop), Reductions::disturbs)) {
            return false;
        }
        Set<Variable> sumBars = new HashSet<>();
        sums.forEach(each -> sumBars.add(adjoints.of(each)));
        return !Statements.any(Statements.body(loop), each -> !isSumOrUnrelated(each, sumBars));
    }

    /** What may throw at purpose, too: an iteration before it would have added to the gradient already. */
    private static boolean disturbs(Statement statement) {
        return statement instanceof Break
                || statement instanceof Return
                || statement instanceof Throw
                || statement instanceof Assert
                || statement instanceof Evaluate evaluate && !(evaluate.expression() instanceof Draw)
                || statement instanceof Assign assign && assign.target() instanceof Element;
    }

    private static boolean onlyCarriesAtTheEnd(Statement loop) {
        Set<Variable> before = Statements.assigned(withoutCarries(loop));
        return carried(loop).stream().noneMatch(before::contains);
    }

    private boolean isSumOrUnrelated(Statement statement, Set<Variable> sumBars) {
        if (statement instanceof Declare declare) {
            return declare.initializer().isEmpty()
                    || isSumOrUnrelated(
                            declare.variable(), declare.initializer().get(), sumBars);
        }
        return !(statement instanceof Assign assign)
                || isSumOrUnrelated(((Local) assign.target()).variable(), assign.value(), sumBars);
    }

    /** Whether a sum becomes itself plus something, and nothing else is computed from a sum. */
    private boolean isSumOrUnrelated(Variable target, Expression value, Set<Variable> sumBars) {
        Expression local = Algebra.local(target);
        if (!adjoints.hasAdjoint(target) || adjoints.sameVariable(value, target)) {
            return true;
        }
        boolean isSum = sumBars.contains(adjoints.of(target));
        if (!context.active().test(value) || !context.active().test(local)) {
            return !isSum;
        }
        List<Factor> ofSums = Linearization.of(value, local, context).factors().stream()
                .filter(each -> isOneOf(sumBars, each.leaf()))
                .toList();
        boolean allAdd = ofSums.stream().allMatch(each -> adjoints.sameVariable(each.leaf(), target) && isOne(each));
        return allAdd && isSum == !ofSums.isEmpty();
    }

    private boolean isOneOf(Set<Variable> sumBars, Expression leaf) {
        return leaf instanceof Local local
                && adjoints.hasAdjoint(local.variable())
                && sumBars.contains(adjoints.of(local.variable()));
    }

    private static boolean isOne(Factor factor) {
        Optional<Polynomial> rest = factor.partial().withoutOne();
        return !factor.singular() && rest.isPresent() && rest.get().isZero();
    }

    /** The body of a loop without the statements that hand values to the next iteration. */
    static Block withoutCarries(Statement loop) {
        List<Statement> statements = Statements.body(loop).statements();
        return Block.of(new ArrayList<>(
                statements.subList(0, statements.size() - carries(loop).size())));
    }

    /** The statements at the end of a loop's body that hand values to the next iteration. */
    static List<Statement> carries(Statement loop) {
        List<Statement> statements = Statements.body(loop).statements();
        int first = statements.size();
        while (first > 0 && IterationPartials.isCarry(statements.get(first - 1))) {
            first--;
        }
        return new ArrayList<>(statements.subList(first, statements.size()));
    }
}
