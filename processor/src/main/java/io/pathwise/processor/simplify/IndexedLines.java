package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The lines of a block while they change, and which of them concern a variable or memory, at any depth.
 *
 * <p>A line that no longer concerns a variable may still be listed: the lists save looking at lines that do not matter.
 */
final class IndexedLines {
    private static final long GAP = 1L << 32;

    private final NavigableSet<Place> places = emptyPlaces();
    private final Map<Variable, NavigableSet<Place>> mentioning = new HashMap<>();
    private final Map<Variable, NavigableSet<Place>> writing = new HashMap<>();
    private final NavigableSet<Place> memory = emptyPlaces();

    /** Where a line stands; places come in order of their numbers. */
    static final class Place {
        private long number;
        private Line line;

        private Place(long number, Line line) {
            this.number = number;
            this.line = line;
        }

        Line line() {
            return line;
        }

        Statement statement() {
            return line.statement();
        }
    }

    IndexedLines(List<Line> lines) {
        for (Line line : lines) {
            add(new Place(GAP * (places.size() + 1), line));
        }
    }

    static NavigableSet<Place> emptyPlaces() {
        return new TreeSet<>(Comparator.comparingLong(place -> place.number));
    }

    /** The places in order, as they are now. */
    List<Place> places() {
        return new ArrayList<>(places);
    }

    /** The lines in order, as they are now. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        places.forEach(each -> lines.add(each.line));
        return lines;
    }

    /** The statements behind the place, all of them. */
    List<Statement> behind(Place place) {
        return places.tailSet(place, false).stream().map(Place::statement).toList();
    }

    /** The places whose statements read or assign the variable. */
    NavigableSet<Place> mentioning(Variable variable) {
        return mentioning.getOrDefault(variable, emptyPlaces());
    }

    /** The places whose statements declare or assign the variable. */
    NavigableSet<Place> writing(Variable variable) {
        return writing.getOrDefault(variable, emptyPlaces());
    }

    /** The places whose statements write to arrays or fields, or have other effects. */
    NavigableSet<Place> memory() {
        return memory;
    }

    /** The first place behind the given one that is in one of the sets. */
    static Optional<Place> next(Place place, Collection<NavigableSet<Place>> sets) {
        Place next = null;
        for (NavigableSet<Place> set : sets) {
            Place candidate = set.higher(place);
            if (candidate != null && (next == null || candidate.number < next.number)) {
                next = candidate;
            }
        }
        return Optional.ofNullable(next);
    }

    /** Puts a statement in the place of another that writes the same. */
    void replace(Place place, Statement statement) {
        place.line = place.line.with(statement);
    }

    /** The same for a statement that evaluates an expression which it did not evaluate before. */
    void replace(Place place, Statement statement, Expression added) {
        replace(place, statement);
        Expressions.variables(added).forEach(each -> put(mentioning, each, place));
        if (Effects.hasEffects(added)) {
            memory.add(place);
        }
    }

    /** Removes a line that declares what no other mentions. */
    void remove(Place place) {
        places.remove(place);
        Statements.walk(place.statement(), each -> {
            if (each instanceof Declare declare) {
                writing(declare.variable()).remove(place);
            }
        });
        Reads.mentioned(place.statement()).forEach(each -> mentioning(each).remove(place));
        memory.remove(place);
    }

    /** Inserts a statement under the same comments as the one behind it. */
    Place insertBefore(Place place, Statement statement) {
        Place previous = places.lower(place);
        long before = previous == null ? 0 : previous.number;
        if (place.number - before < 2) {
            renumber();
            return insertBefore(place, statement);
        }
        Place inserted = new Place(before + (place.number - before) / 2, place.line.with(statement));
        add(inserted);
        return inserted;
    }

    private void renumber() {
        long number = 0;
        for (Place each : places) {
            number += GAP;
            each.number = number;
        }
    }

    private void add(Place place) {
        places.add(place);
        Statement statement = place.statement();
        Statements.walk(statement, each -> addWrites(each, place));
        Statements.walkExpressions(statement, each -> {
            if (each instanceof Local local) {
                put(mentioning, local.variable(), place);
            }
        });
    }

    private void addWrites(Statement statement, Place place) {
        if (statement instanceof Declare declare) {
            put(writing, declare.variable(), place);
        } else if (statement instanceof Assign assign && assign.target() instanceof Local target) {
            put(writing, target.variable(), place);
        } else if (statement instanceof Assign) {
            memory.add(place);
        }
        if (Reads.evaluated(statement).stream().anyMatch(Effects::hasEffects)) {
            memory.add(place);
        }
    }

    private static void put(Map<Variable, NavigableSet<Place>> index, Variable variable, Place place) {
        index.computeIfAbsent(variable, each -> emptyPlaces()).add(place);
    }
}
