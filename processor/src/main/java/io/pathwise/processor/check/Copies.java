package io.pathwise.processor.check;

import io.pathwise.processor.analyze.CountedLoop;
import io.pathwise.processor.check.Heap.Site;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes loops that replace every row of a matrix, as the second half of a deep copy does: {@code copy = m.clone();
 * for (int i = 0; i < m.length; i++) copy[i] = m[i].clone();}.
 */
final class Copies {
    private final Set<Variable> parameters = new HashSet<>();
    private final Map<Variable, Length> lengths = new HashMap<>();
    private final Map<Site, Optional<Variable>> originals = new HashMap<>();

    Copies(Program program) {
        program.parameters().stream().map(Parameter::variable).forEach(parameters::add);
        Set<Variable> assigned = Statements.assigned(program.body());
        Statements.walk(program.body(), each -> {
            if (each instanceof Declare declare
                    && !assigned.contains(declare.variable())
                    && declare.initializer().orElse(null) instanceof Length length) {
                lengths.put(declare.variable(), length);
            }
        });
    }

    /** Hears that an array is created as a copy of another, with as many rows. */
    void copied(Site copy, Expression original) {
        Optional<Variable> parameter = original instanceof Local local && parameters.contains(local.variable())
                ? Optional.of(local.variable())
                : Optional.empty();
        originals.merge(copy, parameter, (one, other) -> one.equals(other) ? one : Optional.empty());
    }

    /** The matrix of which the loop surely replaces each row, if it is known which array that is. */
    Optional<Site> replaced(For loop, Heap heap) {
        Optional<CountedLoop> counted = CountedLoop.of(loop).filter(CountedLoop::countsFromZero);
        if (counted.isEmpty() || Statements.any(loop.body(), Break.class::isInstance)) {
            return Optional.empty();
        }
        Set<Variable> assigned = Statements.assigned(loop.body());
        return replacing(loop.body(), counted.get().counter())
                .filter(matrix -> !assigned.contains(matrix))
                .flatMap(matrix -> heap.only(matrix)
                        .filter(site -> isNumberOfRows(counted.get().bound(), matrix, site)));
    }

    /** The matrix whose row with the number is replaced whatever happens. */
    private static Optional<Variable> replacing(Statement body, Variable index) {
        if (body instanceof Assign assign
                && assign.value().type() instanceof ArrayOf
                && assign.target() instanceof Element row
                && row.array() instanceof Local matrix
                && row.index() instanceof Local at
                && at.variable().equals(index)) {
            return Optional.of(matrix.variable());
        }
        return body instanceof Block block
                ? block.statements().stream()
                        .flatMap(each -> replacing(each, index).stream())
                        .findFirst()
                : Optional.empty();
    }

    private boolean isNumberOfRows(Expression bound, Variable matrix, Site site) {
        Expression meant = bound instanceof Local local ? lengths.get(local.variable()) : bound;
        if (!(meant instanceof Length length) || !(length.array() instanceof Local array)) {
            return false;
        }
        boolean isOriginal = originals.getOrDefault(site, Optional.empty()).equals(Optional.of(array.variable()));
        return isOriginal || meant == bound && array.variable().equals(matrix);
    }
}
