package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.simplify.IndexedLines.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/** The lines in which certain calls and operations occur, at any depth; some of them may no longer do. */
final class Occurrences {
    private final Map<Expression, NavigableSet<Place>> places = new HashMap<>();

    /** The lines in which the expressions, which have no positions, occur. */
    Occurrences(List<Expression> expressions, IndexedLines lines) {
        expressions.forEach(each -> places.put(each, IndexedLines.emptyPlaces()));
        lines.places().forEach(this::add);
    }

    NavigableSet<Place> of(Expression expression) {
        return places.get(expression);
    }

    /** Takes note of what occurs in a line that is new or another than before. */
    void add(Place place) {
        Statements.walkExpressions(place.statement(), each -> {
            if (each instanceof Binary || each instanceof Call) {
                NavigableSet<Place> known = places.get(Expressions.withoutPositions(each));
                if (known != null) {
                    known.add(place);
                }
            }
        });
    }
}
