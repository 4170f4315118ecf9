package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.ArrayAliases;
import io.pathwise.processor.simplify.ScratchMemory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Matrices of whose rows none is ever found under two indices: each row is created where it is stored, or is held by a
 * variable that is stored once.
 */
final class DistinctRows {
    private final ArrayAliases aliases;
    private final SettledNumbers settled;
    private final Set<Object> shared = new HashSet<>();
    private final Map<Variable, List<Place.Loop>> created = new HashMap<>();
    private final Set<Variable> stored = new HashSet<>();

    /**
     * Prepares for one program.
     *
     * @param settled the variables that keep their value
     */
    DistinctRows(ArrayAliases aliases, SettledNumbers settled) {
        this.aliases = aliases;
        this.settled = settled;
    }

    /** Whether rows of the matrix with different indices are different arrays. */
    boolean in(Expression matrix) {
        return !shared.contains(aliases.group(matrix));
    }

    /** Notes a statement, after those that declare what it reads. */
    void note(Statement statement, Place place) {
        for (Expression each : Statements.expressions(statement)) {
            Expressions.walk(each, this::noteCall);
        }
        if (statement instanceof Declare declare && isArray(declare.variable().type())) {
            declare.initializer().ifPresent(value -> declare(declare.variable(), value, place));
        } else if (statement instanceof Assign assign && isArray(assign.target().type())) {
            assign(assign, place);
        }
    }

    private void declare(Variable variable, Expression value, Place place) {
        if (isMatrix(variable.type())) {
            noteMatrix(value, aliases.group(variable));
        } else if (isNew(value) && settled.isSettled(variable)) {
            created.put(variable, place.loops());
        }
    }

    private void assign(Assign assign, Place place) {
        Object group = aliases.group(assign.target());
        if (isMatrix(assign.target().type())) {
            noteMatrix(assign.value(), group);
        } else if (assign.target() instanceof Element && !isNew(assign.value()) && !isOnlyHere(assign.value(), place)) {
            shared.add(group);
        }
    }

    /** Whether each execution stores an array that nothing stored before. */
    private boolean isOnlyHere(Expression row, Place place) {
        return row instanceof Local local
                && place.loops().equals(created.get(local.variable()))
                && stored.add(local.variable());
    }

    private void noteMatrix(Expression matrix, Object group) {
        boolean rowsAreNew = matrix instanceof ArrayValues values
                ? values.values().stream().allMatch(DistinctRows::isNew)
                : matrix instanceof Local || isNew(matrix) || isNull(matrix);
        if (!rowsAreNew || rank(matrix.type()) > 2) {
            shared.add(group);
        }
    }

    /** Whatever hands a matrix to the library may move its rows. */
    private void noteCall(Expression expression) {
        if (expression instanceof Call call) {
            call.arguments().stream()
                    .filter(each -> isMatrix(each.type()))
                    .forEach(each -> shared.add(aliases.group(each)));
        }
    }

    private static boolean isNew(Expression array) {
        return array instanceof New || array instanceof ArrayValues || ScratchMemory.isNewArray(array);
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Literal;
    }

    private static boolean isArray(Type type) {
        return type instanceof Type.ArrayOf;
    }

    private static boolean isMatrix(Type type) {
        return rank(type) > 1;
    }

    private static int rank(Type type) {
        return type instanceof Type.ArrayOf array ? 1 + rank(array.element()) : 0;
    }
}
