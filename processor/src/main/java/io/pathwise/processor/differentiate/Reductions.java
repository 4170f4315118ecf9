package io.pathwise.processor.differentiate;

import io.pathwise.processor.differentiate.Linearization.Factor;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises loops that only add to sums: {@code s += g(x, i)}. The adjoint of a sum is the same in every iteration, so
 * that each iteration can run forward and at once backward.
 */
final class Reductions {
    private final Adjoints adjoints;
    private final Linearization.Context context;
    private final boolean isKnownEarly;

    /**
     * Prepares for one program.
     *
     * @param isKnownEarly whether the adjoint of the value is known before the path has been run to its end
     */
    Reductions(Adjoints adjoints, Linearization.Context context, boolean isKnownEarly) {
        this.isKnownEarly = isKnownEarly;
        this.adjoints = adjoints;
        this.context = context;
    }

    /** The body of a loop. */
    static Block body(Statement loop) {
        return loop instanceof For each ? each.body() : ((While) loop).body();
    }

    static boolean isLoop(Statement statement) {
        return statement instanceof For || statement instanceof While;
    }

    /** Whether sums are all that passes derivatives from iteration to iteration, and no iteration is left early. */
    boolean isReduction(Statement loop) {
        Block body = body(loop);
        boolean undisturbed = !Statements.any(
                body,
                each -> each instanceof Break
                        || each instanceof Return
                        || each instanceof Throw
                        || each instanceof Assert
                        || each instanceof Evaluate
                        || writesElement(each));
        List<Variable> sums = sums(loop);
        return isKnownEarly && undisturbed && !sums.isEmpty() && sums.stream().allMatch(each -> isSum(each, body));
    }

    /** The carried variables that have derivatives. */
    List<Variable> sums(Statement loop) {
        Set<Variable> carried = new LinkedHashSet<>(Statements.assigned(body(loop)));
        carried.removeAll(Statements.declared(body(loop)));
        return carried.stream().filter(adjoints::hasAdjoint).toList();
    }

    private static boolean writesElement(Statement statement) {
        return statement instanceof Assign assign && assign.target() instanceof Element;
    }

    private boolean isSum(Variable head, Block body) {
        return new Chain(head).follow(body.statements()).filter(head::equals).isPresent();
    }

    /** Follows the versions of one sum: each may only be read to be added to. */
    private final class Chain {
        private final Set<Variable> seen = new LinkedHashSet<>();
        private Variable current;

        Chain(Variable start) {
            advance(start);
        }

        private void advance(Variable version) {
            seen.add(version);
            current = version;
        }

        /** The last version; empty where one of them is read otherwise. */
        Optional<Variable> follow(List<Statement> statements) {
            return statements.stream().allMatch(this::passes) ? Optional.of(current) : Optional.empty();
        }

        private boolean passes(Statement statement) {
            if (statement instanceof Explained explained) {
                return explained.statements().stream().allMatch(this::passes);
            } else if (statement instanceof Declare declare
                    && declare.initializer().isPresent()) {
                return passes(declare.variable(), declare.initializer().get());
            } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
                return passes(target.variable(), assign.value());
            } else if (statement instanceof If branch) {
                return passesBranch(branch);
            } else if (isLoop(statement) && Statements.assigned(statement).contains(current)) {
                return follow(body(statement).statements(), current);
            }
            return !readsSum(statement);
        }

        private boolean passes(Variable target, Expression value) {
            if (!carriesSum(value)) {
                return true;
            }
            List<Factor> factors = Linearization.of(value, new Local(target, value.position()), context)
                    .factors();
            boolean adds = Expressions.reads(value, current)
                    && factors.stream()
                            .filter(each -> seen.contains(variable(each)))
                            .allMatch(each -> isOneOfCurrent(each));
            if (adds) {
                advance(target);
            }
            return adds;
        }

        private boolean isOneOfCurrent(Factor factor) {
            Optional<Polynomial> rest = factor.partial().withoutOne();
            return current.equals(variable(factor))
                    && !factor.singular()
                    && rest.isPresent()
                    && rest.get().isZero();
        }

        private Variable variable(Factor factor) {
            return factor.leaf() instanceof Local local ? local.variable() : null;
        }

        /** Whether a derivative passes from the sum to the value. */
        private boolean carriesSum(Expression value) {
            return context.active().test(value)
                    && Expressions.variables(value).stream().anyMatch(seen::contains);
        }

        private boolean passesBranch(If branch) {
            Variable before = current;
            boolean then = branch.then().statements().stream().allMatch(this::passes);
            Variable afterThen = current;
            current = before;
            boolean otherwise = branch.otherwise().statements().stream().allMatch(this::passes);
            return then && otherwise && current.equals(afterThen);
        }

        /** A loop in the loop carries the same sum. */
        private boolean follow(List<Statement> inner, Variable head) {
            boolean passes = inner.stream().allMatch(this::passes);
            return passes && current.equals(head);
        }

        private boolean readsSum(Statement statement) {
            return Statements.anyExpression(statement, this::carriesSum);
        }
    }

    /** The statements at the end of a body that hand values to the next iteration. */
    static List<Statement> carries(Block body) {
        List<Statement> statements = body.statements();
        int first = statements.size();
        while (first > 0 && IterationPartials.isCarry(statements.get(first - 1))) {
            first--;
        }
        return new ArrayList<>(statements.subList(first, statements.size()));
    }
}
