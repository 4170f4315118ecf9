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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells elements apart by indices that are one variable but for a constant. Only the last index counts: two rows of a
 * matrix may be the same array.
 */
final class ElementIndices {
    private final Set<Variable> assigned;

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
            return index instanceof Binary sum
                            && sum.right() instanceof Literal literal
                            && literal.value() instanceof Integer constant
                    ? shift(sum.operator(), constant)
                            .flatMap(by -> of(sum.left()).map(left -> new Index(left.variable, left.offset + by)))
                    : Optional.empty();
        }

        private static Optional<Long> shift(BinaryOperator operator, long constant) {
            return switch (operator) {
                case ADD -> Optional.of(constant);
                case SUBTRACT -> Optional.of(-constant);
                default -> Optional.empty();
            };
        }
    }

    /**
     * Whether the two are different elements while every loop around both is in the same iteration.
     *
     * @param loops the loops around both
     */
    boolean differ(Element one, Element other, List<Statement> loops) {
        return distance(one, other)
                .filter(distance -> distance.offset != 0)
                .filter(distance -> isCounter(distance.variable, loops) || isFixed(distance.variable, loops))
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
        Optional<CountedLoop> counted = counted(loop);
        if (distance.isEmpty()) {
            return false;
        }
        if (isCounter(distance.get().variable, List.of(loop))) {
            long ahead = distance.get().offset * (counted.orElseThrow().isUpward() ? 1 : -1);
            return ahead <= 0 || ahead % counted.get().step() != 0;
        }
        return distance.get().offset != 0
                && (isCounter(distance.get().variable, around) || isFixed(distance.get().variable, List.of(loop)));
    }

    /** How far the first index is ahead of the second, if both are the same variable but for a constant. */
    private static Optional<Index> distance(Element first, Element second) {
        Optional<Index> one = Index.of(first.index());
        Optional<Index> other = Index.of(second.index());
        return one.isPresent() && other.isPresent() && one.get().variable.equals(other.get().variable)
                ? Optional.of(new Index(one.get().variable, one.get().offset - other.get().offset))
                : Optional.empty();
    }

    private static boolean isCounter(Variable variable, List<Statement> loops) {
        return loops.stream()
                .flatMap(loop -> counted(loop).stream())
                .anyMatch(counted -> counted.counter().equals(variable));
    }

    /** Whether the variable never changes and each iteration of the loops finds it. */
    private boolean isFixed(Variable variable, List<Statement> loops) {
        return !assigned.contains(variable)
                && loops.stream().noneMatch(loop -> Statements.declared(loop).contains(variable));
    }

    private static Optional<CountedLoop> counted(Statement loop) {
        return loop instanceof For each ? CountedLoop.of(each) : Optional.empty();
    }
}
