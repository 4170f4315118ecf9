package io.pathwise.processor.analyze;

import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells elements apart by indices that are one variable but for a constant. Only the last index counts: two rows of a
 * matrix may be the same array.
 */
final class ElementIndices {
    private final Set<Variable> assigned;
    private final Map<Statement, Optional<CountedLoop>> counted = new IdentityHashMap<>();
    private final Map<Statement, Set<Variable>> declared = new IdentityHashMap<>();

    /**
     * Prepares for one program.
     *
     * @param assigned the variables that the program changes
     */
    ElementIndices(Set<Variable> assigned) {
        this.assigned = Set.copyOf(assigned);
    }

    /**
     * An index that is a variable but for a constant.
     *
     * @param offset the constant
     */
    private record Index(Variable variable, long offset) {
        static Optional<Index> of(Expression index) {
            if (index instanceof Local local) {
                return Optional.of(new Index(local.variable(), 0));
            }
            return index instanceof Binary sum && sum.right() instanceof Literal literal
                    ? shift(sum.operator(), literal)
                            .flatMap(by -> of(sum.left()).map(left -> new Index(left.variable, left.offset + by)))
                    : Optional.empty();
        }

        private static Optional<Long> shift(BinaryOperator operator, Literal literal) {
            long constant = literal.value() instanceof Character code ? code : ((Number) literal.value()).longValue();
            return switch (operator) {
                case ADD -> Optional.of(constant);
                case SUBTRACT -> Optional.of(-constant);
                default -> Optional.empty();
            };
        }
    }

    /** The variable to which the index is equal but for a constant. */
    static Optional<Variable> variable(Expression index) {
        return Index.of(index).map(Index::variable);
    }

    /** Whether the variable is the counter of the loop. */
    boolean counts(Variable variable, Statement loop) {
        return counted(loop).filter(each -> each.counter().equals(variable)).isPresent();
    }

    /**
     * Whether the two are different elements while every loop around both is in the same iteration.
     *
     * @param loops the loops around both
     */
    boolean differ(Element one, Element other, List<Statement> loops) {
        return distance(one, other)
                .filter(distance -> distance.offset != 0)
                .filter(distance -> isSame(distance.variable, loops, loops))
                .isPresent();
    }

    /**
     * Whether no later iteration of a loop means by the second expression the element that one iteration means by the
     * first.
     *
     * @param around the loops around this one, which stay in the same iteration
     */
    boolean isLeftBehind(Element first, Element second, Statement loop, List<Statement> around) {
        Optional<Index> distance = distance(first, second);
        if (distance.isEmpty()) {
            return false;
        }
        Variable variable = distance.get().variable;
        long ahead = distance.get().offset;
        if (counts(variable, loop)) {
            CountedLoop counted = counted(loop).orElseThrow();
            long onTheWay = counted.isUpward() ? ahead : -ahead;
            return onTheWay <= 0 || onTheWay % counted.step() != 0;
        }
        return ahead != 0 && isSame(variable, around, List.of(loop));
    }

    /** How far the first index is ahead of the second, if both are the same variable but for a constant. */
    private static Optional<Index> distance(Element first, Element second) {
        Optional<Index> one = Index.of(first.index());
        Optional<Index> other = Index.of(second.index());
        return one.isPresent() && other.isPresent() && one.get().variable.equals(other.get().variable)
                ? Optional.of(new Index(one.get().variable, one.get().offset - other.get().offset))
                : Optional.empty();
    }

    /**
     * Whether the variable has one value in all that runs in these loops.
     *
     * @param around loops that stay in the same iteration
     * @param loops loops that may go on
     */
    private boolean isSame(Variable variable, List<Statement> around, List<Statement> loops) {
        return around.stream().anyMatch(loop -> counts(variable, loop))
                || !assigned.contains(variable)
                        && loops.stream().noneMatch(loop -> declared(loop).contains(variable));
    }

    private Optional<CountedLoop> counted(Statement loop) {
        return counted.computeIfAbsent(
                loop, each -> each instanceof For head ? CountedLoop.of(head) : Optional.empty());
    }

    private Set<Variable> declared(Statement loop) {
        return declared.computeIfAbsent(loop, Statements::declared);
    }
}
